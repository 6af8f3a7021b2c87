package io.github.securehttpapi.handler;

import java.util.List;

/** The body of every error: the gateway's own shape, and the request id. */
final class ErrorBody {
    private final String message;
    private final List<Violation> violations;

    ErrorBody(String message, List<Violation> violations) {
        this.message = message;
        this.violations = violations;
    }

    byte[] bytes(String requestId) {
        return JsonOutput.ofObject(json -> {
            json.put("message", message).put("requestId", requestId);
            if (!violations.isEmpty()) {
                json.putAll("violations", violations, Violation::write);
            }
        });
    }
}
