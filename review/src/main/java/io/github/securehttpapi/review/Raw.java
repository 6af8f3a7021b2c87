package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A template as it is written, before anything is evaluated. */
final class Raw {
    private Raw() {}

    static List<String> at(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    /** The items of a list as JSON would hold them, one text being a list of one; null if the list is computed. */
    static @Nullable List<Object> items(@Nullable Value list) {
        List<Object> plain = new ArrayList<>();
        if (list instanceof Value.Items items) {
            items.items().forEach(item -> plain.add(plain(item)));
        } else if (list instanceof Value.Text) {
            plain.add(plain(list));
        }
        return list == null || !plain.isEmpty() || list instanceof Value.Items ? plain : null;
    }

    private static Object plain(Value value) {
        Object plain = EditedTemplate.plain(value);
        return plain == null ? "" : plain;
    }

    /** The name in a {@code Ref} and nothing else; null if the value is none. */
    static @Nullable String ref(@Nullable Value value) {
        return value instanceof Value.Fields fields
                        && fields.fields().size() == 1
                        && fields.fields().get("Ref") instanceof Value.Text name
                ? name.text()
                : null;
    }
}
