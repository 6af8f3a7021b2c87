package io.github.securehttpapi.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A route key, parsed.
 *
 * @param method the method, {@value #ANY}, or empty for {@code $default}
 * @param segments the path's segments, none for {@code $default}
 */
record RoutePattern(String method, List<Segment> segments) {
    static final String DEFAULT = "$default";
    private static final String ANY = "ANY";

    /** What stands between two slashes, in order of precedence. */
    enum Kind {
        LITERAL,
        VARIABLE,
        GREEDY
    }

    /**
     * One segment.
     *
     * @param kind what it matches
     * @param text the literal, or the variable's name
     */
    record Segment(Kind kind, String text) {
        static Segment of(String text) {
            if (!text.startsWith("{") || !text.endsWith("}") || text.length() < 3) {
                return new Segment(Kind.LITERAL, text);
            }
            return text.endsWith("+}")
                    ? new Segment(Kind.GREEDY, text.substring(1, text.length() - 2))
                    : new Segment(Kind.VARIABLE, text.substring(1, text.length() - 1));
        }
    }

    /**
     * Most specific first: segment by segment, literal before variable before greedy, the first difference decides; then
     * an exact method before ANY; {@code $default} last.
     */
    static final Comparator<RoutePattern> MOST_SPECIFIC_FIRST = Comparator.comparing(RoutePattern::isDefault)
            .thenComparing(RoutePattern::kinds, Arrays::compare)
            .thenComparing(pattern -> pattern.method.equals(ANY));

    static RoutePattern of(String routeKey) {
        if (routeKey.equals(DEFAULT)) {
            return new RoutePattern("", List.of());
        }
        int space = routeKey.indexOf(' ');
        if (space <= 0 || !routeKey.startsWith("/", space + 1)) {
            throw new LocalGatewayException(
                    "route key must be a method and a path, or $default", routeKey, "write it like GET /health");
        }
        List<Segment> segments = new ArrayList<>();
        for (String segment : routeKey.substring(space + 2).split("/", -1)) {
            segments.add(Segment.of(segment));
        }
        return new RoutePattern(routeKey.substring(0, space), List.copyOf(segments));
    }

    boolean isDefault() {
        return segments.isEmpty();
    }

    /** The path parameters if the pattern matches, otherwise null. */
    @Nullable Map<String, String> match(String requestMethod, List<String> path) {
        if (isDefault()) {
            return Map.of();
        }
        boolean methodMatches = method.equals(ANY) || method.equals(requestMethod);
        return methodMatches ? match(path) : null;
    }

    private @Nullable Map<String, String> match(List<String> path) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int at = 0; at < segments.size(); at++) {
            Segment segment = segments.get(at);
            if (at >= path.size()) {
                return null;
            }
            if (segment.kind() == Kind.GREEDY) {
                String rest = String.join("/", path.subList(at, path.size()));
                parameters.put(segment.text(), rest);
                return rest.isEmpty() ? null : parameters;
            }
            String text = path.get(at);
            if (segment.kind() == Kind.VARIABLE && !text.isEmpty()) {
                parameters.put(segment.text(), text);
            } else if (!text.equals(segment.text())) {
                return null;
            }
        }
        return path.size() == segments.size() ? parameters : null;
    }

    private Kind[] kinds() {
        return segments.stream().map(Segment::kind).toArray(Kind[]::new);
    }
}
