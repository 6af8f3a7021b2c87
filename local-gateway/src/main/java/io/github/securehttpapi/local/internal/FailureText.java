package io.github.securehttpapi.local.internal;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Tells of a failure that is not ours: its own methods may fail, too. */
public final class FailureText {
    private FailureText() {}

    /** With its stack trace, in several lines. */
    public static String full(Throwable failure) {
        try {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            return trace.toString().stripTrailing();
        } catch (Throwable unspeakable) {
            return nameOf(failure, unspeakable);
        }
    }

    /** Without its stack trace, in one line. */
    public static String line(Throwable failure) {
        try {
            return failure.toString().replaceAll("\\p{Cntrl}+", " ");
        } catch (Throwable unspeakable) {
            return nameOf(failure, unspeakable);
        }
    }

    private static String nameOf(Throwable failure, Throwable unspeakable) {
        return failure.getClass().getName() + ", which cannot be told of: its own message throws "
                + unspeakable.getClass().getName();
    }
}
