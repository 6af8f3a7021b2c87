package io.github.securehttpapi.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of an object that the template writes in another form, put together at the place where it does. */
final class Fragment {
    private final Map<String, Value> fields = new LinkedHashMap<>();
    private final Location location;

    Fragment(Location location) {
        this.location = location;
    }

    static Fragment of(Value.Fields fields) {
        return new Fragment(fields.location()).putAll(fields.fields());
    }

    /** A reference to a resource of the model, whether or not the template declares it under that name. */
    static Value.Reference reference(String logicalId, Location location) {
        return new Value.Reference(logicalId, Value.Reference.REF, location);
    }

    /** Nothing is put where there is nothing. */
    Fragment put(String name, @Nullable Value value) {
        if (value != null && !(value instanceof Value.Nothing)) {
            fields.put(name, value);
        }
        return this;
    }

    Fragment putAll(Map<String, Value> values) {
        values.forEach(this::put);
        return this;
    }

    /** Puts what an object has under one name under another. */
    Fragment rename(Value from, String name, String as) {
        return put(as, Lookup.at(from, name));
    }

    Fragment text(String name, String text) {
        return put(name, new Value.Text(text, location));
    }

    Fragment flag(String name, boolean flag) {
        return put(name, new Value.Flag(flag, location));
    }

    Fragment list(String name, Value... items) {
        return put(name, new Value.Items(List.of(items), location));
    }

    Fragment reference(String name, String logicalId) {
        return put(name, reference(logicalId, location));
    }

    Fragment remove(String... names) {
        List.of(names).forEach(fields::remove);
        return this;
    }

    Value.Fields fields() {
        return new Value.Fields(fields, location);
    }
}
