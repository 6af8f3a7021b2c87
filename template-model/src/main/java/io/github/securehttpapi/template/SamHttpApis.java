package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes an {@code AWS::Serverless::HttpApi} as the API and the stage that SAM makes of it (SAM specification). */
final class SamHttpApis {
    private static final String DEFINITION = "DefinitionBody";

    /** What SAM writes into the OpenAPI document, and so cannot write into one that it has not. */
    private static final List<String> INLINE_ONLY =
            List.of("CorsConfiguration", "Auth", "Tags", "Name", "Description", "DisableExecuteApiEndpoint");

    private static final Map<String, String> CORS = Map.of(
            "AllowOrigins", "allowOrigins",
            "AllowMethods", "allowMethods",
            "AllowHeaders", "allowHeaders",
            "ExposeHeaders", "exposeHeaders",
            "MaxAge", "maxAge",
            "AllowCredentials", "allowCredentials");

    private static final Set<String> COPIED =
            Set.of("StageVariables", "AccessLogSettings", "DefaultRouteSettings", "RouteSettings", "Tags");

    private final Resolver resolver;
    private final Collection<UnresolvedResource> unresolved;

    SamHttpApis(Resolver resolver, Collection<UnresolvedResource> unresolved) {
        this.resolver = resolver;
        this.unresolved = unresolved;
    }

    SamApi read(Resource declared, Origin origin) {
        check(declared);
        Value uri = declared.properties().fields().get("DefinitionUri");
        Value body = uri != null && Lookup.isGiven(uri)
                ? Desugaring.outside(uri)
                : declared.properties().fields().get(DEFINITION);
        Value.Fields properties = properties(declared, body);
        Resource api = Desugaring.part(declared, declared.logicalId(), Membership.API, properties, origin);
        Definition definition = new OpenApiDocument(api, DEFINITION, unresolved).read(withCors(declared, body));
        SamAuth auth = new SamAuth(declared);
        auth.declare(definition, resolver, origin);
        return new SamApi(declared, definition, auth, !Lookup.isGiven(body), Lookup.unresolved(body));
    }

    private static void check(Resource api) {
        Value body = api.properties().fields().get(DEFINITION);
        Value uri = api.properties().fields().get("DefinitionUri");
        String path = "Resources." + api.logicalId() + ".Properties.";
        if (uri != null && Lookup.isGiven(uri)) {
            if (Lookup.isGiven(body)) {
                throw Properties.wrong(
                        "either DefinitionBody or DefinitionUri", path + "DefinitionUri", uri, "remove one");
            }
            INLINE_ONLY.forEach(name -> checkInline(api, path, name));
        }
        if (body != null && Lookup.isGiven(body) && Lookup.unresolved(body) == null && !isOpenApi(body)) {
            throw Properties.wrong(
                    "an OpenAPI document", path + DEFINITION, body, "write openapi: 3.0.1 and paths: {…}");
        }
        checkObject(api, path, "RouteSettings");
        checkObject(api, path, "DefaultRouteSettings");
        if (body != null && Lookup.isGiven(Lookup.at(api.properties(), "Auth", "DefaultAuthorizer"))) {
            checkMethods(body, path + DEFINITION);
        }
    }

    private static void checkInline(Resource api, String path, String name) {
        Value value = api.properties().fields().get(name);
        if (value != null && Lookup.isGiven(value)) {
            throw Properties.wrong("no " + name + " beside DefinitionUri", path + name, value, "use DefinitionBody");
        }
    }

    private static void checkObject(Resource api, String path, String name) {
        Value value = api.properties().fields().get(name);
        if (value instanceof Value.Items || value instanceof Value.Text) {
            throw Properties.wrong("an object", path + name, value, "write {…}");
        }
    }

    /** SAM looks for these by the name that API Gateway reads, and refuses the document if it is written otherwise. */
    private static void checkMethods(Value body, String path) {
        Lookup.entries(Lookup.at(body, "paths"))
                .forEach((name, item) -> Lookup.entries(item).forEach((written, operation) -> {
                    if (!Operation.method(written).equals(written) && !written.startsWith("x-")) {
                        throw Properties.wrong(
                                "methods as OpenAPI writes them",
                                path + ".paths." + name,
                                new Value.Text(written, operation.location()),
                                "write " + Excerpt.of(Operation.method(written)));
                    }
                }));
    }

    private static boolean isOpenApi(Value body) {
        String version = Scalars.text(Lookup.at(body, "openapi"));
        Value paths = Lookup.at(body, "paths");
        boolean unknown = Lookup.unresolved(paths) != null;
        return version != null && version.startsWith("3") && (paths instanceof Value.Fields || unknown);
    }

