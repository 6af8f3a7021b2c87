package io.github.securehttpapi.local.browser;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What came of a fetch.
 *
 * @param name its name in the table
 * @param type the response's type, or the name of what fetch threw
 * @param status the response's status; 0 if the page may not know it
 * @param headers those that the page is let see
 * @param body what the page read
 * @param requests what reached the gateway
 */
record Result(String name, String type, long status, Map<String, String> headers, String body, List<String> requests) {
    static Result of(String json, List<String> requests) {
        try {
            Map<String, Object> result = JSONObjectUtils.parse(json);
            Map<String, Object> response =
                    result.containsKey("status") ? result : Map.of("status", 0L, "headers", Map.of(), "body", "");
            return new Result(
                    JSONObjectUtils.getString(result, "name"),
                    JSONObjectUtils.getString(result, "type"),
                    ((Number) Objects.requireNonNull(response.get("status"))).longValue(),
                    headers(response),
                    JSONObjectUtils.getString(response, "body"),
                    requests);
        } catch (ParseException e) {
            throw new IllegalStateException("result must be JSON, got '" + json + "': mend the page", e);
        }
    }

    /** As the table has it. */
    String outcome() {
        return status == 0 ? type : Long.toString(status);
    }

    @SuppressWarnings("unchecked") // what the page makes of Headers has nothing but texts
    private static Map<String, String> headers(Map<String, Object> response) {
        return (Map<String, String>) Objects.requireNonNull(response.get("headers"));
    }
}
