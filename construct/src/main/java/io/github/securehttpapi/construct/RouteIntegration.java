package io.github.securehttpapi.construct;

import software.amazon.awscdk.services.apigatewayv2.HttpRouteIntegration;
import software.amazon.awscdk.services.lambda.IFunction;

/** What answers a route's requests. */
sealed interface RouteIntegration {
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
