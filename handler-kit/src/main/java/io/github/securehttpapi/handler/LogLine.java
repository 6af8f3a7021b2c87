package io.github.securehttpapi.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import org.jspecify.annotations.Nullable;

/** A line of JSON in the function's log, all in ASCII. */
abstract class LogLine {
    /** In bytes, chosen here: a request's line, without a stack trace. */
    private static final int USUAL_SIZE = 384;

    // Without a timestamp, Lambda takes the line for one of level INFO ("log-level filtering").
    private static final byte[] TIMESTAMP = JsonBytes.ascii("{\"timestamp\":\"");
    private static final byte[] LEVEL = JsonBytes.ascii("\",\"level\":");
    private static final byte[] MESSAGE = JsonBytes.ascii(",\"message\":");
    private static final byte[] REQUEST_ID = JsonBytes.ascii(",\"requestId\":");
    private static final byte[] AWS_REQUEST_ID = JsonBytes.ascii(",\"awsRequestId\":");
    private static final byte[] CORRELATION_ID = JsonBytes.ascii(",\"correlationId\":");
    private static final byte[] ROUTE_KEY = JsonBytes.ascii(",\"routeKey\":");

    private final LogLevel level;
    private final String message;

    LogLine(LogLevel level, String message) {
        this.level = level;
        this.message = message;
    }

    /** Writes what this line has to say besides what all lines say. */
    abstract void writeMembers(Context context, JsonBytes json);

    final void write(Event event, Context context, long epochMillis) {
        try {
            // As bytes: where the function logs in JSON, Lambda would wrap a string in an object of its own.
            context.getLogger().log(line(event, context, epochMillis), level);
        } catch (Throwable unloggable) {
            FatalErrors.rethrow(unloggable);
            // The client's answer is worth more than this line, and there is nowhere left to say so.
        }
    }

    private byte[] line(Event event, Context context, long epochMillis) {
        JsonBytes json = new JsonBytes(USUAL_SIZE);
        json.raw(TIMESTAMP);
        Timestamp.write(epochMillis, json);
        json.raw(LEVEL).text(level.name());
        json.raw(MESSAGE).text(message);
        writeIds(event, context, json);
        writeMembers(context, json);
        // Lambda frames each call, but a logger that prints to a console does not.
        return json.raw('}').raw('\n').toByteArray();
    }

    private static void writeIds(Event event, Context context, JsonBytes json) {
        json.raw(REQUEST_ID).text(RequestId.of(event, context));
        json.raw(AWS_REQUEST_ID).text(context.getAwsRequestId());
        writeIfKnown(CORRELATION_ID, RequestId.correlation(event), json);
        writeIfKnown(ROUTE_KEY, event.routeKey, json);
    }

    static void writeIfKnown(byte[] name, @Nullable String value, JsonBytes json) {
        if (value != null) {
            json.raw(name).text(value);
        }
    }
}
