package io.github.securehttpapi.local.internal.function;

/** How an invocation ended. */
public final class Outcome {
    /** The ends there are. */
    public enum Kind {
        ANSWERED,
        FUNCTION_ERROR,
        TIMED_OUT,
        THROTTLED
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

    public Kind kind() {
        return kind;
    }

    public byte[] payload() {
        return payload;
    }

    /** What went wrong, for the log; empty if nothing did. */
    public String problem() {
        return problem;
    }

    public String requestId() {
        return requestId;
    }

    public long nanos() {
        return nanos;
    }
}
