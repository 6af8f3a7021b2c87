package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Route;
import java.util.ArrayList;
import java.util.List;

/**
 * A route key, taken apart. Braces stay on a variable: a request for the path itself, braces and all, is one that matches
 * the variable and no literal beside it.
 *
 * @param method the method, {@value #ANY}, or empty for {@code $default}
 * @param segments what stands between the slashes; none for {@code $default}
 */
record RoutePath(String method, List<String> segments) {
    static final String ANY = "ANY";

    static RoutePath of(Route route) {
        String[] words = route.routeKey().split(" ", 2);
        return words.length == 2 && words[1].startsWith("/")
                ? new RoutePath(words[0], List.of(words[1].substring(1).split("/", -1)))
                : new RoutePath("", List.of());
    }

    boolean isDefault() {
        return segments.isEmpty();
    }

    boolean isAny() {
        return method.equals(ANY);
    }

    boolean isGreedy() {
        return !segments.isEmpty() && segments.get(segments.size() - 1).endsWith("+}");
    }

    static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    List<String> withTrailingSlash() {
        List<String> longer = new ArrayList<>(segments);
        longer.add("");
        return longer;
    }

    /** The path without its last segment: what a greedy variable leaves out. */
    List<String> parent() {
        return segments.subList(0, segments.size() - 1);
    }

    static String request(String method, List<String> segments) {
        return method + " /" + String.join("/", segments);
    }
}
