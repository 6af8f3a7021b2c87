package io.github.securehttpapi.local.internal.gateway;

import io.github.securehttpapi.local.internal.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A route key, parsed.
 *
 * @param method the method, {@value #ANY}, or empty for {@code $default}
 * @param segments the path's segments, none for {@code $default}
 */
public record RoutePattern(String method, List<Segment> segments) {
    static final String DEFAULT = "$default";
    private static final String ANY = "ANY";

    /** API Gateway developer guide, http-api-develop-routes.html. */
    private static final List<String> METHODS =
            List.of(ANY, "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}+]+)(\\+?)}");

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
        static Segment of(String text, String routeKey) {
            if (!text.contains("{") && !text.contains("}")) {
                return new Segment(Kind.LITERAL, text);
            }
            Matcher variable = VARIABLE.matcher(text);
            if (!variable.matches()) {
                throw new Refusal(
                        "route key must write a variable as {name} or {name+}, between slashes",
                        routeKey,
                        "correct " + text);
            }
            return new Segment(variable.group(2).isEmpty() ? Kind.VARIABLE : Kind.GREEDY, variable.group(1));
        }
    }

    /**
     * Most specific first: a full match before a greedy one (API Gateway developer guide, http-api-develop-routes.html);
     * then segment by segment, literal before variable before greedy, the first difference decides; then an exact method
     * before ANY; {@code $default} last.
     */
    public static final Comparator<RoutePattern> MOST_SPECIFIC_FIRST = Comparator.comparing(RoutePattern::isDefault)
            .thenComparing(RoutePattern::isGreedy)
            .thenComparing(RoutePattern::kinds, Arrays::compare)
            .thenComparing(pattern -> pattern.method.equals(ANY));

    public static RoutePattern of(String routeKey) {
        if (routeKey.equals(DEFAULT)) {
            return new RoutePattern("", List.of());
        }
        int space = routeKey.indexOf(' ');
        if (space <= 0 || !routeKey.startsWith("/", space + 1)) {
            throw new Refusal(
                    "route key must be a method and a path, or $default", routeKey, "write it like GET /health");
        }
        String method = routeKey.substring(0, space);
        if (!METHODS.contains(method)) {
            throw new Refusal(
                    "route key must have a method among " + String.join(", ", METHODS),
                    routeKey,
                    "API Gateway knows no other, and only upper case");
        }
        return new RoutePattern(method, segments(routeKey, routeKey.substring(space + 2)));
    }

    private static List<Segment> segments(String routeKey, String path) {
        List<Segment> segments = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String text : path.split("/", -1)) {
            if (!segments.isEmpty() && segments.get(segments.size() - 1).kind() == Kind.GREEDY) {
                throw new Refusal("route key must have its greedy variable at the end", routeKey, "end it there");
            }
            Segment segment = Segment.of(text, routeKey);
            if (segment.kind() != Kind.LITERAL && !names.add(segment.text())) {
                throw new Refusal(
                        "route key must name its variables differently", routeKey, "rename one " + segment.text());
            }
            segments.add(segment);
        }
        return List.copyOf(segments);
    }

    boolean isDefault() {
        return segments.isEmpty();
    }

    /** The names of its variables. */
    public Set<String> variables() {
        Set<String> names = new HashSet<>();
        for (Segment segment : segments) {
            if (segment.kind() != Kind.LITERAL) {
                names.add(segment.text());
            }
        }
        return names;
    }

    /** Whether a variable is the greedy one, which alone has more than one segment. */
    public boolean spansSegments(String variable) {
        return segments.contains(new Segment(Kind.GREEDY, variable));
    }

    /** What the pattern matches, whatever its variables are called. */
    public String shape() {
        StringBuilder shape = new StringBuilder(method);
        for (Segment segment : segments) {
            String text = segment.kind() == Kind.GREEDY ? "{+}" : "{}";
            shape.append('/').append(segment.kind() == Kind.LITERAL ? segment.text() : text);
        }
        return shape.toString();
    }

    /** The path parameters if the pattern matches, otherwise null. */
    public @Nullable Map<String, String> match(String requestMethod, List<String> path) {
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
                String rest = withoutLeadingSlashes(String.join("/", path.subList(at, path.size())));
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

    private boolean isGreedy() {
        return segments.stream().anyMatch(segment -> segment.kind() == Kind.GREEDY);
    }

    /** A capture has no leading slash (recorded from API Gateway), not even of an empty segment: unverified. */
    private static String withoutLeadingSlashes(String rest) {
        int from = 0;
        while (rest.startsWith("/", from)) {
            from++;
        }
        return rest.substring(from);
    }

    private Kind[] kinds() {
        return segments.stream().map(Segment::kind).toArray(Kind[]::new);
    }
}
