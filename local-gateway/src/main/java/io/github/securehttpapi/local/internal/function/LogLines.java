package io.github.securehttpapi.local.internal.function;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a function prints, as entries of its log: one for each line. The lines of different threads are not mixed. */
final class LogLines extends OutputStream {
    /** CloudWatch Logs quotas: an event is at most 1 MB (cloudwatch_limits_cwl.html). What is longer is divided. */
    static final int MAX_LINE_BYTES = 1024 * 1024;

    /** What each thread has begun of this function's lines; removed with the end of a line. */
    @SuppressWarnings("ThreadLocalUsage") // a static one would mix the lines of functions
    private final ThreadLocal<@Nullable ByteArrayOutputStream> line = new ThreadLocal<>();

    private final Consumer<String> log;

    LogLines(Consumer<String> log) {
        this.log = log;
    }

    PrintStream stream() {
        return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
        ByteArrayOutputStream begun = begun();
        for (int index = offset; index < offset + length; index++) {
            if (octets[index] == '\n') {
                end(begun);
            } else {
                begun.write(octets[index]);
            }
            if (begun.size() == MAX_LINE_BYTES) {
                end(begun);
            }
        }
        if (begun.size() == 0) {
            line.remove();
        }
    }

    /** Ends the line that this thread has begun, if it has. */
    void endLine() {
        ByteArrayOutputStream begun = line.get();
        if (begun != null) {
            end(begun);
            line.remove();
        }
    }

    private ByteArrayOutputStream begun() {
        ByteArrayOutputStream begun = line.get();
        if (begun == null) {
            begun = new ByteArrayOutputStream();
            line.set(begun);
        }
        return begun;
    }

    private void end(ByteArrayOutputStream begun) {
        String entry = begun.toString(StandardCharsets.UTF_8);
        begun.reset();
        log.accept(entry.endsWith("\r") ? entry.substring(0, entry.length() - 1) : entry);
    }
}
