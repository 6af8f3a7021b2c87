package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what SAM and OpenAPI documents declare as the resources that a template would declare without them. All else
 * in the model knows nothing of either.
 */
final class Desugaring {
    static final String ROUTE = "AWS::ApiGatewayV2::Route";
    static final String INTEGRATION = "AWS::ApiGatewayV2::Integration";
    static final String AUTHORIZER = "AWS::ApiGatewayV2::Authorizer";
    static final String STAGE = "AWS::ApiGatewayV2::Stage";
    static final String DOMAIN_NAME = "AWS::ApiGatewayV2::DomainName";
    static final String API_MAPPING = "AWS::ApiGatewayV2::ApiMapping";
    static final String SAM_API = "AWS::Serverless::HttpApi";
    static final String SAM_FUNCTION = "AWS::Serverless::Function";
    static final String SAM_STATE_MACHINE = "AWS::Serverless::StateMachine";

    private final Map<String, Resource> declared;
    private final Resolver resolver;
    private final Collection<UnresolvedResource> unresolved;
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final Map<String, Integer> copies = new HashMap<>();
    private final Map<String, SamApi> apis = new LinkedHashMap<>();
    private final Map<String, List<SamEvent>> events = new LinkedHashMap<>();
    private final SamHttpApis samHttpApis;
    private final QuickCreate quickCreate;

    private Desugaring(Map<String, Resource> declared, Resolver resolver, Collection<UnresolvedResource> unresolved) {
        this.declared = declared;
        this.resolver = resolver;
        this.unresolved = unresolved;
        this.samHttpApis = new SamHttpApis(resolver, unresolved);
        this.quickCreate = new QuickCreate(declared);
    }

    /** The resources in the template's order, each followed by what is declared within it. */
    static Map<String, Resource> of(
            Map<String, Resource> declared, Resolver resolver, Collection<UnresolvedResource> unresolved) {
        Desugaring desugaring = new Desugaring(declared, resolver, unresolved);
        desugaring.readEvents();
        desugaring.readApis();
        Map<String, List<Resource>> permissions = desugaring.addEvents();
        declared.values().forEach(resource -> desugaring.write(resource, permissions));
        return desugaring.resources;
    }

    static boolean isHttpApi(String type) {
        return type.equals(SAM_API) || type.equals(Globals.IMPLICIT_TYPE);
    }

    private void readEvents() {
        SamEventReader reader = new SamEventReader(declared, unresolved);
        declared.values().forEach(resource -> {
            if (resource.type().equals(SAM_FUNCTION)) {
                events.put(resource.logicalId(), reader.read(resource));
            } else if (resource.type().equals(SAM_STATE_MACHINE)) {
                reader.reportRoutes(resource);
            }
        });
    }

    private void readApis() {
        declared.values().forEach(resource -> {
            if (resource.type().equals(SAM_API)) {
                Origin origin =
                        Origin.api(resource.logicalId(), resource.properties().location());
                apis.put(resource.logicalId(), samHttpApis.read(resource, origin));
            } else if (resource.type().equals(Globals.IMPLICIT_TYPE)) {
                Resource used = implicit(resource);
                if (used != null) {
                    Origin origin = Origin.implicitApi(used.location());
                    apis.put(used.logicalId(), samHttpApis.read(used, origin));
                }
            }
        });
    }

    /** The API that SAM makes by itself exists if a function has an event for it, and under that one's condition. */
    private @Nullable Resource implicit(Resource api) {
        List<SamEvent> calling = events.values().stream()
                .flatMap(List::stream)
                .filter(SamEvents::isImplicit)
                .toList();
        if (calling.isEmpty()) {
            return null;
        }
        SamEvent first = calling.get(0);
        Property<Boolean> included = calling.stream()
                .map(event -> event.function().included())
                .filter(certain -> !certain.isUnresolved())
                .findFirst()
                .orElse(first.function().included());
        Value.Fields properties = api.properties().fields().isEmpty()
                ? new Value.Fields(Map.of(), first.origin().location())
                : api.properties();
        return new Resource(
                api.logicalId(), SAM_API, properties, api.metadata(), included, api.origin(), properties.location());
    }

    private Map<String, List<Resource>> addEvents() {
        SamEvents adding = new SamEvents(apis, resolver, unresolved);
        Map<String, List<Resource>> permissions = new LinkedHashMap<>();
        events.forEach((function, ofFunction) -> {
            Resource resource = declared.get(function);
            if (resource != null) {
                permissions.put(function, adding.add(resource, ofFunction));
            }
        });
        apis.values().forEach(api -> api.auth().applyDefault(api.definition()));
        return permissions;
    }

    private void write(Resource resource, Map<String, List<Resource>> permissions) {
        SamApi api = apis.get(resource.logicalId());
        if (api != null) {
            samHttpApis.resources(api).forEach(this::put);
        } else if (resource.type().equals(SAM_FUNCTION)) {
            put(SamFunctions.function(resource));
            Resource alias = SamFunctions.alias(resource);
            if (alias != null) {
                put(alias);
            }
            permissions.getOrDefault(resource.logicalId(), List.of()).forEach(this::put);
        } else if (resource.type().equals(Membership.API)) {
            described(resource).forEach(this::put);
        } else if (resource.type().equals(QuickCreate.OVERRIDES)) {
            quickCreate.reportUnused(resource, unresolved);
        } else if (!resource.type().equals(Globals.IMPLICIT_TYPE)) {
            put(resource);
        }
    }

    private List<Resource> described(Resource api) {
        Value s3 = api.properties().fields().get("BodyS3Location");
        Value body = s3 == null ? api.properties().fields().get("Body") : outside(s3);
        if (body == null) {
            return quickCreate.resources(api);
        }
        OpenApiRoutes routes = new OpenApiRoutes(new OpenApiDocument(api, "Body", unresolved).read(body));
        List<Resource> described = new ArrayList<>();
        described.add(routes.api());
        described.addAll(routes.resources());
        return described;
    }

    /** What an OpenAPI document says that is only referred to. */
    static Value.Unresolved outside(Value location) {
        String reason = "the OpenAPI document is not part of the template";
        return new Value.Unresolved(Expression.of(location), reason, List.of(), location.location());
    }

    /** None takes the place of another: two operations may come to the same route. */
    private void put(Resource resource) {
        int copy = copies.merge(resource.logicalId(), 1, Integer::sum);
        String id = copy == 1 ? resource.logicalId() : resource.logicalId() + ".." + copy;
        Resource kept = part(resource, id, resource.type(), resource.properties(), resource.origin());
        resources.put(id, copy == 1 ? resource : kept);
    }

    /** What a resource declares within it, under its condition and with its metadata. */
    static Resource part(Resource declaring, String id, String type, Value.Fields properties, Origin origin) {
        return new Resource(
                id, type, properties, declaring.metadata(), declaring.included(), origin, origin.location());
    }

    static Resource withProperties(Resource resource, Value.Fields properties) {
        return new Resource(
                resource.logicalId(),
                resource.type(),
                properties,
                resource.metadata(),
                resource.included(),
                resource.origin(),
                resource.location());
    }

    /** The resource as it is where another has to be included too. */
    static Resource including(Resource resource, Resource other) {
        return resource.included().isUnresolved()
                ? resource
                : new Resource(
                        resource.logicalId(),
                        resource.type(),
                        resource.properties(),
                        resource.metadata(),
                        other.included(),
                        resource.origin(),
                        resource.location());
    }
}
