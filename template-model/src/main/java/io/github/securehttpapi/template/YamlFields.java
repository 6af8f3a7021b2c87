package io.github.securehttpapi.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a YAML mapping while it is read: its own, and those merged into it by {@code <<}. */
final class YamlFields {
    private final Source source;
    private final Map<String, Value> own = new LinkedHashMap<>();
    private final Map<String, Value> merged = new LinkedHashMap<>();

    YamlFields(Source source) {
        this.source = source;
    }

    void put(String key, Value value, Location location) {
        if (own.putIfAbsent(key, value) != null) {
            throw source.not(Syntax.YAML, location, "Duplicate key '" + Excerpt.of(key) + "'");
        }
    }

    /** Own fields win over merged ones, and of those the earlier (yaml.org/type/merge.html). */
    void merge(Value value) {
        for (Value mapping : value instanceof Value.Items items ? items.items() : List.of(value)) {
            if (!(mapping instanceof Value.Fields fields)) {
                throw source.not(Syntax.YAML, mapping.location(), "<< merges mappings alone");
            }
            fields.fields().forEach(merged::putIfAbsent);
        }
    }

    Value.Fields at(Location location) {
        Map<String, Value> all = new LinkedHashMap<>(merged);
        all.putAll(own);
        return new Value.Fields(all, location);
    }
}
