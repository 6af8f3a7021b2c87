package io.github.securehttpapi.handler;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A stack trace as text that fits into a log: no message is so long that it drives out the frames and the causes. */
final class StackTrace {
    /**
     * In UTF-16 units. Each may become six characters of JSON, and CloudWatch Logs cuts an event at 1 MiB (its quotas,
     * "event size").
     */
    private static final int MAX_LENGTH = 128 * 1024;

    /** Of a frame, or of an exception's name and message. In UTF-16 units, chosen here: more than a person reads. */
    private static final int MAX_ENTRY_LENGTH = 4 * 1024;

    private StackTrace() {}

    static String of(Throwable failure) {
        StringWriter text = new StringWriter();
        try {
            failure.printStackTrace(new Entries(text));
        } catch (Throwable unprintable) {
            FatalErrors.rethrow(unprintable);
            // Its own getMessage failed, or that of a cause. What came before is worth having, and so is the log line.
            text.append("cannot be printed");
        }
        return shortened(text.toString(), MAX_LENGTH);
    }

    // The middle goes: what failed stands at the beginning, and the root cause at the end.
    private static String shortened(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int half = length / 2;
        int tail = text.length() - half;
        return text.substring(0, half) + " ... " + (tail - half) + " characters left out ... " + text.substring(tail);
    }

    /** Shortens each entry by itself: an exception is printed by one call, a frame by another. */
    private static final class Entries extends PrintWriter {
        Entries(StringWriter text) {
            super(text);
        }

        @Override
        public void println(Object entry) {
            println(String.valueOf(entry));
        }

        @Override
        public void println(String entry) {
            super.println(shortened(entry, MAX_ENTRY_LENGTH));
        }
    }
}
