package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What an HTTP API is made of, gathered from an OpenAPI document and, in SAM, from events. */
final class Definition {
    /**
     * A security scheme.
     *
     * @param value what OpenAPI says of it
     * @param origin where it is declared
     */
    record Scheme(Value value, Origin origin) {}

    private final Resource api;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, Scheme> schemes = new LinkedHashMap<>();
    private final Map<String, Value> routeSettings = new LinkedHashMap<>();
    private final @Nullable Value document;

    Definition(Resource api, @Nullable Value document) {
        this.api = api;
        this.document = document;
    }

    Resource api() {
        return api;
    }

    /** The OpenAPI document, for what it says of the whole API; null if there is none. */
    @Nullable Value document() {
        return document;
    }

    List<Operation> operations() {
        return new ArrayList<>(operations.values());
    }

    @Nullable Operation operation(String key) {
        return operations.get(key);
    }

    void put(Operation operation) {
        operations.put(operation.key(), operation);
    }

    void replaceOperations(UnaryOperator<Operation> change) {
        operations.replaceAll((key, operation) -> change.apply(operation));
    }

    Map<String, Scheme> schemes() {
        return schemes;
    }

    void put(String name, Scheme scheme) {
        schemes.put(name, scheme);
    }

    /** The stage's route settings as far as events say them, by route key. */
    Map<String, Value> routeSettings() {
        return routeSettings;
    }
}
