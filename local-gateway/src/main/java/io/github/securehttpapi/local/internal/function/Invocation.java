package io.github.securehttpapi.local.internal.function;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One event for a function. It ends once, whoever is first to end it. */
public final class Invocation {
    private final String requestId = UUID.randomUUID().toString();
    private final long started = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final byte[] event;
    private final long deadline;
    private final Consumer<Outcome> callback;

    public Invocation(byte[] event, long deadline, Consumer<Outcome> callback) {
        this.event = event;
        this.deadline = deadline;
        this.callback = callback;
    }

    String requestId() {
        return requestId;
    }

    byte[] event() {
        return event;
    }

    void answer(byte[] payload) {
        end(Outcome.Kind.ANSWERED, payload, "");
    }

    void fail(String problem) {
        end(Outcome.Kind.FUNCTION_ERROR, new byte[0], problem);
    }

    /** Lambda refuses it: TooManyRequestsException, as its API reference words it (API_Invoke.html). */
    void throttle() {
        end(Outcome.Kind.THROTTLED, new byte[0], "Rate Exceeded.");
    }

    boolean isExpired(long now) {
        return now - deadline >= 0;
    }

    /** Ends it if the gateway's patience is over; the function may still be running. */
    void expire(long now) {
        if (isExpired(now)) {
            end(Outcome.Kind.TIMED_OUT, new byte[0], "The integration did not answer within its timeout");
        }
    }

    private void end(Outcome.Kind kind, byte[] payload, String problem) {
        if (ended.compareAndSet(false, true)) {
            callback.accept(new Outcome(kind, payload, problem, requestId, System.nanoTime() - started));
        }
    }
}
