package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Integration;
import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Origin;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The public OPTIONS route that keeps preflight from a route that takes every method and has an authorizer (API Gateway
 * developer guide, http-api-cors.html). Its function answers: HTTP APIs have no mock integrations.
 */
final class PreflightRoute {
    private static final String INTEGRATION = "x-amazon-apigateway-integration";

    private PreflightRoute() {}

    /** The routes that take preflight to themselves, whoever else has a better claim to it. */
    static List<Route> swallowing(HttpApi api) {
        Set<String> answered = api.routes().stream()
                .filter(Preflight::is)
                .map(route -> shape(route.routeKey()))
                .collect(Collectors.toSet());
        return api.routes().stream()
                .filter(NewCors::takesAnyMethod)
                .filter(route -> !answered.contains(shape(key(route))))
                .toList();
    }

    /** The key of the route that is missing beside one. */
    static String key(Route route) {
        return route.routeKey().equals("$default")
                ? "OPTIONS /{proxy+}"
                : route.routeKey().replaceFirst("ANY", "OPTIONS");
    }

    private static String shape(String key) {
        return key.replaceAll("\\{[^}/+]*(\\+?)}", "{$1}");
    }

    /** No change where preflight, which anyone can send, would do what the authorizer guards. */
    static List<Change> beside(Route route, Template template) {
        Integration integration = route.integration();
        if (integration == null || !tellsOptionsApart(integration)) {
            return List.of();
        }
        Origin origin = route.resource().origin();
        return switch (origin.kind()) {
            case RESOURCE -> List.of(resource(route, template.document()));
            case QUICK_CREATE -> quickCreated(route, integration, template);
            case SAM_EVENT -> List.of(event(route, template.document()));
            case OPENAPI -> List.of(operation(route, template.document()));
            case SAM_API, SAM_IMPLICIT_API, SAM_FUNCTION -> List.of();
        };
    }

    /** Functions do by the event's method; a service or a URL that is called with a method of its own does not. */
    private static boolean tellsOptionsApart(Integration integration) {
        return integration.subtype().isAbsent()
                && integration.type().value().stream().anyMatch(type -> type.equalsIgnoreCase("AWS_PROXY"));
    }

    private static Change resource(Route route, Value.Fields document) {
        Map<String, Object> properties = new LinkedHashMap<>();
        copy(document, Raw.at(route.resource().origin().path(), "Properties"), Set.of("ApiId", "Target"), properties);
        properties.put("RouteKey", key(route));
        return beside(route, route(route, properties), document);
    }

    private static Map<String, Object> route(Route route, Map<String, Object> properties) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("Type", "AWS::ApiGatewayV2::Route");
        resource.put("Metadata", reason(route));
        resource.put("Properties", properties);
        return resource;
    }

    /** No other route can lead to the integration that API Gateway makes by itself, so there is another one. */
    private static List<Change> quickCreated(Route route, Integration integration, Template template) {
        String api = route.resource().origin().logicalId();
        Object uri = EditedTemplate.plain(template.document().at(List.of("Resources", api, "Properties", "Target")));
        if (uri == null) {
            return List.of();
        }
        Map<String, Object> called = new LinkedHashMap<>();
        called.put("ApiId", Map.of("Ref", api));
        called.put("IntegrationType", "AWS_PROXY");
        called.put("IntegrationUri", uri);
        called.put("PayloadFormatVersion", integration.payloadFormatVersion().orElse("2.0"));
        LambdaFunction function = integration.function();
        if (function != null && !function.timeout().isUnresolved()) {
            called.put("TimeoutInMillis", IntegrationTimeout.fitting(function));
        }
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("Type", "AWS::ApiGatewayV2::Integration");
        target.put("Properties", called);
        String integrationId = Declared.freeName(template, api + "PreflightIntegration");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("ApiId", Map.of("Ref", api));
        properties.put("RouteKey", key(route));
        properties.put("Target", Map.of("Fn::Sub", "integrations/${" + integrationId + "}"));
        return List.of(
                new Change(List.of("Resources", integrationId), target),
                new Change(
                        List.of("Resources", Declared.freeName(template, api + "Preflight")),
                        route(route, properties)));
    }

    /** SAM gives OPTIONS no default authorizer (samtranslator, {@code set_path_default_authorizer}). */
    private static Change event(Route route, Value.Fields document) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> path = Raw.at(route.resource().origin().path(), "Properties");
        copy(document, path, Set.of("ApiId", "PayloadFormatVersion", "TimeoutInMillis"), properties);
        properties.put("Method", "OPTIONS");
        properties.put("Path", key(route).substring("OPTIONS ".length()));
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("Type", "HttpApi");
        event.put("Properties", properties);
        return beside(route, event, document);
    }

    private static Change operation(Route route, Value.Fields document) {
        List<String> path = route.resource().origin().path();
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("security", List.of());
        operation.put("responses", Map.of("204", Map.of("description", "CORS preflight")));
        copy(document, path, Set.of(INTEGRATION), operation);
        List<String> item = new ArrayList<>(path.subList(0, path.size() - 2));
        item.add(key(route).substring("OPTIONS ".length()));
        return new Change(Raw.at(item, "options"), operation);
    }

    private static Change beside(Route route, Object declaration, Value.Fields document) {
        List<String> path = route.resource().origin().path();
        List<String> parent = path.subList(0, path.size() - 1);
        String name = Declared.freeName(
                path.get(path.size() - 1) + "Preflight", taken -> document.at(Raw.at(parent, taken)) != null);
        return new Change(Raw.at(parent, name), declaration);
    }

    private static void copy(Value.Fields document, List<String> path, Set<String> names, Map<String, Object> target) {
        if (document.at(path) instanceof Value.Fields fields) {
            fields.fields().forEach((name, value) -> {
                Object plain = names.contains(name) ? EditedTemplate.plain(value) : null;
                if (plain != null) {
                    target.put(name, plain);
                }
            });
        }
    }

    private static Map<String, Object> reason(Route route) {
        String reason = "CORS preflight for " + route.routeKey();
        return Map.of("SecureHttpApi", Map.of("PublicAccess", Map.of("Reason", reason)));
    }

    /** An OPTIONS route that loses its authorizer, since browsers send no credentials with it. */
    static List<Change> opened(Route route) {
        Origin origin = route.resource().origin();
        return switch (origin.kind()) {
            case RESOURCE, QUICK_CREATE -> opened(Placement.of(route.resource()), route);
            case SAM_EVENT -> List.of(Placement.of(route.resource()).remove("Auth"));
            case OPENAPI -> List.of(new Change(Raw.at(origin.path(), "security"), List.of()));
            case SAM_API, SAM_IMPLICIT_API, SAM_FUNCTION -> List.of();
        };
    }

    private static List<Change> opened(Placement place, Route route) {
        List<Change> changes = new ArrayList<>();
        changes.add(place.set("AuthorizationType", "NONE"));
        for (String name : List.of("AuthorizerId", "AuthorizationScopes")) {
            if (route.resource().has(name)) {
                changes.add(place.remove(name));
            }
        }
        return changes;
    }
}
