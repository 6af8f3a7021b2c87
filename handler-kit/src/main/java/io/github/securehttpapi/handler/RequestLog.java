package io.github.securehttpapi.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * Tells the function's log of a request in one line of JSON: what joins it with the gateway's access log, and what came
 * of it. Nothing in it was chosen by the client, but for a correlation id that is harmless.
 */
final class RequestLog extends LogLine {
    private final int status;
    private final long nanos;
    private final boolean coldStart;

    private RequestLog(int status, long nanos, boolean coldStart) {
        // Where the function logs errors only, those are here too.
        super(status < 500 ? LogLevel.INFO : LogLevel.ERROR, "request answered");
        this.status = status;
        this.nanos = nanos;
        this.coldStart = coldStart;
    }

    static void write(int status, long nanos, boolean coldStart, Event event, Context context, long epochMillis) {
        new RequestLog(status, nanos, coldStart).write(event, context, epochMillis);
    }

    @Override
    void writeMembers(Context context, JsonGenerator json) throws IOException {
        json.writeNumberField("status", status);
        json.writeFieldName("durationMs");
        json.writeNumber(millis(nanos));
        json.writeBooleanField("coldStart", coldStart);
        writeIfKnown("traceId", TraceId.of(context), json);
    }

    /** Milliseconds with three decimals. By hand: the first double to become text costs a cold start its classes. */
    private static String millis(long nanos) {
        long micros = Math.max(0, nanos) / 1_000;
        String decimals = Long.toString(1_000 + micros % 1_000).substring(1);
        return micros / 1_000 + "." + decimals;
    }
}
