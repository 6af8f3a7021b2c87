package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.Value;

/** How many audiences an authorizer takes. What they are is often known only when deployed, such as a client's id. */
final class Audiences {
    static final int UNKNOWN = -1;

    private Audiences() {}

    static int number(Authorizer authorizer) {
        Value jwt = authorizer.resource().properties().fields().get("JwtConfiguration");
        Value audience = jwt instanceof Value.Fields fields ? fields.fields().get("Audience") : null;
        if (audience instanceof Value.Items items) {
            return items.items().size();
        }
        if (authorizer.audience().isUnresolved()) {
            // One resource has one id, and a parameter may hold any number.
            return audience instanceof Value.Reference ? 1 : UNKNOWN;
        }
        return authorizer.audience().isAbsent() ? 0 : 1;
    }
}
