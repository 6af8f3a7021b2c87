package io.github.securehttpapi.construct;

import java.util.List;
import java.util.TreeSet;
import software.amazon.awscdk.Lazy;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;
import software.amazon.awscdk.services.apigatewayv2.CorsPreflightOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;

/** What browsers are told: the settings that were given, and the methods that there are routes for. */
final class CorsPreflight {
    private CorsPreflight() {}

    static CorsPreflightOptions of(Cors cors) {
        CorsPreflightOptions.Builder options = CorsPreflightOptions.builder()
                .allowOrigins(cors.origins())
                .allowHeaders(cors.allowedHeaders())
                .exposeHeaders(cors.exposedHeaders())
                .maxAge(cors.maxAge());
        if (cors.allowsCredentials()) {
            options.allowCredentials(true);
        }
        return options.build();
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
