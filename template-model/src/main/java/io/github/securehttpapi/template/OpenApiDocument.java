package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the OpenAPI document of an HTTP API as API Gateway imports it (API Gateway developer guide, OpenAPI definitions
 * for HTTP APIs): operations and security schemes. What cannot be told is reported, never left out.
 */
final class OpenApiDocument {
    private static final Set<String> METHODS =
            Set.of("delete", "get", "head", "options", "patch", "post", "put", Operation.ANY);

    /** Fields of a path item that are no methods (OpenAPI 3.0, path item object). */
    private static final Set<String> NO_METHODS = Set.of("description", "parameters", "servers", "summary");

    private final Resource api;
    private final List<String> path;
    private final Collection<UnresolvedResource> unresolved;

    OpenApiDocument(Resource api, String property, Collection<UnresolvedResource> unresolved) {
        this.api = api;
        this.path = List.of("Resources", api.logicalId(), "Properties", property);
        this.unresolved = unresolved;
    }

    Definition read(@Nullable Value body) {
        Definition definition = new Definition(api, body);
        if (body != null && isKnown(body)) {
            OpenApiPointers pointers = new OpenApiPointers(body);
            readPaths(definition, Lookup.at(body, "paths"), pointers);
            readSchemes(definition, Lookup.at(body, "components", "securitySchemes"), pointers);
        }
        return definition;
    }

    private void readPaths(Definition definition, @Nullable Value paths, OpenApiPointers pointers) {
        if (paths == null || !isKnown(paths)) {
            return;
        }
        object(paths, "paths").forEach((name, item) -> {
            Value followed = pointers.follow(item);
            if (!name.startsWith("x-") && isKnown(followed)) {
                readMethods(definition, name, object(followed, "paths." + name), pointers);
            }
        });
    }

    private void readMethods(Definition definition, String name, Map<String, Value> methods, OpenApiPointers pointers) {
        methods.forEach((written, value) -> {
            String method = written.equals(Operation.ANY) ? written : Operation.method(written);
            Value operation = pointers.follow(value);
            if (METHODS.contains(method) && !written.equalsIgnoreCase("any")) {
                if (definition.operation(Operation.key(name, method)) != null) {
                    String reason = "another operation has the same path and method";
                    report(new Value.Unresolved(written + " " + name, reason, List.of(), value.location()));
                } else if (isKnown(operation)) {
                    definition.put(operation(name, method, written, operation, pointers));
                }
            } else if (!written.startsWith("x-") && !NO_METHODS.contains(written)) {
                String reason = Excerpt.of(written) + " is no method that API Gateway imports";
                report(new Value.Unresolved(written + " " + name, reason, List.of(), value.location()));
            }
        });
    }

    private Operation operation(String name, String method, String written, Value operation, OpenApiPointers pointers) {
        String place = "paths." + name + "." + written;
        Fragment fields = new Fragment(operation.location()).putAll(object(operation, place));
        Value integration = Lookup.at(operation, Operation.INTEGRATION);
        fields.put(Operation.INTEGRATION, integration == null ? null : pointers.follow(integration));
        Origin origin = origin(operation.location(), "paths", name, written);
        return new Operation(name, method, fields.fields(), api, origin, origin);
    }

    private void readSchemes(Definition definition, @Nullable Value schemes, OpenApiPointers pointers) {
        if (schemes == null || Lookup.unresolved(schemes) != null) {
            return;
        }
        object(schemes, "components.securitySchemes").forEach((name, value) -> {
            Origin origin = origin(value.location(), "components", "securitySchemes", name);
            definition.put(name, new Definition.Scheme(pointers.follow(value), origin));
        });
    }

    private boolean isKnown(Value value) {
        Value.Unresolved unknown = Lookup.unresolved(value);
        if (unknown != null) {
            report(unknown);
        }
        return unknown == null;
    }

    private void report(Value.Unresolved unknown) {
        unresolved.add(UnresolvedResource.of(api.logicalId(), Desugaring.ROUTE, unknown));
    }

    private Origin origin(Location location, String... keys) {
        List<String> whole = new ArrayList<>(path);
        whole.addAll(List.of(keys));
        return new Origin(Origin.Kind.OPENAPI, api.logicalId(), whole, location);
    }

    /** An object; a null, which YAML makes of a key without a value, is an empty one. */
    private Map<String, Value> object(Value value, String place) {
        if (value instanceof Value.Fields || value instanceof Value.Nothing) {
            return Lookup.entries(value);
        }
        throw Properties.wrong("an object", String.join(".", path) + "." + place, value, "write {…}");
    }
}
