package io.github.securehttpapi.handler;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of every error: the gateway's own shape and the request id, or problem details (RFC 9457). */
final class ErrorBody {
    private final int status;
    private final String message;
    private final List<Violation> violations;
    private final @Nullable String type;
    private final @Nullable String title;

    ErrorBody(int status, String message, List<Violation> violations) {
        this(status, message, violations, null, null);
    }

    private ErrorBody(
            int status, String message, List<Violation> violations, @Nullable String type, @Nullable String title) {
        this.status = status;
        this.message = message;
        this.violations = violations;
        this.type = type;
        this.title = title;
    }

    ErrorBody withType(String type, String title) {
        return new ErrorBody(status, message, violations, type, title);
    }

    String message() {
        return message;
    }

    byte[] bytes(String requestId) {
        return JsonOutput.ofObject(json -> {
            json.put("message", message).put("requestId", requestId);
            writeViolations(json);
        });
    }

    /** Without {@code instance}: it is a URI, and the request id, which says the same, is none. */
    byte[] problem(String requestId) {
        return JsonOutput.ofObject(json -> {
            json.put("type", type == null ? "about:blank" : type)
                    .put("title", title == null ? ReasonPhrase.of(status) : title)
                    .put("status", status)
                    .put("detail", message)
                    .put("requestId", requestId);
            writeViolations(json);
        });
    }

    private void writeViolations(JsonWriter json) {
        if (!violations.isEmpty()) {
            json.putAll("violations", violations, Violation::write);
        }
    }
}
