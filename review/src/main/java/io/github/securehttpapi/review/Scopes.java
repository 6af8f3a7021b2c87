package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Value;

/** Whether a route has scopes. Which ones may be known only when deployed, while that there are some is plain to see. */
final class Scopes {
    private Scopes() {}

    static boolean areGiven(Route route) {
        Value scopes = route.resource().properties().fields().get("AuthorizationScopes");
        return scopes instanceof Value.Items items
                ? !items.items().isEmpty()
                : route.scopes().value().isPresent();
    }

    static boolean areUnknown(Route route) {
        return route.scopes().isUnresolved() && !areGiven(route);
    }
}
