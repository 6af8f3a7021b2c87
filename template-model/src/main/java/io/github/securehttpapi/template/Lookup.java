package io.github.securehttpapi.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ways into a tree of values whose shape is not certain. */
final class Lookup {
    private Lookup() {}

    /** What stands at a path; what is unresolved on the way there is unresolved there too. Null where there is none. */
    static @Nullable Value at(@Nullable Value value, String... keys) {
        Value found = value;
        for (String key : keys) {
            if (found == null || unresolved(found) != null) {
                return found;
            }
            found = entries(found).get(key);
        }
        return found;
    }

    static Map<String, Value> entries(@Nullable Value value) {
        return value instanceof Value.Fields fields ? fields.fields() : Map.of();
    }

    static List<Value> items(@Nullable Value value) {
        return value instanceof Value.Items items ? items.items() : List.of();
    }

    static Value.@Nullable Unresolved unresolved(@Nullable Value value) {
        return value == null ? null : Properties.unresolved(value);
    }

    /** Whether a value is there for SAM, which is written in Python: an empty text, list or object is not. */
    static boolean isGiven(@Nullable Value value) {
        return !(value == null
                || value instanceof Value.Nothing
                || (value instanceof Value.Text text && text.text().isEmpty())
                || (value instanceof Value.Flag flag && !flag.flag())
                || (value instanceof Value.Items items && items.items().isEmpty())
                || (value instanceof Value.Fields fields && fields.fields().isEmpty()));
    }
}
