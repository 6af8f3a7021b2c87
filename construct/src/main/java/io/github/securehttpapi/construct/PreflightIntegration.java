package io.github.securehttpapi.construct;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.apigatewayv2.CfnIntegration;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;

/**
 * That an integration of the CDK can be given to a public OPTIONS route. One that does the same whatever the method, such as
 * sending a message to a queue, would do it for anyone who says OPTIONS.
 */
final class PreflightIntegration {
    /** With another one the gateway calls with that method, and not with the request's: {@code IntegrationMethod}. */
    private static final Set<String> METHODS_THAT_PASS_OPTIONS = Set.of("ANY", "OPTIONS");

    private PreflightIntegration() {}

    /**
     * Checks the integration that a route was just bound to.
     *
     * @throws IllegalStateException if preflight would do what the route's authorizer is there to guard
     */
    static void require(RouteKey key, HttpApi api, HttpRoute route) {
        String target = CfnChild.of(route, CfnRoute.class).getTarget();
        api.getNode().findAll().stream()
                .filter(CfnIntegration.class::isInstance)
                .map(CfnIntegration.class::cast)
                .filter(each -> ("integrations/" + each.getRef()).equals(target))
                .forEach(each -> require(key, each));
    }

    private static void require(RouteKey key, CfnIntegration integration) {
        String action = integration.getIntegrationSubtype();
        String got = action == null ? fixedMethod(integration) : "'" + action + "'";
        if (got != null) {
            throw new IllegalStateException(
                    "integration of route '" + key + "' must answer OPTIONS by itself while origins"
                            + " are allowed, got " + got
                            + ", which does the same for preflight, sent by anyone: add a route for"
                            + " each method instead, or first a public one for " + key.preflightKeys());
        }
    }

    /** For functions the method says how the gateway calls Lambda, not what the function is told. */
    private static @Nullable String fixedMethod(CfnIntegration integration) {
        String method = integration.getIntegrationMethod();
        boolean passed = method == null || METHODS_THAT_PASS_OPTIONS.contains(method);
        return passed || !integration.getIntegrationType().equals("HTTP_PROXY") ? null : "the method '" + method + "'";
    }
}
