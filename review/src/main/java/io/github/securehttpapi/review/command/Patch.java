package io.github.securehttpapi.review.command;

import io.github.securehttpapi.review.Change;
import io.github.securehttpapi.template.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a fix as a JSON patch (RFC 6902): to be applied to the template as JSON holds it.
 *
 * @param operations the operations, in order
 */
record Patch(List<Map<String, Object>> operations) {
    Patch {
        operations = List.copyOf(operations);
    }

    static Patch of(Value.Fields document, List<Change> changes) {
        List<Map<String, Object>> operations = new ArrayList<>();
        Set<String> made = new HashSet<>();
        for (Change change : changes) {
            makeWay(document, change.path(), made, operations);
            operations.add(operation(document, change));
        }
        return new Patch(operations);
    }

    /** An operation adds nothing to an object that is not there (RFC 6902, 4.1). */
    private static void makeWay(
            Value.Fields document, List<String> path, Set<String> made, List<Map<String, Object>> operations) {
        for (int length = 1; length < path.size(); length++) {
            List<String> way = path.subList(0, length);
            String pointer = new Change(way, null).pointer();
            if (document.at(way) == null && made.add(pointer)) {
                operations.add(operation("add", pointer, Map.of()));
            }
        }
    }

    /** In an object, "add" replaces what is there (RFC 6902, 4.1); into a list, it would insert. */
    private static Map<String, Object> operation(Value.Fields document, Change change) {
        Object value = change.value();
        if (value == null) {
            return operation("remove", change.pointer(), null);
        }
        return operation(document.at(change.path()) == null ? "add" : "replace", change.pointer(), value);
    }

    private static Map<String, Object> operation(String name, String pointer, @Nullable Object value) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("op", name);
        operation.put("path", pointer);
        if (value != null) {
            operation.put("value", value);
        }
        return operation;
    }
}
