package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.gateway.Identity;
import io.github.securehttpapi.local.internal.gateway.Integration;
import io.github.securehttpapi.local.internal.integration.LambdaIntegration;
import io.github.securehttpapi.template.Route;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What routes call, put to work. */
final class Integrations {
    /** API Gateway's default integration timeout for HTTP APIs (CloudFormation, TimeoutInMillis). */
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    private final Functions functions;
    private final Identity identity;

    Integrations(Functions functions, Identity identity) {
        this.functions = functions;
        this.identity = identity;
    }

    Integration of(Route route) {
        return new LambdaIntegration(functions.host(Support.function(route)), timeout(route.integration()), identity);
    }

    private static Duration timeout(io.github.securehttpapi.template.@Nullable Integration integration) {
        return integration == null ? DEFAULT_TIMEOUT : integration.timeout().orElse(DEFAULT_TIMEOUT);
    }
}
