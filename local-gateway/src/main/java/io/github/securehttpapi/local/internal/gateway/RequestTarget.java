package io.github.securehttpapi.local.internal.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request target, split and decoded. Segments are decoded one by one, so that an encoded slash never becomes a
 * separator, and dots are left as they are.
 *
 * @param path the decoded path, with its leading slash
 * @param segments its segments
 * @param rawQuery the query as sent, empty if there is none
 * @param query the decoded parameters, values of one name joined with a comma
 * @param authority the authority of an absolute-form target, or null
 */
public record RequestTarget(
        String path,
        List<String> segments,
        String rawQuery,
        Map<String, String> query,
        @Nullable String authority) {
    private static final String SCHEME = "http://";

    /** The target's parts, or null if it is malformed. */
    public static @Nullable RequestTarget parse(String target) {
        String authority = null;
        String origin = target;
        if (target.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            int end = endOfAuthority(target);
            authority = target.substring(SCHEME.length(), end);
            origin = target.startsWith("/", end) ? target.substring(end) : "/" + target.substring(end);
        }
        if (!origin.startsWith("/")) {
            return null;
        }
        int mark = origin.indexOf('?');
        String rawQuery = mark < 0 ? "" : origin.substring(mark + 1);
        String rawPath = mark < 0 ? origin : origin.substring(0, mark);
        List<String> segments = segments(rawPath);
        Map<String, String> query = query(rawQuery);
        return segments == null || query == null
                ? null
                : new RequestTarget(path(rawPath, segments), segments, rawQuery, query, authority);
    }

    private static String path(String rawPath, List<String> segments) {
        return PercentCoding.isPlain(rawPath) ? rawPath : "/" + String.join("/", segments);
    }

    private static int endOfAuthority(String target) {
        int at = SCHEME.length();
        while (at < target.length() && target.charAt(at) != '/' && target.charAt(at) != '?') {
            at++;
        }
        return at;
    }

    private static @Nullable List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        int from = 1;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int end = slash < 0 ? path.length() : slash;
            String segment = PercentCoding.path(path.substring(from, end));
            if (segment == null) {
                return null;
            }
            segments.add(segment);
            from = end + 1;
        }
        return segments;
    }

    private static @Nullable Map<String, String> query(String rawQuery) {
        if (rawQuery.isEmpty()) {
            return Map.of();
        }
        Map<String, String> query = new LinkedHashMap<>();
        int from = 0;
        while (from <= rawQuery.length()) {
            int ampersand = rawQuery.indexOf('&', from);
            int end = ampersand < 0 ? rawQuery.length() : ampersand;
            if (end > from && !add(rawQuery.substring(from, end), query)) {
                return null;
            }
            from = end + 1;
        }
        return query;
    }

    private static boolean add(String pair, Map<String, String> query) {
        int equals = pair.indexOf('=');
        String name = PercentCoding.query(equals < 0 ? pair : pair.substring(0, equals));
        String value = PercentCoding.query(equals < 0 ? "" : pair.substring(equals + 1));
        if (name == null || value == null) {
            return false;
        }
        query.merge(name, value, (first, next) -> first + "," + next);
        return true;
    }
}
