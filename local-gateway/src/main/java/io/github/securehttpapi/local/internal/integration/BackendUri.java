package io.github.securehttpapi.local.internal.integration;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.local.internal.backend.BackendCall;
import io.github.securehttpapi.local.internal.gateway.Match;
import io.github.securehttpapi.local.internal.gateway.PercentCoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The URL of an HTTP proxy integration, whose path may name the route's variables as {@code {name}}. */
public final class BackendUri {
    private static final Pattern URL = Pattern.compile(
            "(https?)://(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::(\\d{1,5}))?(/[^?#\\s]*)?(?:\\?([^#\\s]*))?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}+]+)\\+?}");
    private static final Pattern STAGE_VARIABLE = Pattern.compile("\\$\\{stageVariables\\.([A-Za-z0-9_]+)}");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int MAX_PORT = 65_535;

    private final BackendCall.Endpoint endpoint;
    private final String authority;
    private final String path;
    private final String query;

    private BackendUri(BackendCall.Endpoint endpoint, String authority, String path, String query) {
        this.endpoint = endpoint;
        this.authority = authority;
        this.path = path;
        this.query = query;
    }

    /**
     * Reads a URL.
     *
     * @param place whose URL it is
     * @param text the URL
     * @param stageVariables the stage's variables, which may stand anywhere in it
     * @param pathVariables the variables of the route's path
     * @param certified the name that the backend's certificate has to have; null for its host's
     */
    public static BackendUri of(
            String place,
            String text,
            Map<String, String> stageVariables,
            Set<String> pathVariables,
            @Nullable String certified) {
        String url = STAGE_VARIABLE.matcher(text).replaceAll(variable -> value(place, text, variable, stageVariables));
        Matcher parts = URL.matcher(url);
        int port = parts.matches() ? port(parts) : 0;
        if (port < 1 || port > MAX_PORT) {
            throw new Refusal(
                    place + " must call an http or https URL, variables in its path only",
                    text,
                    "write one such as https://api.example.com/pets/{id}");
        }
        String path = parts.group(4) == null ? "/" : parts.group(4);
        VARIABLE.matcher(path).results().forEach(variable -> known(place, text, variable.group(1), pathVariables));
        String host = parts.group(2).replaceAll("[\\[\\]]", "");
        boolean secure = parts.group(1).equalsIgnoreCase("https");
        String authority = parts.group(2) + (parts.group(3) == null ? "" : ":" + parts.group(3));
        return new BackendUri(
                new BackendCall.Endpoint(secure, host, port, certified == null ? host : certified),
                authority,
                path,
                parts.group(5) == null ? "" : parts.group(5));
    }

    BackendCall.Endpoint endpoint() {
        return endpoint;
    }

    String authority() {
        return authority;
    }

    /** The target of a request, with another path in the place of this one's unless it is null. */
    String target(Match match, @Nullable String otherPath) {
        String filled = otherPath == null ? filled(match) : otherPath;
        List<String> queries =
                new ArrayList<>(List.of(query, octets(match.target().rawQuery())));
        queries.removeIf(String::isEmpty);
        return filled + (queries.isEmpty() ? "" : "?" + String.join("&", queries));
    }

    private String filled(Match match) {
        return VARIABLE.matcher(path).replaceAll(variable -> {
            String name = variable.group(1);
            String value = match.pathParameters().getOrDefault(name, "");
            return Matcher.quoteReplacement(
                    match.endpoint().pattern().spansSegments(name)
                            ? encoded(match.target().segments(), value)
                            : PercentCoding.encodeSegment(value));
        });
    }

    /** What a greedy variable matched, segment by segment, so that a slash within one, which a client has to encode, never separates two. */
    private static String encoded(List<String> segments, String value) {
        int length = -1;
        for (int from = segments.size() - 1; from >= 0; from--) {
            length += segments.get(from).length() + 1;
            if (length == value.length() && value.equals(String.join("/", segments.subList(from, segments.size())))) {
                return String.join(
                        "/",
                        segments.subList(from, segments.size()).stream()
                                .map(PercentCoding::encodeSegment)
                                .toList());
            }
        }
        return PercentCoding.encodeSegment(value);
    }

    /** What a client sent beyond ASCII, encoded: our own client would send other octets. */
    private static String octets(String raw) {
        StringBuilder encoded = new StringBuilder(raw.length());
        raw.chars()
                .forEach(character -> encoded.append(
                        character <= '~' ? Character.toString(character) : "%%%02X".formatted(character)));
        return encoded.toString();
    }

    private static int port(Matcher parts) {
        if (parts.group(3) != null) {
            return Integer.parseInt(parts.group(3));
        }
        return parts.group(1).equalsIgnoreCase("https") ? HTTPS : HTTP;
    }

    private static String value(String place, String text, MatchResult variable, Map<String, String> stageVariables) {
        String value = stageVariables.get(variable.group(1));
        if (value == null) {
            String must = place + " must name variables that each stage has";
            throw new Refusal(must, text, "add stage variable " + variable.group(1));
        }
        return Matcher.quoteReplacement(value);
    }

    private static void known(String place, String text, String variable, Set<String> pathVariables) {
        if (!pathVariables.contains(variable)) {
            String must = place + " must name variables of its route's path";
            throw new Refusal(must, text, "the route has no {" + variable + "}");
        }
    }
}
