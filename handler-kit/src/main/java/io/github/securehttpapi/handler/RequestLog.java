package io.github.securehttpapi.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;

/**
 * Tells the function's log of a request in one line of JSON: what joins it with the gateway's access log, and what came
 * of it. Nothing in it was chosen by the client, but for a correlation id that is harmless.
 */
final class RequestLog extends LogLine {
    private static final byte[] STATUS = JsonBytes.ascii(",\"status\":");
    private static final byte[] DURATION_MS = JsonBytes.ascii(",\"durationMs\":");
    private static final byte[] COLD_START = JsonBytes.ascii(",\"coldStart\":");
    private static final byte[] TRACE_ID = JsonBytes.ascii(",\"traceId\":");
    private static final byte[] TRUE = JsonBytes.ascii("true");
    private static final byte[] FALSE = JsonBytes.ascii("false");

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
    void writeMembers(Context context, JsonBytes json) {
        long micros = Math.max(0, nanos) / 1_000;
        json.raw(STATUS).number(status, 3);
        json.raw(DURATION_MS).number(micros / 1_000, 1).raw('.').number(micros % 1_000, 3);
        json.raw(COLD_START).raw(coldStart ? TRUE : FALSE);
        writeIfKnown(TRACE_ID, TraceId.of(context), json);
    }
}
