package io.github.securehttpapi.construct;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteIntegration;
import software.amazon.awscdk.services.lambda.IFunction;

/** What answers a route's requests. */
sealed interface RouteIntegration {
    /**
     * What was said of a route, which is either a function and perhaps a time-out, or an integration that has its own.
     *
     * @throws IllegalStateException if it is neither, or both
     * @throws IllegalArgumentException if the time-out is out of range
     */
    static RouteIntegration of(
            RouteKey key,
            @Nullable IFunction handler,
            @Nullable HttpRouteIntegration integration,
            @Nullable Duration timeout) {
        if (integration == null) {
            return new OfFunction(require(handler, key), timeoutOf(key, timeout));
        }
        if (handler != null) {
            throw new IllegalStateException("route '" + key
                    + "' must have a handler or an integration, got both: drop handler(…) or integration(…)");
        }
        if (timeout != null) {
            throw new IllegalStateException("timeout of route '" + key
                    + "' must be its integration's, got one for the route: give it to the integration, if that takes"
                    + " one");
        }
        return new OfCdk(integration);
    }

    private static IFunction require(@Nullable IFunction handler, RouteKey key) {
        if (handler == null) {
            throw new IllegalStateException("route '" + key
                    + "' must have a handler or an integration, got neither: pass the function with handler(…)");
        }
        return handler;
    }

    private static IntegrationTimeout timeoutOf(RouteKey key, @Nullable Duration timeout) {
        return timeout == null
                ? IntegrationTimeout.DEFAULT
                : IntegrationTimeout.of(timeout, "timeout of route '" + key + "'");
    }

    /**
     * A function, for which the integration and the permission are ours to define.
     *
     * @param function the function, alias or version
     * @param timeout how long the gateway waits for it
     */
    record OfFunction(IFunction function, IntegrationTimeout timeout) implements RouteIntegration {}

    /**
     * An integration of the CDK, taken as it is.
     *
     * @param integration what the route is given
     */
    record OfCdk(HttpRouteIntegration integration) implements RouteIntegration {}
}
