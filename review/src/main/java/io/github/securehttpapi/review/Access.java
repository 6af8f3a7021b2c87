package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Route;

/** Who may call a route, as far as the template tells. */
enum Access {
    /** Anyone, with or without a stated reason. */
    PUBLIC,
    /** Whom an authorizer lets through. */
    PROTECTED,
    /** Known only when deployed. */
    UNKNOWN;

    static Access of(Route route) {
        if (route.authorizationType().isUnresolved()) {
            return UNKNOWN;
        }
        return route.authorizationType().orElse("NONE").equals("NONE") ? PUBLIC : PROTECTED;
    }

    /** Whether a route is known to have this type of authorization, such as {@code JWT}. */
    static boolean isOfType(Route route, String type) {
        return route.authorizationType().value().filter(type::equals).isPresent();
    }
}
