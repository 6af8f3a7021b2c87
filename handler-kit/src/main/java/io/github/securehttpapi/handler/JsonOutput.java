package io.github.securehttpapi.handler;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a body being written. A call that has no place where it comes throws {@link UncheckedIOException}: what
 * is written goes to memory, which refuses nothing else.
 */
final class JsonOutput {
    /** In bytes. The generator keeps 8,000 to itself: what most bodies need comes at once, when it is known how much. */
    private static final int INITIAL_SIZE = 0;

    /**
     * Of a body, in characters and counted low. Lambda passes on half of it at most, but a HEAD's body stays here. An
     * encoder that does not end, or a table without a limit, must not exhaust the heap, which would end the process.
     */
    private static final int MAX_LENGTH = 2 * HandlerOptions.LAMBDA_PAYLOAD_BYTES;

    private final JsonGenerator json;
    private long length;

    private JsonOutput(JsonGenerator json) {
        this.json = json;
    }

    /** Returns the UTF-8 of the object whose members {@code members} writes. */
    static byte[] ofObject(Consumer<? super JsonWriter> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(INITIAL_SIZE);
        try (JsonGenerator json = Json.OUTPUT.createGenerator(bytes)) {
            new JsonOutput(json).object(members);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        return bytes.toByteArray();
    }

    /** Returns the UTF-8 of the array whose elements {@code elements} writes. */
    static byte[] ofArray(Consumer<? super JsonArrayWriter> elements) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(INITIAL_SIZE);
        try (JsonGenerator json = Json.OUTPUT.createGenerator(bytes)) {
            new JsonOutput(json).array(elements);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        return bytes.toByteArray();
    }

    void object(Consumer<? super JsonWriter> members) {
        beginObject();
        members.accept(new JsonWriter(this));
        endObject();
    }

    /** The object that {@code encoder} writes of a value, or null. */
    <T> void object(@Nullable T value, Encoder<? super T> encoder) {
        if (value == null) {
            text(null);
        } else {
            beginObject();
            encoder.write(value, new JsonWriter(this));
            endObject();
        }
    }

    void array(Consumer<? super JsonArrayWriter> elements) {
        beginArray();
        elements.accept(new JsonArrayWriter(this));
        endArray();
    }

    void name(String name) {
        grow(name.length());
        try {
            json.writeFieldName(Surrogates.replaceUnpaired(name));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    void text(@Nullable String value) {
        grow(value == null ? 0 : value.length());
        try {
            json.writeString(value == null ? null : Surrogates.replaceUnpaired(value));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    void number(long value) {
        grow(0);
        try {
            json.writeNumber(value);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    void number(double value) {
        grow(0);
        try {
            json.writeNumber(value);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    void number(float value) {
        grow(0);
        try {
            json.writeNumber(value);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** A number that is JSON already, or null. */
    void number(@Nullable String text) {
        grow(text == null ? 0 : text.length());
        try {
            if (text == null) {
                json.writeNull();
            } else {
                json.writeNumber(text);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    void truth(boolean value) {
        grow(0);
        try {
            json.writeBoolean(value);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    void beginObject() {
        grow(0);
        try {
            json.writeStartObject();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    void endObject() {
        try {
            json.writeEndObject();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    void beginArray() {
        grow(0);
        try {
            json.writeStartArray();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    void endArray() {
        try {
            json.writeEndArray();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void grow(int characters) {
        // A token without characters takes one all the same: a bracket, a digit, a comma.
        length += characters + 1L;
        if (length > MAX_LENGTH) {
            throw new IllegalStateException("body must have at most " + MAX_LENGTH
                    + " characters, got more: answer in pages, or with a link to a file");
        }
    }
}
