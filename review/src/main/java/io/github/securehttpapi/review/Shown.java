package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value for a message: text as it is, an object by its keys. */
final class Shown {
    private Shown() {}

    /** Each in quotes of its own. */
    static String each(Collection<String> values) {
        return "'" + String.join("', '", values) + "'";
    }

    static String of(@Nullable Value value) {
        if (value instanceof Value.Reference reference) {
            return reference.expression();
        }
        if (value instanceof Value.Unresolved unresolved) {
            return unresolved.expression();
        }
        Object plain = EditedTemplate.plain(value);
        if (plain instanceof Map<?, ?> object) {
            return object.keySet().stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"));
        }
        return plain instanceof List<?> ? "[…]" : String.valueOf(plain);
    }
}
