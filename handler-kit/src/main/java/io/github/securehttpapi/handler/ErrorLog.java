package io.github.securehttpapi.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.time.Clock;

/** Tells the function's log what the client is not told, in one line of JSON. */
final class ErrorLog extends LogLine {
    private static final byte[] EXCEPTION = JsonBytes.ascii(",\"exception\":");
    private static final byte[] STACK_TRACE = JsonBytes.ascii(",\"stackTrace\":");

    private final Throwable failure;

    private ErrorLog(Throwable failure) {
        super(LogLevel.ERROR, "request failed");
        this.failure = failure;
    }

    static void write(Throwable failure, Event event, Context context, Clock clock) {
        new ErrorLog(failure).write(event, context, clock.millis());
    }

    @Override
    void writeMembers(Context context, JsonBytes json) {
        json.raw(EXCEPTION).text(failure.getClass().getName());
        json.raw(STACK_TRACE).text(StackTrace.of(failure));
    }
}
