package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Route;
import java.util.Set;

/** Who may call a route, as far as the template tells. */
enum Access {
    /** Anyone, with or without a stated reason. */
    PUBLIC,
    /** Whom an authorizer lets through. */
    PROTECTED,
    /** Known only when deployed. */
    UNKNOWN;

    /** API Gateway reference, CreateRoute: the types but NONE. Nobody says that another one protects. */
    private static final Set<String> AUTHORIZED = Set.of("AWS_IAM", "CUSTOM", "JWT");

    static Access of(Route route) {
        if (route.authorizationType().isUnresolved()) {
            return UNKNOWN;
        }
        return AUTHORIZED.contains(route.authorizationType().orElse("NONE")) ? PROTECTED : PUBLIC;
    }

    /** Whether a route is known to have this type of authorization, such as {@code JWT}. */
    static boolean isOfType(Route route, String type) {
        return route.authorizationType().value().filter(type::equals).isPresent();
    }
}
