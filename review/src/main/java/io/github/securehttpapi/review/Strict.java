package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Location;
import io.github.securehttpapi.template.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An object that a team has written for the review, every part of it checked: what is misspelt would otherwise be ignored,
 * and with it what it was to say.
 *
 * @param thing what messages call it, such as {@code suppressions}
 * @param file where it stands
 * @param path the keys that lead to it; empty at the root
 * @param fields the object
 */
record Strict(String thing, String file, String path, Value.Fields fields) {
    /** The same, if it has no keys but these. */
    Strict only(List<String> keys) {
        for (Map.Entry<String, Value> field : fields.fields().entrySet()) {
            if (!keys.contains(field.getKey())) {
                String must = "have no key but " + String.join(", ", keys);
                throw wrong(
                        must,
                        path,
                        field.getValue().location(),
                        field.getKey(),
                        Spelling.suggestion(field.getKey(), keys, "remove it"));
            }
        }
        return this;
    }

    String text(String key) {
        String text = optional(key);
        if (text == null) {
            throw wrong("state the " + key.toLowerCase(Locale.ROOT), path, fields.location(), "", "add it");
        }
        return text;
    }

    @Nullable String optional(String key) {
        Value value = fields.fields().get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Value.Text text && !text.text().isBlank()) {
            return text.text();
        }
        throw wrong(
                "have text", at(key), value.location(), Shown.of(value), "write the " + key.toLowerCase(Locale.ROOT));
    }

    /** The items of a list, none if it is absent. */
    List<Value> items(String key) {
        Value value = fields.fields().get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof Value.Items items) {
            return items.items();
        }
        throw wrong(
                "have a list", at(key), value.location(), Shown.of(value), "write a list, empty if there is nothing");
    }

    /** Each item of a list of objects. */
    List<Strict> objects(String key) {
        List<Value> items = items(key);
        return IntStream.range(0, items.size())
                .mapToObj(index -> object(items.get(index), at(key) + "[" + index + "]"))
                .toList();
    }

    /** Each item of a list of texts, with its place. */
    List<Value.Text> texts(String key) {
        return items(key).stream()
                .map(item -> {
                    if (item instanceof Value.Text text) {
                        return text;
                    }
                    throw wrong("have texts", at(key), item.location(), Shown.of(item), "write it in quotes");
                })
                .toList();
    }

    /** An object below this one. */
    Strict required(String key) {
        Strict child = child(key);
        if (child == null) {
            throw wrong("have an object", key, "add it");
        }
        return child;
    }

    /** An object below this one, or null. */
    @Nullable Strict child(String key) {
        Value value = fields.fields().get(key);
        return value == null ? null : object(value, at(key));
    }

    private Strict object(Value value, String where) {
        if (value instanceof Value.Fields object) {
            return new Strict(thing, file, where, object);
        }
        throw wrong("have an object", where, value.location(), Shown.of(value), "write its keys and values");
    }

    ReviewException wrong(String must, String key, String fix) {
        Value value = fields.fields().get(key);
        Location location = value == null ? fields.location() : value.location();
        return wrong(must, at(key), location, value == null ? "" : Shown.of(value), fix);
    }

    ReviewException wrong(String must, String where, Location location, String got, String fix) {
        String place = where.isEmpty() ? "" : " at " + where;
        return new ReviewException(thing + " must " + must + place + " (" + file + ":" + location + ")", got, fix);
    }

    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
