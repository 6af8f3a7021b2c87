package io.github.securehttpapi.construct;

import java.util.List;
import java.util.TreeSet;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Lazy;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;
import software.amazon.awscdk.services.apigatewayv2.CorsPreflightOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;

/** What browsers are told: the origins that were named, and the methods that there are routes for. */
final class Cors {
    private static final List<String> ALLOWED_HEADERS = List.of("authorization", "content-type", "x-request-id");

    /** The gateway's own 401, 403 and 429 carry its id alone. */
    private static final List<String> EXPOSED_HEADERS = List.of("x-request-id", "apigw-requestid");

    /** So that a change to the origins reaches every browser within it. */
    private static final Duration MAX_AGE = Duration.minutes(5);

    private Cors() {}

    static CorsPreflightOptions of(List<String> origins) {
        return CorsPreflightOptions.builder()
                .allowOrigins(origins)
                .allowHeaders(ALLOWED_HEADERS)
                .exposeHeaders(EXPOSED_HEADERS)
                .maxAge(MAX_AGE)
                .build();
    }

    /** Names the methods at synthesis, when the routes are all there. */
    static void deriveMethods(HttpApi api, Iterable<RouteKey> routes) {
        CfnChild.of(api, CfnApi.class).addPropertyOverride("CorsConfiguration.AllowMethods", Lazy.list(() -> {
            TreeSet<String> methods = new TreeSet<>();
            routes.forEach(key -> methods.addAll(key.browserMethods()));
            return List.copyOf(methods);
        }));
    }
}
