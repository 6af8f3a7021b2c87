package io.github.securehttpapi.handler;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An object of JSON being written, member by member, in the order of the calls.
 *
 * <p>What comes of it is well-formed JSON in UTF-8, or an exception: objects and arrays close themselves, names and
 * strings are escaped, half of a surrogate pair, which UTF-8 cannot express, becomes U+FFFD, and a call that has no
 * place where it comes, such as one after the object's end, throws {@link UncheckedIOException}. Two things are the
 * caller's to see to: that no name is put twice, and that an exception out of a call is let through, since the member
 * that it left half written would take in the next ones.
 *
 * <pre>{@code
 * Response.ok(json -> json.put("id", id).putAll("tags", tags).put("owner", owner, Owner::write));
 * }</pre>
 */
public final class JsonWriter {
    /** In bytes, chosen here: most answers fit without growing. */
    private static final int INITIAL_SIZE = 512;

    private final JsonGenerator json;

    JsonWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Returns the UTF-8 of the object whose members {@code members} writes. */
    static byte[] bytes(Consumer<? super JsonWriter> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(INITIAL_SIZE);
        try (JsonGenerator json = Json.EVENTS.createGenerator(bytes)) {
            json.writeStartObject();
            members.accept(new JsonWriter(json));
            json.writeEndObject();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes a string, or null.
     *
     * @param name the member's name
     * @param value the string
     * @return this
     */
    public JsonWriter put(String name, @Nullable String value) {
        try {
            writeName(name);
            writeText(value);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        return this;
    }

    /**
     * Writes a whole number. Readers in JavaScript lose digits beyond 2<sup>53</sup>: put such ids as strings.
     *
     * @param name the member's name
     * @param value the number
     * @return this
     */
    public JsonWriter put(String name, long value) {
        try {
            writeName(name);
            json.writeNumber(value);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        return this;
    }

    /**
     * Writes a floating-point number.
     *
     * @param name the member's name
     * @param value the number
     * @return this
     * @throws IllegalArgumentException if {@code value} is infinite or not a number, which JSON cannot express
     */
    public JsonWriter put(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    name + " must be a finite number, got '" + value + "': leave it out, or put null");
        }
        try {
            writeName(name);
            json.writeNumber(value);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        return this;
    }

    /**
     * Writes true or false.
     *
     * @param name the member's name
     * @param value which of them
     * @return this
     */
    public JsonWriter put(String name, boolean value) {
        try {
            writeName(name);
            json.writeBoolean(value);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        return this;
    }

    /**
     * Writes an object, or null.
     *
     * @param name the member's name
     * @param value what {@code encoder} writes
     * @param encoder writes the object's members
     * @param <T> the value's type
     * @return this
     */
    public <T> JsonWriter put(String name, @Nullable T value, Encoder<? super T> encoder) {
        try {
            writeName(name);
            writeObject(value, encoder);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        return this;
    }

    /**
     * Writes an array of strings.
     *
     * @param name the member's name
     * @param values the strings, in order
     * @return this
     */
    public JsonWriter putAll(String name, Iterable<String> values) {
        try {
            writeName(name);
            json.writeStartArray();
            for (String value : values) {
                writeText(value);
            }
            json.writeEndArray();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        return this;
    }

    /**
     * Writes an array of objects.
     *
     * @param name the member's name
     * @param values what {@code encoder} writes, in order
     * @param encoder writes one object's members
     * @param <T> the values' type
     * @return this
     */
    public <T> JsonWriter putAll(String name, Iterable<? extends T> values, Encoder<? super T> encoder) {
        try {
            writeName(name);
            json.writeStartArray();
            for (T value : values) {
                writeObject(value, encoder);
            }
            json.writeEndArray();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        return this;
    }

    private void writeName(String name) throws IOException {
        json.writeFieldName(Surrogates.replaceUnpaired(name));
    }

    private void writeText(@Nullable String value) throws IOException {
        json.writeString(value == null ? null : Surrogates.replaceUnpaired(value));
    }

    private <T> void writeObject(@Nullable T value, Encoder<? super T> encoder) throws IOException {
        if (value == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        encoder.write(value, this);
        json.writeEndObject();
    }
}
