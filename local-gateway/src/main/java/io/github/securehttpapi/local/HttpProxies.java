package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.local.internal.backend.Backends;
import io.github.securehttpapi.local.internal.gateway.RoutePattern;
import io.github.securehttpapi.local.internal.integration.BackendUri;
import io.github.securehttpapi.local.internal.integration.HttpProxyIntegration;
import io.github.securehttpapi.local.internal.mapping.ParameterMapping;
import io.github.securehttpapi.template.Integration;
import io.github.securehttpapi.template.Properties;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Stage;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** HTTP proxy integrations, put to work. */
final class HttpProxies {
    private static final String INTERNET = "INTERNET";

    private final List<Stage> stages;
    private final Backends backends;

    HttpProxies(List<Stage> stages, Backends backends) {
        this.stages = stages;
        this.backends = backends;
    }

    static boolean isProxy(@Nullable Integration integration) {
        return integration != null
                && integration.subtype().isAbsent()
                && integration.type().value().orElse("").equals("HTTP_PROXY");
    }

    /** Refuses what the gateway cannot call. */
    static void check(Route route, List<Stage> stages) {
        Integration integration = Objects.requireNonNull(route.integration());
        String connection = text(integration, "ConnectionType").orElse(INTERNET);
        if (!connection.equals(INTERNET)) {
            throw Support.fault(route, "an integration with the connection type INTERNET", connection);
        }
        if (!integration.uri().value().isPresent()) {
            throw Support.fault(
                    route, "an integration with a known URL", integration.uri().toString());
        }
        if (text(integration, "IntegrationMethod").isAbsent()) {
            throw new Refusal(
                    "integration " + integration.logicalId() + " must have an IntegrationMethod", "none", "write ANY");
        }
        uris(route, stages);
    }

    HttpProxyIntegration of(Route route, Duration timeout) {
        Integration integration = Objects.requireNonNull(route.integration());
        return new HttpProxyIntegration(
                uris(route, stages), method(integration), timeout, ParameterMapping.of(integration), backends);
    }

    /** What the route table says of it. */
    static String target(Integration integration) {
        return method(integration) + " " + integration.uri().required();
    }

    private static String method(Integration integration) {
        return text(integration, "IntegrationMethod").required();
    }

    private static Map<String, BackendUri> uris(Route route, List<Stage> stages) {
        Integration integration = Objects.requireNonNull(route.integration());
        Properties tls = integration.resource().typed().object("TlsConfig");
        String certified =
                tls == null ? null : tls.text("ServerNameToVerify").value().orElse(null);
        Map<String, BackendUri> uris = new HashMap<>();
        for (Stage stage : stages) {
            Map<String, String> variables = new LinkedHashMap<>();
            stage.variables().forEach((name, value) -> variables.put(name, value.required()));
            uris.put(
                    stage.name(),
                    BackendUri.of(
                            "integration " + integration.logicalId(),
                            integration.uri().required(),
                            variables,
                            RoutePattern.of(route.routeKey()).variables(),
                            certified));
        }
        return uris;
    }

    private static Property<String> text(Integration integration, String property) {
        return integration.resource().typed().text(property);
    }
}
