package io.github.securehttpapi.docs.served;

import io.github.securehttpapi.handler.HandlerOptions;

/** The same with problem details. */
public final class ProblemHandler extends OrdersHandler {
    /** For Lambda. */
    public ProblemHandler() {
        super(HandlerOptions.defaults().problemDetails(true));
    }
}
