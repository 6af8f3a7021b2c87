package io.github.securehttpapi.local;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What a gateway has opened: last opened, first closed. */
final class Resources implements AutoCloseable {
    private final Deque<Runnable> opened = new ArrayDeque<>();

    void add(Runnable close) {
        opened.push(close);
    }

    /** Closes everything, also after a failure; the first is thrown in the end, with the others suppressed. */
    @Override
    public void close() {
        Throwable failure = null;
        while (!opened.isEmpty()) {
            failure = first(failure, opened.pop());
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private static @Nullable Throwable first(@Nullable Throwable failure, Runnable close) {
        try {
            close.run();
        } catch (RuntimeException | Error failed) {
            if (failure == null) {
                return failed;
            }
            failure.addSuppressed(failed);
        }
        return failure;
    }
}
