package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.local.internal.gateway.Identity;
import io.github.securehttpapi.local.internal.lambdaauth.LambdaAuthorizer;
import io.github.securehttpapi.local.internal.lambdaauth.LambdaAuthorizerSettings;
import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Route;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** The template's Lambda authorizers, put to work: one for all the routes that share it. */
final class LambdaAuthorizers {
    private final Map<String, LambdaAuthorizer> authorizers = new HashMap<>();
    private final Functions functions;
    private final Permissions permissions;
    private final Identity identity;
    private final LongSupplier cacheClock;

    LambdaAuthorizers(Functions functions, Permissions permissions, Identity identity, LongSupplier cacheClock) {
        this.functions = functions;
        this.permissions = permissions;
        this.identity = identity;
        this.cacheClock = cacheClock;
    }

    io.github.securehttpapi.local.internal.gateway.Authorizer of(Route route) {
        Authorizer authorizer = authorizer(route);
        if (permissions.refuse(authorizer)) {
            return LambdaAuthorizer.unpermitted();
        }
        return authorizers.computeIfAbsent(
                authorizer.logicalId(),
                id -> new LambdaAuthorizer(settings(route), functions.host(function(route)), identity, cacheClock));
    }

    /** The function that an authorizer asks. */
    static LambdaFunction function(Route route) {
        Authorizer authorizer = authorizer(route);
        return Support.function(authorizer, name(authorizer));
    }

    /** How a route's authorizer is set up, if the gateway can serve it. */
    static LambdaAuthorizerSettings settings(Route route) {
        Authorizer authorizer = authorizer(route);
        function(route);
        return new LambdaAuthorizerSettings(
                name(authorizer),
                authorizer.payloadFormatVersion().orElse("none"),
                authorizer.simpleResponses().orElse(false),
                authorizer.identitySources().orElse(List.of()),
                authorizer.resultTtl().orElse(Duration.ZERO));
    }

    private static Authorizer authorizer(Route route) {
        Authorizer authorizer = route.authorizer();
        String type = authorizer == null ? "none" : authorizer.type().required();
        if (authorizer == null || !type.equals("REQUEST")) {
            throw new Refusal(
                    "route " + route.routeKey() + " must have an authorizer of type REQUEST in this template",
                    type,
                    "its AuthorizationType is CUSTOM, name one in its AuthorizerId");
        }
        return authorizer;
    }

    private static String name(Authorizer authorizer) {
        return authorizer.name().orElse(authorizer.logicalId());
    }
}
