package io.github.securehttpapi.local.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.function.Consumer;

/**
 * Log lines on their way to a stream. A thread of its own writes what has come together: a request waits for no
 * terminal, unless a lot waits before it.
 */
final class LineWriter implements Consumer<String>, AutoCloseable {
    /**
     * That of the standard output, whose name is another property before Java 18. A line is encoded by whoever logs it:
     * a stream encodes piece by piece, and the writing thread would fetch every line from another processor first.
     */
    private static final Charset CHARSET = Charset.forName(System.getProperty(
            "stdout.encoding",
            System.getProperty("sun.stdout.encoding", Charset.defaultCharset().name())));

    private static final byte[] LINE_END = System.lineSeparator().getBytes(CHARSET);

    /** Ours: with more than this waiting, whoever logs has to wait too. */
    private static final int MAX_PENDING_BYTES = 1024 * 1024;

    /** Ours: how long lines come together, after the first that was not waited with. */
    private static final long PAUSE_MILLIS = 5;

    /** Ours: how long {@link #close} waits for a stream that takes nothing. */
    private static final long FAREWELL_MILLIS = 2000;

    private final PrintStream out;
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final Thread thread = new Thread(this::work, "local-gateway-log");
    private boolean closed;

    private LineWriter(PrintStream out) {
        this.out = out;
    }

    static LineWriter to(PrintStream out) {
        LineWriter lines = new LineWriter(out);
        lines.thread.setDaemon(true);
        lines.thread.start();
        return lines;
    }

    @Override
    public void accept(String line) {
        accept(line, line.getBytes(CHARSET));
    }

    private synchronized void accept(String line, byte[] octets) {
        try {
            while (pending.size() > MAX_PENDING_BYTES && !closed) {
                wait();
            }
        } catch (InterruptedException handlerGivenUp) {
            Thread.currentThread().interrupt();
        }
        if (closed) {
            out.println(line);
            return;
        }
        if (pending.size() == 0) {
            notifyAll();
        }
        pending.writeBytes(octets);
        pending.writeBytes(LINE_END);
    }

    /** Writes what waits. What comes later is written at once. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(FAREWELL_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            ByteArrayOutputStream lines = take(new ByteArrayOutputStream());
            while (lines.size() > 0) {
                lines.writeTo(out);
                out.flush();
                lines.reset();
                Thread.sleep(PAUSE_MILLIS);
                lines = take(lines);
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        } catch (IOException impossible) {
            // a PrintStream keeps it to itself
            throw new UncheckedIOException(impossible);
        }
    }

    /** What waits, as soon as there is something; nothing once closed. Later lines go where there is nothing yet. */
    private synchronized ByteArrayOutputStream take(ByteArrayOutputStream empty) throws InterruptedException {
        while (pending.size() == 0 && !closed) {
            wait();
        }
        ByteArrayOutputStream lines = pending;
        pending = empty;
        notifyAll();
        return lines;
    }
}
