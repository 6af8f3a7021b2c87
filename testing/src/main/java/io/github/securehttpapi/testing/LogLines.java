package io.github.securehttpapi.testing;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a gateway has logged so far. */
final class LogLines {
    private final List<String> lines = new ArrayList<>();
    private final long patienceNanos;

    LogLines() {
        this(Duration.ofSeconds(5));
    }

    LogLines(Duration patience) {
        this.patienceNanos = patience.toNanos();
    }

    synchronized void add(String line) {
        lines.add(line);
        notifyAll();
    }

    synchronized void clear() {
        lines.clear();
    }

    synchronized List<String> copy() {
        return List.copyOf(lines);
    }

    /** The first line with a request's id in it. */
    synchronized String await(String requestId) {
        long start = System.nanoTime();
        while (true) {
            for (String line : lines) {
                if (line.contains(requestId)) {
                    return line;
                }
            }
            long left = patienceNanos - (System.nanoTime() - start);
            if (left <= 0 || !waited(left)) {
                throw missing(requestId);
            }
        }
    }

    private boolean waited(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private AssertionError missing(String requestId) {
        return new AssertionError("access log must have a line with '" + requestId + "', got "
                + (lines.isEmpty() ? "no line" : lines.size() + ":\n" + String.join("\n", lines))
                + "\nthe stage's format must have $context.requestId, and the request must be of this test");
    }

    synchronized void print(String title, PrintStream out) {
        if (!lines.isEmpty()) {
            out.println(title + ":\n" + String.join("\n", lines));
        }
    }
}
