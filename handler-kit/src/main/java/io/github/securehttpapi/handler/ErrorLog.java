package io.github.securehttpapi.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells the function's log what the client is not told, in one line of JSON. */
final class ErrorLog {
    /** What is not ASCII is escaped: line separators above all, and halves of surrogate pairs. */
    private static final int HIGHEST_UNESCAPED = 0x7e;

    private ErrorLog() {}

    static void write(Throwable failure, Event event, Context context, Clock clock) {
        try {
            // As bytes: where the function logs in JSON, Lambda would wrap a string in an object of its own.
            context.getLogger().log(line(failure, event, context, clock), LogLevel.ERROR);
        } catch (Throwable unloggable) {
            FatalErrors.rethrow(unloggable);
            // The client's answer is worth more than this line, and there is nowhere left to say so.
        }
    }

    private static byte[] line(Throwable failure, Event event, Context context, Clock clock) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.EVENTS.createGenerator(bytes)) {
            json.setHighestNonEscapedChar(HIGHEST_UNESCAPED);
            json.setCharacterEscapes(new DeleteEscaped());
            json.writeStartObject();
            // Without a timestamp, Lambda takes the line for one of level INFO ("log-level filtering").
            json.writeStringField("timestamp", timestamp(clock));
            json.writeStringField("level", "ERROR");
            json.writeStringField("message", "request failed");
            writeIds(event, context, json);
            json.writeStringField("exception", failure.getClass().getName());
            json.writeStringField("stackTrace", StackTrace.of(failure));
            json.writeEndObject();
        }
        // Lambda frames each call, but a logger that prints to a console does not.
        bytes.write('\n');
        return bytes.toByteArray();
    }

    /** RFC 3339, in UTC. Three digits always: Instant's own toString leaves out zeros. */
    private static String timestamp(Clock clock) {
        return new DateTimeFormatterBuilder()
                .appendInstant(3)
                .toFormatter(Locale.ROOT)
                .format(clock.instant());
    }

    private static void writeIds(Event event, Context context, JsonGenerator json) throws IOException {
        json.writeStringField("requestId", RequestId.of(event, context));
        json.writeStringField("awsRequestId", context.getAwsRequestId());
        writeIfKnown("correlationId", RequestId.correlation(event), json);
        writeIfKnown("routeKey", event.routeKey, json);
    }

    private static void writeIfKnown(String name, @Nullable String value, JsonGenerator json) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    /** DEL is the one control character that JSON allows and Jackson, however set, takes for printable. */
    private static final class DeleteEscaped extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final char DELETE = 0x7f;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[DELETE] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int codePoint) {
            return null;
        }
    }
}
