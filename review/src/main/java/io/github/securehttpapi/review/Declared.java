package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a template declares beside its HTTP APIs, as written. */
final class Declared {
    private Declared() {}

    static boolean has(Template template, String type) {
        return template.resources().stream()
                .anyMatch(resource -> resource.type().equals(type));
    }

    static boolean isOfType(Template template, String logicalId, String type) {
        return at(template, List.of("Resources", logicalId, "Type")) instanceof Value.Text text
                && text.text().equals(type);
    }

    /** What stands at a place, or null if nothing does. */
    static @Nullable Value at(Template template, List<String> path) {
        Value at = template.document();
        for (String key : path) {
            at = at instanceof Value.Fields fields ? fields.fields().get(key) : null;
        }
        return at;
    }

    /** The name for a new resource: the one that is wished, with a number behind it if it is taken. */
    static String freeName(Template template, String wished) {
        String name = wished;
        for (int number = 2; resources(template).containsKey(name); number++) {
            name = wished + number;
        }
        return name;
    }

    private static Map<String, Value> resources(Template template) {
        return at(template, List.of("Resources")) instanceof Value.Fields fields ? fields.fields() : Map.of();
    }
}
