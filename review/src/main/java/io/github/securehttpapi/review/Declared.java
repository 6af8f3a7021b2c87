package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a template declares beside its HTTP APIs, as written. */
final class Declared {
    private Declared() {}

    static boolean has(Template template, String type) {
        return template.resources().stream()
                .anyMatch(resource -> resource.type().equals(type));
    }

    static boolean isOfType(Template template, String logicalId, String type) {
        return template.document().at(List.of("Resources", logicalId, "Type")) instanceof Value.Text text
                && text.text().equals(type);
    }

    /** The name for a new resource: the one that is wished, with a number behind it if it is taken. */
    static String freeName(Template template, String wished) {
        return freeName(
                wished,
                name -> resources(template).containsKey(name)
                        || template.document().at(List.of("Parameters", name)) != null);
    }

    static String freeName(String wished, Predicate<String> taken) {
        String name = wished;
        for (int number = 2; taken.test(name); number++) {
            name = wished + number;
        }
        return name;
    }

    private static Map<String, Value> resources(Template template) {
        return template.document().at(List.of("Resources")) instanceof Value.Fields fields ? fields.fields() : Map.of();
    }
}
