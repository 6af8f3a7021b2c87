package io.github.securehttpapi.local;

/** How an invocation ended. */
final class Outcome {
    /** The three ends there are. */
    enum Kind {
        ANSWERED,
        FUNCTION_ERROR,
        TIMED_OUT
    }

    private final Kind kind;
    private final byte[] payload;
    private final String problem;
    private final String requestId;
    private final long nanos;

    Outcome(Kind kind, byte[] payload, String problem, String requestId, long nanos) {
        this.kind = kind;
        this.payload = payload;
        this.problem = problem;
        this.requestId = requestId;
        this.nanos = nanos;
    }

    Kind kind() {
        return kind;
    }

    byte[] payload() {
        return payload;
    }

    /** What went wrong, for the log; empty if nothing did. */
    String problem() {
        return problem;
    }

    String requestId() {
        return requestId;
    }

    long nanos() {
        return nanos;
    }
}
