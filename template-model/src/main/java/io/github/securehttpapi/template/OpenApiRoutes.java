package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes routes and integrations of operations, and an API's own properties of what its document says of it. */
final class OpenApiRoutes {
    static final String CORS = "x-amazon-apigateway-cors";

    /** API Gateway developer guide, x-amazon-apigateway-integration: the names that differ but in the first letter. */
    private static final Map<String, String> INTEGRATION = Map.of(
            "uri", "IntegrationUri",
            "type", "IntegrationType",
            "httpMethod", "IntegrationMethod",
            "credentials", "CredentialsArn");

    private static final Set<String> SAME = Set.of(
            "connectionId",
            "connectionType",
            "description",
            "integrationSubtype",
            "payloadFormatVersion",
            "requestParameters",
            "responseParameters",
            "timeoutInMillis",
            "tlsConfig");

    private static final List<String> CORS_FIELDS =
            List.of("allowOrigins", "allowMethods", "allowHeaders", "exposeHeaders", "maxAge", "allowCredentials");

    private final Definition definition;

    OpenApiRoutes(Definition definition) {
        this.definition = definition;
    }

    List<Resource> resources() {
        OpenApiSecurity security = new OpenApiSecurity(definition);
        List<Resource> resources = new ArrayList<>(security.authorizers());
        for (Operation operation : definition.operations()) {
            String id = definition.api().logicalId() + "." + operation.routeKey();
            Value integration = operation.fields().fields().get(Operation.INTEGRATION);
            Value target = integration;
            if (integration instanceof Value.Fields fields) {
                resources.add(integration(operation, id + ".Integration", fields));
                target = target(id + ".Integration", integration.location());
            }
            resources.add(route(operation, id, Lookup.unresolved(target) == null ? null : target, security));
        }
        return resources;
    }

    private Resource route(Operation operation, String id, @Nullable Value target, OpenApiSecurity security) {
        Fragment properties = new Fragment(operation.fields().location())
                .reference("ApiId", definition.api().logicalId())
                .text("RouteKey", operation.routeKey())
                .put("Target", target);
        security.authorize(operation, properties);
        return Desugaring.part(operation.declaring(), id, Desugaring.ROUTE, properties.fields(), operation.origin());
    }

    private Resource integration(Operation operation, String id, Value.Fields integration) {
        Fragment properties = new Fragment(integration.location())
                .reference("ApiId", definition.api().logicalId());
        integration.fields().forEach((name, value) -> {
            if (INTEGRATION.containsKey(name)) {
                properties.put(INTEGRATION.get(name), name.equals("type") ? upperCase(value) : value);
            } else if (SAME.contains(name)) {
                properties.put(capitalized(name), value);
            }
        });
        Resource declaring = operation.declaring();
        return Desugaring.part(
                declaring, id, Desugaring.INTEGRATION, properties.fields(), operation.integrationOrigin());
    }

    static Value target(String integration, Location location) {
        Value.Reference reference = Fragment.reference(integration, location);
        String reason = "resource " + integration + " is known only when deployed";
        return new Value.Unresolved("integrations/" + reference.expression(), reason, List.of(reference), location);
    }

    /** The API with the name, the CORS configuration and the endpoint that its document gives it. */
    Resource api() {
        Resource api = definition.api();
        Value document = definition.document();
        Fragment properties = Fragment.of(api.properties());
        if (!api.has("Name")) {
            properties.put("Name", Lookup.at(document, "info", "title"));
        }
        if (!api.has("DisableExecuteApiEndpoint")) {
            properties.put("DisableExecuteApiEndpoint", endpointDisabled(document));
        }
        Value cors = cors(Lookup.at(document, CORS));
        if (cors != null) {
            properties.put("CorsConfiguration", api.has("CorsConfiguration") ? conflict(cors) : cors);
        }
        return Desugaring.withProperties(api, properties.fields());
    }

    static @Nullable Value cors(@Nullable Value extension) {
        if (!(extension instanceof Value.Fields fields)) {
            return extension;
        }
        Fragment cors = new Fragment(fields.location());
        CORS_FIELDS.forEach(name -> cors.rename(fields, name, capitalized(name)));
        return cors.fields();
    }

    private static Value conflict(Value cors) {
        String reason = "which of CorsConfiguration and " + CORS + " holds is not documented";
        return new Value.Unresolved(Expression.of(cors), reason, List.of(), cors.location());
    }

    private static @Nullable Value endpointDisabled(@Nullable Value document) {
        Value servers = Lookup.at(document, "servers");
        if (Lookup.unresolved(servers) != null) {
            return servers;
        }
        for (Value server : Lookup.items(servers)) {
            Value disabled =
                    Lookup.at(server, "x-amazon-apigateway-endpoint-configuration", "disableExecuteApiEndpoint");
            if (disabled != null) {
                return disabled;
            }
        }
        return null;
    }

    private static Value upperCase(Value value) {
        return value instanceof Value.Text text
                ? new Value.Text(text.text().toUpperCase(Locale.ROOT), text.location())
                : value;
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
