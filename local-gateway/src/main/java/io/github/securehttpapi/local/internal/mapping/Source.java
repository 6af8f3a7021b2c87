package io.github.securehttpapi.local.internal.mapping;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a mapped value comes from (API Gateway developer guide, http-api-parameter-mapping.html).
 *
 * @param kind what kind of place it is
 * @param name the name of the header, parameter or variable; empty where there is none
 * @param path the place within a body; null for all of it
 */
record Source(Kind kind, String name, @Nullable JsonPath path) {
    /** The kinds of places, each with how it is written. */
    enum Kind {
        REQUEST_HEADER("request.header."),
        QUERY_PARAMETER("request.querystring."),
        REQUEST_BODY("request.body"),
        PATH_PARAMETER("request.path."),
        REQUEST_PATH("request.path"),
        RESPONSE_HEADER("response.header."),
        RESPONSE_BODY("response.body"),
        CONTEXT("context."),
        STAGE_VARIABLE("stageVariables.");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }
    }

    /** Of the special characters, these only (API Gateway developer guide, http-api-parameter-mapping.html). */
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z0-9._]+");

    static final List<Kind> OF_REQUEST = List.of(
            Kind.REQUEST_HEADER,
            Kind.QUERY_PARAMETER,
            Kind.REQUEST_BODY,
            Kind.PATH_PARAMETER,
            Kind.REQUEST_PATH,
            Kind.CONTEXT,
            Kind.STAGE_VARIABLE);

    static final List<Kind> OF_RESPONSE =
            List.of(Kind.RESPONSE_HEADER, Kind.RESPONSE_BODY, Kind.CONTEXT, Kind.STAGE_VARIABLE);

    /** What {@code text}, without the dollar sign and braces, refers to; null if to nothing of these kinds. */
    static @Nullable Source parse(String text, List<Kind> kinds) {
        for (Kind kind : kinds) {
            if (text.startsWith(kind.prefix)) {
                return of(kind, text.substring(kind.prefix.length()));
            }
        }
        return null;
    }

    private static @Nullable Source of(Kind kind, String rest) {
        return switch (kind) {
            case REQUEST_BODY, RESPONSE_BODY -> body(kind, rest);
            case REQUEST_PATH -> rest.isEmpty() ? new Source(kind, rest, null) : null;
            case CONTEXT, STAGE_VARIABLE -> VARIABLE.matcher(rest).matches() ? new Source(kind, rest, null) : null;
            default -> rest.isEmpty() ? null : new Source(kind, rest, null);
        };
    }

    private static @Nullable Source body(Kind kind, String rest) {
        JsonPath path = JsonPath.parse(rest);
        return path == null ? null : new Source(kind, "", rest.isEmpty() ? null : path);
    }
}
