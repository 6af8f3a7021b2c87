package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.Origin;

/** What messages call an authorizer: its logical id, or the name under which SAM and OpenAPI list it. */
final class AuthorizerName {
    private AuthorizerName() {}

    static String of(Authorizer authorizer) {
        boolean resource = authorizer.resource().origin().kind() == Origin.Kind.RESOURCE;
        return resource ? authorizer.logicalId() : authorizer.name().toString();
    }
}
