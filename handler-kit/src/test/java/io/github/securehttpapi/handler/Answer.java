package io.github.securehttpapi.handler;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a handler wrote, and what it logged meanwhile.
 *
 * @param json the response event
 * @param logged the log, call by call
 */
record Answer(String json, List<String> logged) {
    /** What the kit adds to a response without a body. */
    static final String CACHE_HEADER = "\"cache-control\":\"no-store\"";

    /** What the kit adds to a response with a body, its type apart. */
    static final String BODY_HEADERS = CACHE_HEADER + ",\"x-content-type-options\":\"nosniff\","
            + "\"content-security-policy\":\"default-src 'none'; frame-ancestors 'none'\"";

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
