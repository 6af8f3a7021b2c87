package io.github.securehttpapi.local.internal.function;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.InputStream;
import java.io.OutputStream;

/** An instance of a function's handler, ready for events. */
interface Handler {
    /** Handles an event; throws what the function throws. */
    void handle(InputStream event, OutputStream answer, Context context) throws Throwable;
}
