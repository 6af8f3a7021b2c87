package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which resources CloudFormation makes before others: those they name in DependsOn, Ref, Fn::GetAtt and Fn::Sub. */
final class Dependencies {
    private static final Pattern SUBSTITUTED = Pattern.compile("\\$\\{\\s*([A-Za-z0-9]+)[^}]*}");

    private final Map<String, Value> resources;
    private final Map<String, Set<String>> direct = new HashMap<>();

    Dependencies(Value.Fields document) {
        resources = document.fields().get("Resources") instanceof Value.Fields declared ? declared.fields() : Map.of();
    }

    /** All that are made before a resource. */
    Set<String> of(String logicalId) {
        Set<String> all = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(direct(logicalId));
        while (!next.isEmpty()) {
            String name = next.pop();
            if (all.add(name)) {
                next.addAll(direct(name));
            }
        }
        return all;
    }

    /** What a resource's own DependsOn says. */
    List<String> written(String logicalId) {
        Value dependsOn = resources.get(logicalId) instanceof Value.Fields fields
                ? fields.fields().get("DependsOn")
                : null;
        List<Value> names = dependsOn instanceof Value.Items items ? items.items() : List.of();
        List<String> written = new ArrayList<>();
        text(dependsOn, written);
        names.forEach(name -> text(name, written));
        return written;
    }

    private static void text(@Nullable Value value, List<String> texts) {
        if (value instanceof Value.Text text) {
            texts.add(text.text());
        }
    }

    private Set<String> direct(String logicalId) {
        return direct.computeIfAbsent(logicalId, name -> {
            Set<String> found = new LinkedHashSet<>(written(name));
            Value resource = resources.get(name);
            if (resource != null) {
                collect(resource, found);
            }
            found.retainAll(resources.keySet());
            return found;
        });
    }

    private static void collect(Value value, Set<String> found) {
        if (value instanceof Value.Items items) {
            items.items().forEach(item -> collect(item, found));
        } else if (value instanceof Value.Fields fields) {
            fields.fields().forEach((name, child) -> {
                collect(name, child, found);
                collect(child, found);
            });
        }
    }

    private static void collect(String function, Value argument, Set<String> found) {
        Value first = argument instanceof Value.Items items && !items.items().isEmpty()
                ? items.items().get(0)
                : argument;
        if (!(first instanceof Value.Text text)) {
            return;
        }
        switch (function) {
            case "Ref" -> found.add(text.text());
            case "Fn::GetAtt" -> found.add(text.text().replaceFirst("\\..*", ""));
            case "Fn::Sub" -> {
                Matcher name = SUBSTITUTED.matcher(text.text());
                while (name.find()) {
                    found.add(name.group(1));
                }
            }
            default -> {}
        }
    }
}
