package io.github.securehttpapi.template;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The route, integration and stage that an API with a {@code Target} has (CloudFormation, AWS::ApiGatewayV2::Api), as an
 * {@code AWS::ApiGatewayV2::ApiGatewayManagedOverrides} changes them: the API itself has no properties for that.
 */
final class QuickCreate {
    static final String OVERRIDES = "AWS::ApiGatewayV2::ApiGatewayManagedOverrides";

    private static final List<String> PARTS = List.of("Route", "Integration", "Stage");

    private final Map<String, Resource> declared;
    private final Map<String, Resource> overrides = new LinkedHashMap<>();

    QuickCreate(Map<String, Resource> declared) {
        this.declared = declared;
        declared.values().stream()
                .filter(QuickCreate::isKnown)
                .forEach(resource -> Membership.api(resource)
                        .map(declared::get)
                        .filter(QuickCreate::makes)
                        .ifPresent(api -> overrides.putIfAbsent(api.logicalId(), resource)));
    }

    private static boolean isKnown(Resource resource) {
        return resource.type().equals(OVERRIDES)
                && resource.included().value().orElse(false)
                && PARTS.stream().allMatch(part -> Lookup.unresolved(Lookup.at(resource.properties(), part)) == null);
    }

    private static boolean makes(Resource api) {
        return api.type().equals(Membership.API) && api.has("Target") && !api.has("Body") && !api.has("BodyS3Location");
    }

    /** Whatever it changes, it does so out of sight. */
    void reportUnused(Resource resource, Collection<UnresolvedResource> unresolved) {
        if (!overrides.containsValue(resource)) {
            String reason = "it changes the route, stage and integration that API Gateway makes by itself";
            Value.Unresolved unknown = new Value.Unresolved(resource.type(), reason, List.of(), resource.location());
            unresolved.add(UnresolvedResource.of(resource.logicalId(), resource.type(), unknown));
        }
    }

    /** The API, and what quick create makes beside it. */
    List<Resource> resources(Resource api) {
        Value target = api.properties().fields().get("Target");
        if (target == null) {
            return List.of(api);
        }
        Value key = api.properties().fields().get("RouteKey");
        String id = api.logicalId() + "." + Operation.DEFAULT_ROUTE;
        Fragment route = new Fragment(target.location())
                .reference("ApiId", api.logicalId())
                .text("RouteKey", Operation.DEFAULT_ROUTE)
                .put("RouteKey", key)
                .put("Target", OpenApiRoutes.target(id + ".Integration", target.location()));
        Fragment stage = new Fragment(target.location())
                .reference("ApiId", api.logicalId())
                .text("StageName", Stage.DEFAULT)
                .flag("AutoDeploy", true);
        return List.of(
                api,
                part(api, id, Desugaring.ROUTE, route, "Route"),
                part(api, id + ".Integration", Desugaring.INTEGRATION, integration(api, target), "Integration"),
                part(api, api.logicalId() + ".Stage", Desugaring.STAGE, stage, "Stage"));
    }

    private Resource part(Resource api, String id, String type, Fragment properties, String part) {
        Resource changing = overrides.get(api.logicalId());
        if (changing != null) {
            properties.putAll(Lookup.entries(Lookup.at(changing.properties(), part)));
        }
        String name = Optional.ofNullable(changing).map(Resource::logicalId).orElseGet(() -> freeName(api));
        return Desugaring.part(api, id, type, properties.fields(), Origin.quickCreate(api, name, part));
    }

    private String freeName(Resource api) {
        String wished = api.logicalId() + "Overrides";
        String name = wished;
        for (int number = 2; declared.containsKey(name); number++) {
            name = wished + number;
        }
        return name;
    }

    /** API Gateway reference, CreateApi: a URL for an HTTP proxy, else the ARN of a function. */
    private static Fragment integration(Resource api, Value target) {
        String text = Expression.of(target).toLowerCase(Locale.ROOT);
        Fragment integration = new Fragment(target.location())
                .reference("ApiId", api.logicalId())
                .put("IntegrationUri", target)
                .rename(api.properties(), "CredentialsArn", "CredentialsArn");
        if (text.startsWith("http://") || text.startsWith("https://")) {
            return integration.text("IntegrationType", "HTTP_PROXY");
        }
        boolean function = text.startsWith("arn:") || isReference(target);
        Value type = function ? new Value.Text("AWS_PROXY", target.location()) : Lookup.unresolved(target);
        return integration.put("IntegrationType", type).text("PayloadFormatVersion", "2.0");
    }

    private static boolean isReference(@Nullable Value target) {
        Value.Unresolved unknown = Lookup.unresolved(target);
        return unknown != null && !unknown.references().isEmpty();
    }
}
