package io.github.securehttpapi.local.internal;

import org.jspecify.annotations.Nullable;

/** Why a gateway cannot start, in one line; the builder gives it to its caller as a {@code Refusal}. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refusal(String must, String got, String fix) {
        this(must, got, fix, null);
    }

    public Refusal(String must, String got, String fix, @Nullable Throwable cause) {
        super(line(must, got, fix), cause);
    }

    /** The message {@code name must …, got '…': fix}, fit to be printed as it is. */
    public static String line(String must, String got, String fix) {
        return Printable.of(must + ", got '" + got + "': " + fix);
    }
}
