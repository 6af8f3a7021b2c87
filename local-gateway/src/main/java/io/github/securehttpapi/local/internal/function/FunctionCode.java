package io.github.securehttpapi.local.internal.function;

import java.util.HashMap;
import java.util.Map;

/**
 * A function's code, for environments that get ready. In Lambda each attempt to get ready begins in a new process: after
 * one that failed, code that never got ready is loaded again, so that what a static initializer has missed is not missed
 * for good.
 */
final class FunctionCode implements AutoCloseable {
    /** How many environments are about to get ready with which code. */
    private final Map<HandlerCode, Integer> attempts = new HashMap<>();

    private HandlerCode current;
    private boolean proven;
    private boolean failed;

    FunctionCode(HandlerCode code) {
        current = code;
    }

    /** Begins an attempt; throws what {@link HandlerCode#load} throws. */
    synchronized HandlerCode begin() {
        if (failed && !proven) {
            HandlerCode spoilt = current;
            current = spoilt.again();
            failed = false;
            closeUnlessUsed(spoilt);
        }
        attempts.merge(current, 1, Integer::sum);
        return current;
    }

    /** Ends an attempt that succeeded. */
    synchronized void ready(HandlerCode code) {
        proven |= code == current;
        end(code);
    }

    /** An attempt failed, though its handler may still be at it. */
    synchronized void fail(HandlerCode code) {
        failed |= code == current;
    }

    /** Ends an attempt that failed. */
    synchronized void end(HandlerCode code) {
        attempts.computeIfPresent(code, (same, count) -> count == 1 ? null : count - 1);
        if (code != current) {
            closeUnlessUsed(code);
        }
    }

    @Override
    public synchronized void close() {
        attempts.keySet().forEach(HandlerCode::close);
        current.close();
    }

    private void closeUnlessUsed(HandlerCode code) {
        if (!attempts.containsKey(code)) {
            code.close();
        }
    }
}
