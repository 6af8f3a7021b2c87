package io.github.securehttpapi.handler;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a handler wrote, and what it logged meanwhile.
 *
 * @param json the response event
 * @param lines the log, call by call
 */
record Answer(String json, List<String> lines) {
    /** What the kit adds to a response without a body. */
    static final String CACHE_HEADER = "\"cache-control\":\"no-store\"";

    /** What the kit adds to a response with a body, its type apart. */
    static final String BODY_HEADERS = CACHE_HEADER + ",\"x-content-type-options\":\"nosniff\","
            + "\"content-security-policy\":\"default-src 'none'; frame-ancestors 'none'\"";

    private static final String REQUEST_LINE = "\"message\":\"request answered\"";

    /** What was logged besides the line that every request leaves. */
    List<String> logged() {
        return lines.stream().filter(line -> !line.contains(REQUEST_LINE)).toList();
    }

    /** The line that every request leaves. */
    Map<String, @Nullable Object> requestLine() {
        List<String> found =
                lines.stream().filter(line -> line.contains(REQUEST_LINE)).toList();
        if (found.size() != 1) {
            throw new AssertionError("not one line for the request in " + lines);
        }
        return JsonText.object(found.get(0));
    }

    int status() {
        return ((Number) member("statusCode")).intValue();
    }

    @Nullable Object header(String name) {
        return ((Map<?, ?>) member("headers")).get(name);
    }

    @Nullable String body() {
        return (String) JsonText.object(json).get("body");
    }

    private Object member(String name) {
        Object value = JsonText.object(json).get(name);
        if (value == null) {
            throw new AssertionError("no " + name + " in " + json);
        }
        return value;
    }
}
