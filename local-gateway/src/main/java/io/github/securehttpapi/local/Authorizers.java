package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.local.internal.gateway.Authorizer;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.PublicAccess;
import io.github.securehttpapi.template.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may call which route, put to work. A route that is not public never gets null. */
final class Authorizers {
    private static final String PUBLIC = "NONE";

    /** Refuses routes whose authorizer the gateway does not have: they are never left open. */
    static void check(HttpApi api) {
        List<String> closed = api.routes().stream()
                .filter(route -> !type(route).equals(PUBLIC))
                .map(route -> route.routeKey() + " (" + type(route) + ")")
                .toList();
        if (!closed.isEmpty()) {
            throw new Refusal(
                    "routes must have the authorization type NONE",
                    String.join(", ", closed),
                    "authorizers are not supported yet, and these routes are never left open");
        }
    }

    /** The authorizer of a route, or null if the template leaves it to anyone. */
    @Nullable Authorizer of(Route route) {
        return switch (type(route)) {
            case PUBLIC -> null;
            default -> throw new IllegalStateException("check() has refused " + route.routeKey());
        };
    }

    /** What the route table says of it. */
    static String description(Route route) {
        return switch (type(route)) {
            case PUBLIC -> open(route);
            default -> type(route);
        };
    }

    private static String open(Route route) {
        PublicAccess access = route.publicAccess();
        String reason = access == null ? "no reason given" : access.reason();
        return "public: " + reason + (route.resource().has("AuthorizerId") ? " (authorizer not applied)" : "");
    }

    private static String type(Route route) {
        return route.authorizationType().orElse(PUBLIC);
    }
}
