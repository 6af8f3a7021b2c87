package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template as maps and lists with changes made to it, and of those the part that the changes lead to. Lists are kept
 * whole, since an item without its neighbours shows no place.
 */
final class EditedTemplate {
    private EditedTemplate() {}

    /** Whether changes can be written: none leads through a computed value, or into something that is no object. */
    static boolean takes(Value.Fields document, List<Change> changes) {
        return changes.stream().allMatch(change -> leads(document, change.path()));
    }

    private static boolean leads(Value.Fields document, List<String> path) {
        Value at = document;
        for (String key : path.subList(0, path.size() - 1)) {
            at = child(at, key);
            if (at == null) {
                return true;
            }
            if (!(at instanceof Value.Items) && !(at instanceof Value.Fields fields && !computed(fields))) {
                return false;
            }
        }
        return !(at instanceof Value.Items items) || index(path.get(path.size() - 1), items) >= 0;
    }

    static boolean computed(Value.Fields fields) {
        return fields.fields().keySet().stream().anyMatch(key -> key.equals("Ref") || key.startsWith("Fn::"));
    }

    /** The whole template, changed. */
    static Map<String, Object> of(Value.Fields document, List<Change> changes) {
        Map<String, Object> edited = fields(document);
        changes.forEach(change -> write(edited, change));
        return edited;
    }

    /** What the changes lead to, and the keys on the way. */
    static Map<String, Object> part(Value.Fields document, List<Change> changes) {
        Map<String, Object> part = new LinkedHashMap<>();
        for (Change change : changes) {
            way(document, part, change.path());
            if (change.value() != null) {
                write(part, change);
            }
        }
        return part;
    }

    /** Lays the keys that lead to a place, as far as the template has them; from a list on, all of it. */
    private static void way(Value.Fields document, Map<String, Object> part, List<String> path) {
        Value at = document;
        Map<String, Object> target = part;
        for (String key : path.subList(0, path.size() - 1)) {
            at = at == null ? null : child(at, key);
            if (at instanceof Value.Items items) {
                target.putIfAbsent(key, plain(items));
                return;
            }
            target = object(target.computeIfAbsent(key, absent -> new LinkedHashMap<>()));
        }
    }

    private static void write(Map<String, Object> root, Change change) {
        Object at = root;
        List<String> way = change.path().subList(0, change.path().size() - 1);
        for (String key : way) {
            at = at instanceof List<?> list
                    ? list.get(Integer.parseInt(key))
                    : object(at).computeIfAbsent(key, absent -> new LinkedHashMap<>());
        }
        String last = change.path().get(change.path().size() - 1);
        if (at instanceof List<?>) {
            items(at).set(Integer.parseInt(last), change.value());
        } else if (change.value() == null) {
            object(at).remove(last);
        } else {
            object(at).put(last, change.value());
        }
    }

    private static @Nullable Value child(Value value, String key) {
        if (value instanceof Value.Items items) {
            int index = index(key, items);
            return index < 0 ? null : items.items().get(index);
        }
        return value instanceof Value.Fields fields ? fields.fields().get(key) : null;
    }

    private static int index(String key, Value.Items items) {
        int index = key.matches("\\d{1,6}") ? Integer.parseInt(key) : -1;
        return index < items.items().size() ? index : -1;
    }

    @SuppressWarnings("unchecked") // made here, of maps with text keys only
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // made here
    private static List<@Nullable Object> items(Object value) {
        return (List<@Nullable Object>) value;
    }

    /** A value of a template as JSON would hold it. */
    static @Nullable Object plain(@Nullable Value value) {
        if (value instanceof Value.Fields fields) {
            return fields(fields);
        }
        if (value instanceof Value.Items items) {
            List<@Nullable Object> plain = new ArrayList<>();
            items.items().forEach(item -> plain.add(plain(item)));
            return plain;
        }
        if (value instanceof Value.Text text) {
            return text.text();
        }
        if (value instanceof Value.Flag flag) {
            return flag.flag();
        }
        return value instanceof Value.Numeric numeric ? numeric.number() : null;
    }

    private static Map<String, Object> fields(Value.Fields fields) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        fields.fields().forEach((name, value) -> plain.put(name, plain(value)));
        return object(plain);
    }
}
