package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Authorizer;
import java.util.List;

/**
 * How long the answers of a Lambda authorizer are kept. Where the template does not say, they are not: an HTTP API, other
 * than a REST API, caches once "authorizerResultTtlInSeconds" is specified (API Gateway developer guide,
 * http-api-lambda-authorizer.html).
 */
final class AuthorizerCache {
    static final String ROUTE_KEY = "$context.routeKey";

    private AuthorizerCache() {}

    static boolean isLambda(Authorizer authorizer) {
        return authorizer.type().value().filter("REQUEST"::equals).isPresent();
    }

    static boolean isJwt(Authorizer authorizer) {
        return authorizer.type().value().filter("JWT"::equals).isPresent();
    }

    static boolean isOn(Authorizer authorizer) {
        return authorizer.resultTtl().value().filter(ttl -> !ttl.isZero()).isPresent();
    }

    static boolean isKeyedByRoute(List<String> sources) {
        return sources.contains(ROUTE_KEY);
    }

    /** An answer that is a bare yes or no, not a policy that names routes. */
    static boolean isSimple(Authorizer authorizer) {
        return authorizer.simpleResponses().value().orElse(false);
    }
}
