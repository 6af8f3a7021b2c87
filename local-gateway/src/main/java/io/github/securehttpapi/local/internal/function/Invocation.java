package io.github.securehttpapi.local.internal.function;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One event for a function. It ends once, whoever is first to end it. */
public final class Invocation {
    /** What makes 128 bits a random UUID: version 4, variant 2 (RFC 9562, 5.4). */
    private static final long VERSION_MASK = 0xF000L;

    private static final long VERSION = 0x4000L;
    private static final long VARIANT_MASK = 0xC000_0000_0000_0000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** Ours: who has been computing for longer will not end soon. */
    private static final Duration MOMENT = Duration.ofMillis(20);

    private final String requestId = newRequestId();
    private final long started = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final byte[] event;
    private final long deadline;
    private final Consumer<Outcome> callback;

    private volatile long begun;
    private volatile @Nullable Thread thread;

    public Invocation(byte[] event, long deadline, Consumer<Outcome> callback) {
        this.event = event;
        this.deadline = deadline;
        this.callback = callback;
    }

    /** It has to differ from others, and nobody has to be unable to guess it: a secure one takes a tenth of a request. */
    private static String newRequestId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (random.nextLong() & ~VERSION_MASK) | VERSION;
        long low = (random.nextLong() & ~VARIANT_MASK) | VARIANT;
        return new UUID(high, low).toString();
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

    /** An environment has been chosen for it, at that time. */
    void begin(long now) {
        begun = now;
    }

    /** A handler is about to take it, in the current thread. */
    void handle() {
        thread = Thread.currentThread();
    }

    /**
     * Whether its handler has been computing, or loading, for no longer than a moment. One that waits in native code, for
     * a socket say, looks like one that computes.
     */
    boolean isComputing(long now) {
        Thread running = thread;
        Thread.State state = running == null ? Thread.State.NEW : running.getState();
        boolean waits = state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
        return !waits && now - begun < MOMENT.toNanos();
    }

    /** Whether it is as old as that. */
    boolean hasWaited(long now, Duration time) {
        return now - started >= time.toNanos();
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