    private Value.Fields properties(Resource declared, @Nullable Value body) {
        Fragment properties = new Fragment(declared.properties().location()).text("ProtocolType", "HTTP");
        for (String name : List.of("Name", "Description", "DisableExecuteApiEndpoint", "FailOnWarnings", "Tags")) {
            properties.rename(declared.properties(), name, name);
        }
        if (body == null && !declared.has("Name")) {
            Value stack = new Value.Text("AWS::StackName", declared.properties().location());
            properties.put("Name", resolver.resolve(new Value.Fields(Map.of("Ref", stack), stack.location())));
        }
        return properties.fields();
    }

    /** The document with the CORS configuration of the API in it, field by field before its own. */
    private static @Nullable Value withCors(Resource declared, @Nullable Value body) {
        Value cors = declared.properties().fields().get("CorsConfiguration");
        if (cors == null || !Lookup.isGiven(cors) || Lookup.unresolved(body) != null) {
            return body;
        }
        Value existing = Lookup.at(body, OpenApiRoutes.CORS);
        Fragment merged = new Fragment(cors.location()).putAll(Lookup.entries(existing));
        String path = "Resources." + declared.logicalId() + ".Properties.CorsConfiguration";
        if (cors instanceof Value.Flag) {
            merged.list("allowOrigins", new Value.Text("*", cors.location()));
        } else if (Lookup.unresolved(cors) == null) {
            if (!(cors instanceof Value.Fields)) {
                throw Properties.wrong("an object or true", path, cors, "write {\"AllowOrigins\": […]}");
            }
            Lookup.entries(cors).forEach((name, value) -> merged.put(corsField(name, path, value), value));
        }
        Fragment document = body instanceof Value.Fields fields ? Fragment.of(fields) : new Fragment(cors.location());
        return document.put(OpenApiRoutes.CORS, Lookup.unresolved(cors) == null ? merged.fields() : cors)
                .fields();
    }

    private static String corsField(String name, String path, Value value) {
        String field = CORS.get(name);
        if (field == null) {
            String known = "AllowOrigins, AllowMethods, AllowHeaders, ExposeHeaders, MaxAge or AllowCredentials";
            throw Properties.wrong(known, path, new Value.Text(name, value.location()), "correct the name");
        }
        return field;
    }

    /** The API, its routes, stage, domain, and the permissions of its authorizers. */
    List<Resource> resources(SamApi api) {
        OpenApiRoutes routes = new OpenApiRoutes(api.definition());
        List<Resource> resources = new ArrayList<>();
        resources.add(routes.api());
        Resource stage = stage(api);
        resources.add(stage);
        resources.addAll(new SamDomains(api, unresolved).resources(stage.logicalId()));
        resources.addAll(routes.resources());
        resources.addAll(authorizerPermissions(api));
        return resources;
    }

    private Resource stage(SamApi api) {
        Value.Fields declared = api.declared().properties();
        Value name = declared.fields().get("StageName");
        Fragment properties = new Fragment(declared.location())
                .reference("ApiId", api.declared().logicalId())
                .flag("AutoDeploy", true);
        properties.text("StageName", Stage.DEFAULT).put("StageName", Lookup.isGiven(name) ? name : null);
        COPIED.forEach(copied -> properties.rename(declared, copied, copied));
        properties.put("RouteSettings", routeSettings(api, declared.fields().get("RouteSettings")));
        String id = SamNames.stage(api.declared().logicalId(), name);
        return Desugaring.part(api.declared(), id, Desugaring.STAGE, properties.fields(), api.origin());
    }

    /** Settings of an event go before those of the API for the same key, field by field. */
    private static @Nullable Value routeSettings(SamApi api, @Nullable Value declared) {
        if (api.definition().routeSettings().isEmpty() || Lookup.unresolved(declared) != null) {
            return declared;
        }
        Map<String, Value> all = new LinkedHashMap<>(Lookup.entries(declared));
        api.definition().routeSettings().forEach((key, settings) -> {
            Value existing = all.get(key);
            boolean both = existing instanceof Value.Fields && settings instanceof Value.Fields;
            Fragment merged = new Fragment(settings.location()).putAll(Lookup.entries(existing));
            all.put(key, both ? merged.putAll(Lookup.entries(settings)).fields() : settings);
        });
        Location location = declared == null ? api.origin().location() : declared.location();
        return new Value.Fields(all, location);
    }

    /** SAM permits the call of an authorizer's function only where the template asks for it. */
    private List<Resource> authorizerPermissions(SamApi api) {
        List<Resource> permissions = new ArrayList<>();
        api.auth().authorizers().forEach((name, authorizer) -> {
            Value function = Lookup.at(authorizer, "FunctionArn");
            boolean asked =
                    Lookup.at(authorizer, "EnableFunctionDefaultPermissions") instanceof Value.Flag flag && flag.flag();
            if (asked && function != null) {
                String id = api.declared().logicalId() + name + "AuthorizerPermission";
                Value.Reference apiId = Fragment.reference(api.declared().logicalId(), authorizer.location());
                Value source = resolver.resolve(Sub.source(apiId, "authorizers/*", authorizer.location()));
                permissions.add(SamFunctions.permission(api.declared(), id, function, source, api.origin()));
            }
        });
        return permissions;
    }
}
