package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds the {@code HttpApi} events of a function to the APIs that they name, as SAM does. */
final class SamEvents {
    private final Map<String, SamApi> apis;
    private final Resolver resolver;
    private final Collection<UnresolvedResource> unresolved;

    SamEvents(Map<String, SamApi> apis, Resolver resolver, Collection<UnresolvedResource> unresolved) {
        this.apis = apis;
        this.resolver = resolver;
        this.unresolved = unresolved;
    }

    /** Adds the events, and gives the permissions and what belongs to APIs outside the template. */
    List<Resource> add(Resource function, List<SamEvent> events) {
        Resource alias = SamFunctions.alias(function);
        Value.Reference called =
                Fragment.reference(alias == null ? function.logicalId() : alias.logicalId(), function.location());
        Value arn = alias == null ? new Value.Reference(function.logicalId(), "Arn", function.location()) : called;
        Set<String> defaults = events.stream()
                .filter(event -> alias == null && event.isDefaultRoute())
                .map(event -> apiName(apiId(event)))
                .collect(Collectors.toUnmodifiableSet());
        List<Resource> resources = new ArrayList<>();
        for (SamEvent event : events) {
            // SAM permits the default route of a function to be called by any path, and then leaves out the others.
            boolean permitted = !event.isDefaultRoute() && defaults.contains(apiName(apiId(event)));
            add(event, called, arn, permitted, resources);
        }
        return resources;
    }

    private void add(SamEvent event, Value called, Value arn, boolean permitted, List<Resource> resources) {
        Value apiId = apiId(event);
        SamApi api = api(apiId);
        if (api != null) {
            add(event, api, arn);
        } else if (apiId instanceof Value.Text) {
            resources.add(foreign(event, apiId));
        } else if (!(apiId instanceof Value.Reference reference
                && reference.attribute().equals(Value.Reference.REF))) {
            Value.Unresolved unknown = Optional.ofNullable(Lookup.unresolved(apiId))
                    .orElseThrow(() -> Properties.wrong("text", event.place("ApiId"), apiId, "write {\"Ref\": \"…\"}"));
            unresolved.add(UnresolvedResource.of(event.function().logicalId(), Desugaring.ROUTE, unknown));
        }
        if (!permitted) {
            resources.add(permission(event, called, api == null ? apiId : id(api, event)));
        }
    }

    static boolean isImplicit(SamEvent event) {
        return apiName(apiId(event)).equals(Globals.IMPLICIT_API);
    }

    private static Value apiId(SamEvent event) {
        Value apiId = event.property("ApiId");
        return apiId == null
                ? Fragment.reference(Globals.IMPLICIT_API, event.origin().location())
                : apiId;
    }

    private static String apiName(Value apiId) {
        boolean plain = apiId instanceof Value.Reference reference
                && reference.attribute().equals(Value.Reference.REF);
        return plain ? ((Value.Reference) apiId).logicalId() : Expression.of(apiId);
    }

    private static Value id(SamApi api, SamEvent event) {
        return Fragment.reference(api.declared().logicalId(), event.origin().location());
    }

    private @Nullable SamApi api(Value apiId) {
        return apis.get(apiName(apiId));
    }

    private void add(SamEvent event, SamApi api, Value arn) {
        Value.Unresolved hidden = api.hidden();
        if (hidden != null) {
            unresolved.add(UnresolvedResource.of(event.function().logicalId(), Desugaring.ROUTE, hidden));
            return;
        }
        Operation existing = api.definition().operation(event.operationKey());
        boolean integrated = existing != null && existing.hasIntegration();
        if (existing != null && integrated && api.isManaged()) {
            throw Properties.wrong(
                    "each route once",
                    String.join(".", event.origin().path()),
                    new Value.Text(existing.routeKey(), event.origin().location()),
                    "remove the event, or change its Path or Method");
        }
        Operation operation = existing != null && integrated ? existing : operation(event, api, existing, arn);
        api.definition().put(secured(event, api, configured(event, operation)));
        Value settings = event.property("RouteSettings");
        if (settings != null) {
            api.definition().routeSettings().put(event.settingsKey(), settings);
        }
    }

    private Operation operation(SamEvent event, SamApi api, @Nullable Operation existing, Value arn) {
        Location location = event.origin().location();
        Fragment integration = new Fragment(location)
                .text("type", "aws_proxy")
                .text("httpMethod", "POST")
                .text("payloadFormatVersion", "2.0")
                .put("uri", resolver.resolve(Sub.functionUri(at(arn, location))));
        Fragment fields = existing == null ? new Fragment(location) : Fragment.of(existing.fields());
        fields.put(Operation.INTEGRATION, integration.fields());
        Resource declaring = Desugaring.including(event.function(), api.declared());
        String method = Operation.method(event.method());
        return new Operation(event.path(), method, fields.fields(), declaring, event.origin(), event.origin());
    }

    private static Operation configured(SamEvent event, Operation operation) {
        if (!(operation.fields().fields().get(Operation.INTEGRATION) instanceof Value.Fields integration)) {
            return operation;
        }
        Fragment changed = Fragment.of(integration);
        changed.put("timeoutInMillis", event.property("TimeoutInMillis"));
        changed.put("payloadFormatVersion", event.property("PayloadFormatVersion"));
        return operation.with(Operation.INTEGRATION, changed.fields());
    }

    private static Operation secured(SamEvent event, SamApi api, Operation operation) {
        Value required = api.auth().security(event);
        return required == null
                ? operation
                : operation.with(
                        "security", SamAuth.both(operation.fields().fields().get("security"), required));
    }

    private static Value at(Value reference, Location location) {
        return reference instanceof Value.Reference moved
                ? new Value.Reference(moved.logicalId(), moved.attribute(), location)
                : reference;
    }

    private static Resource foreign(SamEvent event, Value apiId) {
        Location location = event.origin().location();
        Operation operation = new Operation(
                event.path(),
                Operation.method(event.method()),
                new Value.Fields(Map.of(), location),
                event.function(),
                event.origin(),
                event.origin());
        Value.Fields properties = new Fragment(location)
                .put("ApiId", apiId)
                .text("RouteKey", operation.routeKey())
                .fields();
        String id = event.function().logicalId() + "." + event.id();
        return Desugaring.part(event.function(), id, Desugaring.ROUTE, properties, event.origin());
    }

    private Resource permission(SamEvent event, Value called, Value apiId) {
        boolean any = Operation.method(event.method()).equals(Operation.ANY);
        String method = any ? "*" : event.method().toUpperCase(Locale.ROOT);
        String path = event.isDefaultRoute() ? "" : event.path();
        String shown = path.replaceAll("(.)/$", "$1").replaceAll("\\{([a-zA-Z0-9._-]+|proxy\\+)}", "*");
        Location location = event.origin().location();
        Value source = resolver.resolve(Sub.source(apiId, "*/" + method + shown, location));
        String id = event.function().logicalId() + event.id() + "Permission";
        return SamFunctions.permission(event.function(), id, at(called, location), source, event.origin());
    }
}
