package io.github.securehttpapi.local.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A file that lines are appended to, by a thread of its own: who logs never waits for the disk. Each line is written as
 * soon as the thread can; under load, all that wait are written at once.
 */
public final class LogFile implements Consumer<String>, AutoCloseable {
    /** Ours: what may wait for a disk that has stopped, before lines are dropped. */
    private static final int MAX_WAITING_BYTES = 8 * 1024 * 1024;

    private static final Duration STOP = Duration.ofSeconds(2);

    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private final Threads threads = new Threads("log");
    private final Path path;
    private final PrintStream err;
    private final OutputStream file;
    private boolean closed;
    private boolean told;

    private LogFile(Path path, OutputStream file, PrintStream err) {
        this.path = path;
        this.file = file;
        this.err = err;
    }

    /** Opens a file, or creates it; refuses one that cannot be written. */
    public static LogFile open(String name, Path path, PrintStream err) {
        try {
            OutputStream file = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return start(path, file, err);
        } catch (IOException unwritable) {
            String must = name + " must be a file that can be written";
            throw new Refusal(must, path.toString(), "create its directory, or name another", unwritable);
        }
    }

    static LogFile start(Path path, OutputStream file, PrintStream err) {
        LogFile log = new LogFile(path, file, err);
        log.threads.newThread(log::run).start();
        return log;
    }

    @Override
    public synchronized void accept(String line) {
        if (waiting.size() > MAX_WAITING_BYTES) {
            tell("the disk takes fewer");
        } else if (!closed) {
            waiting.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
            notifyAll();
        }
    }

    /** Writes what waits, for as long as the disk takes a bounded time. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        threads.join(STOP);
    }

    private void run() {
        byte[] lines = next();
        while (lines.length > 0) {
            write(lines);
            lines = next();
        }
        try {
            file.close();
        } catch (IOException failed) {
            tell(FailureText.line(failed));
        }
    }

    /** Waits for lines; none at the end. */
    private synchronized byte[] next() {
        try {
            while (waiting.size() == 0 && !closed) {
                wait();
            }
        } catch (InterruptedException stopping) {
            closed = true;
        }
        byte[] lines = waiting.toByteArray();
        waiting.reset();
        return lines;
    }

    private void write(byte[] lines) {
        try {
            file.write(lines);
        } catch (IOException failed) {
            tell(FailureText.line(failed));
        }
    }

    private synchronized void tell(String problem) {
        if (!told) {
            told = true;
            err.println(Refusal.line(
                    path + " must take every line of the log",
                    problem,
                    "lines are lost, further failures are not reported"));
        }
    }
}
