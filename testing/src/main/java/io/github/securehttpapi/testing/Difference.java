package io.github.securehttpapi.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One path at which two JSON documents differ.
 *
 * @param path such as {@code Resources.Stage.Properties.RouteSettings["POST /contacts"]}
 * @param expected the value there in the first document, or null if it has none
 * @param actual the value there in the second document, or null if it has none
 */
record Difference(
        String path, @Nullable JsonNode expected, @Nullable JsonNode actual) {
    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** A longer value is cut in messages: the path says where to look. */
    private static final int LONGEST_VALUE = 120;

    static List<Difference> between(JsonNode expected, JsonNode actual) {
        List<Difference> differences = new ArrayList<>();
        compare("", expected, actual, differences);
        return differences;
    }

    private static void compare(
            String path, @Nullable JsonNode expected, @Nullable JsonNode actual, List<Difference> differences) {
        if (expected != null && actual != null && expected.isObject() && actual.isObject()) {
            compareObjects(path, expected, actual, differences);
        } else if (expected != null && actual != null && expected.isArray() && actual.isArray()) {
            int longest = Math.max(expected.size(), actual.size());
            for (int i = 0; i < longest; i++) {
                compare(path + "[" + i + "]", expected.get(i), actual.get(i), differences);
            }
        } else if (expected == null || !expected.equals(actual)) {
            differences.add(new Difference(path, expected, actual));
        }
    }

    private static void compareObjects(String path, JsonNode expected, JsonNode actual, List<Difference> differences) {
        for (Map.Entry<String, JsonNode> property : expected.properties()) {
            String key = property.getKey();
            compare(child(path, key), property.getValue(), actual.get(key), differences);
        }
        for (Map.Entry<String, JsonNode> property : actual.properties()) {
            if (!expected.has(property.getKey())) {
                differences.add(new Difference(child(path, property.getKey()), null, property.getValue()));
            }
        }
    }

    private static String child(String path, String key) {
        if (!PLAIN_KEY.matcher(key).matches()) {
            return path + "[\"" + key + "\"]";
        }
        return path.isEmpty() ? key : path + "." + key;
    }

    @Override
    public String toString() {
        if (expected == null) {
            return "added   " + path + ": " + abbreviate(actual);
        }
        if (actual == null) {
            return "removed " + path + ": " + abbreviate(expected);
        }
        return "changed " + path + ": " + abbreviate(expected) + " -> " + abbreviate(actual);
    }

    private static String abbreviate(@Nullable JsonNode value) {
        String text = String.valueOf(value);
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
