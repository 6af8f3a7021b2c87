package io.github.securehttpapi.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A line of JSON in the function's log. */
abstract class LogLine {
    /** What is not ASCII is escaped: line separators above all, and halves of surrogate pairs. */
    private static final int HIGHEST_UNESCAPED = 0x7e;

    /** In bytes, chosen here: a request's line, without a stack trace. */
    private static final int USUAL_SIZE = 384;

    private static final CharacterEscapes ESCAPES = new DeleteEscaped();

    private final LogLevel level;
    private final String message;

    LogLine(LogLevel level, String message) {
        this.level = level;
        this.message = message;
    }

    /** Writes what this line has to say besides what all lines say. */
    abstract void writeMembers(Context context, JsonGenerator json) throws IOException;

    final void write(Event event, Context context, long epochMillis) {
        try {
            // As bytes: where the function logs in JSON, Lambda would wrap a string in an object of its own.
            context.getLogger().log(line(event, context, epochMillis), level);
        } catch (Throwable unloggable) {
            FatalErrors.rethrow(unloggable);
            // The client's answer is worth more than this line, and there is nowhere left to say so.
        }
    }

    private byte[] line(Event event, Context context, long epochMillis) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonGenerator json = Json.EVENTS.createGenerator(bytes)) {
            json.setHighestNonEscapedChar(HIGHEST_UNESCAPED);
            json.setCharacterEscapes(ESCAPES);
            json.writeStartObject();
            // Without a timestamp, Lambda takes the line for one of level INFO ("log-level filtering").
            json.writeStringField("timestamp", Timestamp.of(epochMillis));
            json.writeStringField("level", level.name());
            json.writeStringField("message", message);
            writeIds(event, context, json);
            writeMembers(context, json);
            json.writeEndObject();
        }
        // Lambda frames each call, but a logger that prints to a console does not.
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private static void writeIds(Event event, Context context, JsonGenerator json) throws IOException {
        json.writeStringField("requestId", RequestId.of(event, context));
        json.writeStringField("awsRequestId", context.getAwsRequestId());
        writeIfKnown("correlationId", RequestId.correlation(event), json);
        writeIfKnown("routeKey", event.routeKey, json);
    }

    static void writeIfKnown(String name, @Nullable String value, JsonGenerator json) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    /** DEL is the one control character that JSON allows and Jackson, however set, takes for printable. */
    private static final class DeleteEscaped extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final char DELETE = 0x7f;

        private final int[] codes = standardAsciiEscapesForJSON();

        DeleteEscaped() {
            codes[DELETE] = ESCAPE_STANDARD;
        }

        // Not a copy: a generator only reads it, once for each line.
        @Override
        public int[] getEscapeCodesForAscii() {
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int codePoint) {
            return null;
        }
    }
}
