package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.local.internal.gateway.Authorizer;
import io.github.securehttpapi.local.internal.iam.IamAuthorizer;
import io.github.securehttpapi.local.internal.jwt.JwtAuthorizers;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.PublicAccess;
import io.github.securehttpapi.template.Route;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may call which route, put to work. A route that is not public never gets null. */
final class Authorizers {
    private static final String PUBLIC = "NONE";
    private static final String IAM = "AWS_IAM";
    private static final String CUSTOM = "CUSTOM";
    private static final Set<String> SUPPORTED = Set.of(PUBLIC, JwtAuthorizers.TYPE, IAM, CUSTOM);

    private final JwtAuthorizers jwt;
    private final IamAuthorizer iam;
    private final LambdaAuthorizers lambda;

    Authorizers(JwtAuthorizers jwt, IamAuthorizer iam, LambdaAuthorizers lambda) {
        this.jwt = jwt;
        this.iam = iam;
        this.lambda = lambda;
    }

    /** Refuses routes whose authorizer the gateway does not have: they are never left open. */
    static void check(HttpApi api) {
        List<String> closed = api.routes().stream()
                .filter(route -> !SUPPORTED.contains(type(route)))
                .map(route -> route.routeKey() + " (" + type(route) + ")")
                .toList();
        if (!closed.isEmpty()) {
            throw new Refusal(
                    "routes must have the authorization type NONE, JWT, AWS_IAM or CUSTOM",
                    String.join(", ", closed),
                    "there are no others, and these routes are never left open");
        }
        api.routes().stream().filter(route -> type(route).equals(CUSTOM)).forEach(LambdaAuthorizers::settings);
    }

    /** The authorizer of a route, or null if the template leaves it to anyone. */
    @Nullable Authorizer of(Route route) {
        return switch (type(route)) {
            case PUBLIC -> null;
            case JwtAuthorizers.TYPE -> jwt.of(route);
            case IAM -> iam;
            case CUSTOM -> lambda.of(route);
            default -> throw new IllegalStateException("check() has refused " + route.routeKey());
        };
    }

    /** What the route table says of it. */
    String description(Route route) {
        return switch (type(route)) {
            case PUBLIC -> open(route);
            case JwtAuthorizers.TYPE -> jwt.description(route);
            case IAM -> "IAM";
            case CUSTOM ->
                "Lambda authorizer " + LambdaAuthorizers.settings(route).name();
            default -> type(route);
        };
    }

    private static String open(Route route) {
        PublicAccess access = route.publicAccess();
        String reason = access == null ? "no reason given" : access.reason();
        return "public: " + reason + (route.resource().has("AuthorizerId") ? " (authorizer not applied)" : "");
    }

    static boolean isPublic(Route route) {
        return type(route).equals(PUBLIC);
    }

    static boolean isIam(Route route) {
        return type(route).equals(IAM);
    }

    static boolean isLambda(Route route) {
        return type(route).equals(CUSTOM);
    }

    private static String type(Route route) {
        return route.authorizationType().orElse(PUBLIC);
    }
}
