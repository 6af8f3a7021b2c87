package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.Refusal;

/**
 * A gateway that cannot start, or a setting with which none could. The message is one line,
 * {@code name must …, got '…': fix}, fit to be printed as it is.
 */
public final class LocalGatewayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LocalGatewayException(String must, String got, String fix) {
        super(Refusal.line(must, got, fix));
    }

    LocalGatewayException(Refusal refusal) {
        super(refusal.getMessage(), refusal.getCause());
    }
}
