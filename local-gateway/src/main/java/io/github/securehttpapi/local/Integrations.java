package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.gateway.Identity;
import io.github.securehttpapi.local.internal.gateway.Integration;
import io.github.securehttpapi.local.internal.integration.LambdaIntegration;
import io.github.securehttpapi.local.internal.integration.StubIntegration;
import io.github.securehttpapi.local.internal.integration.UnpermittedIntegration;
import io.github.securehttpapi.local.internal.mapping.ParameterMapping;
import io.github.securehttpapi.template.Route;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What routes call, put to work. */
final class Integrations {
    /** API Gateway's default integration timeout for HTTP APIs (CloudFormation, TimeoutInMillis). */
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    private final Functions functions;
    private final HttpProxies proxies;
    private final Stubs stubs;
    private final Permissions permissions;
    private final Identity identity;

    Integrations(Functions functions, HttpProxies proxies, Stubs stubs, Permissions permissions, Identity identity) {
        this.functions = functions;
        this.proxies = proxies;
        this.stubs = stubs;
        this.permissions = permissions;
        this.identity = identity;
    }

    Integration of(Route route) {
        if (stubs.has(route)) {
            return new StubIntegration();
        }
        Duration timeout = timeout(route.integration());
        if (HttpProxies.isProxy(route.integration())) {
            return proxies.of(route, timeout);
        }
        if (permissions.refuse(route)) {
            return new UnpermittedIntegration();
        }
        io.github.securehttpapi.template.Integration declared = Objects.requireNonNull(route.integration());
        return new LambdaIntegration(
                functions.host(Support.function(route)),
                Support.payloadFormat(route, declared),
                timeout,
                identity,
                ParameterMapping.of(declared));
    }

    private static Duration timeout(io.github.securehttpapi.template.@Nullable Integration integration) {
        return integration == null ? DEFAULT_TIMEOUT : integration.timeout().orElse(DEFAULT_TIMEOUT);
    }
}
