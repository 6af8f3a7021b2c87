package io.github.securehttpapi.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Clock;

/** Tells the function's log what the client is not told, in one line of JSON. */
final class ErrorLog extends LogLine {
    private final Throwable failure;

    private ErrorLog(Throwable failure) {
        super(LogLevel.ERROR, "request failed");
        this.failure = failure;
    }

    static void write(Throwable failure, Event event, Context context, Clock clock) {
        new ErrorLog(failure).write(event, context, clock.millis());
    }

    @Override
    void writeMembers(Context context, JsonGenerator json) throws IOException {
        json.writeStringField("exception", failure.getClass().getName());
        json.writeStringField("stackTrace", StackTrace.of(failure));
    }
}
