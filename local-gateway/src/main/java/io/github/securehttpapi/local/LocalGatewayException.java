package io.github.securehttpapi.local;

import org.jspecify.annotations.Nullable;

/**
 * A gateway that cannot start. The message is one line, {@code name must …, got '…': fix}, fit to be printed as it is.
 */
public final class LocalGatewayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LocalGatewayException(String must, String got, String fix) {
        this(must, got, fix, null);
    }

    LocalGatewayException(String must, String got, String fix, @Nullable Throwable cause) {
        super(Printable.of(must + ", got '" + got + "': " + fix), cause);
    }
}
