package io.github.securehttpapi.handler;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An array of JSON being written, element by element. It keeps the rules of {@link JsonWriter}, and throws as that does:
 * {@link java.io.UncheckedIOException} for a call that has no place, {@link IllegalStateException} beyond the largest body.
 *
 * <pre>{@code
 * Response.ofArray(200, json -> json.addAll(contacts, Contact::write));
 * }</pre>
 */
public final class JsonArrayWriter {
    private static final String ELEMENT = "element";

    private final JsonOutput output;

    JsonArrayWriter(JsonOutput output) {
        this.output = output;
    }

    /**
     * Writes a string, or null.
     *
     * @param value the string
     * @return this
     */
    public JsonArrayWriter add(@Nullable String value) {
        output.text(value);
        return this;
    }

    /**
     * Writes a whole number.
     *
     * @param value the number
     * @return this
     */
    public JsonArrayWriter add(long value) {
        output.number(value);
        return this;
    }

    /**
     * Writes a floating-point number.
     *
     * @param value the number
     * @return this
     * @throws IllegalArgumentException if {@code value} is infinite or not a number, which JSON cannot express
     */
    public JsonArrayWriter add(double value) {
        output.number(JsonNumber.requireFinite(ELEMENT, value));
        return this;
    }

    /**
     * Writes a floating-point number, in the digits of a {@code float}.
     *
     * @param value the number
     * @return this
     * @throws IllegalArgumentException if {@code value} is infinite or not a number, which JSON cannot express
     */
    public JsonArrayWriter add(float value) {
        JsonNumber.requireFinite(ELEMENT, value);
        output.number(value);
        return this;
    }

    /**
     * Writes a number, or null: see {@link JsonWriter#put(String, Number)}.
     *
     * @param value the number
     * @return this
     * @throws IllegalArgumentException if {@code value} is infinite or not a number, has over 1,000 digits when written
     *     out, or is of a class outside {@code java.lang} and {@code java.math}
     */
    public JsonArrayWriter add(@Nullable Number value) {
        output.number(value == null ? null : JsonNumber.text(ELEMENT, value));
        return this;
    }

    /**
     * Writes true or false.
     *
     * @param value which of them
     * @return this
     */
    public JsonArrayWriter add(boolean value) {
        output.truth(value);
        return this;
    }

    /**
     * Writes true, false or null.
     *
     * @param value which of them
     * @return this
     */
    public JsonArrayWriter add(@Nullable Boolean value) {
        return value == null ? addNull() : add(value.booleanValue());
    }

    /**
     * Writes the name of an enum's constant as a string, or null.
     *
     * @param value the constant
     * @return this
     */
    public JsonArrayWriter add(@Nullable Enum<?> value) {
        return add(value == null ? null : value.name());
    }

    /**
     * Writes a point in time as a string, such as {@code 2025-04-14T22:13:56Z} (RFC 3339), or null.
     *
     * @param value the instant
     * @return this
     */
    public JsonArrayWriter add(@Nullable Instant value) {
        return add(value == null ? null : Timestamp.of(value));
    }

    /**
     * Writes a day as a string, such as {@code 2025-04-14} (RFC 3339), or null.
     *
     * @param value the day
     * @return this
     */
    public JsonArrayWriter add(@Nullable LocalDate value) {
        return add(value == null ? null : value.toString());
    }

    /**
     * Writes a UUID as a string, in lower case, or null.
     *
     * @param value the UUID
     * @return this
     */
    public JsonArrayWriter add(@Nullable UUID value) {
        return add(value == null ? null : value.toString());
    }

    /**
     * Writes an object, or null.
     *
     * @param value what {@code encoder} writes
     * @param encoder writes the object's members
     * @param <T> the value's type
     * @return this
     */
    public <T> JsonArrayWriter add(@Nullable T value, Encoder<? super T> encoder) {
        output.object(value, encoder);
        return this;
    }

    /**
     * Writes null.
     *
     * @return this
     */
    public JsonArrayWriter addNull() {
        output.text(null);
        return this;
    }

    /**
     * Writes strings.
     *
     * @param values the strings, in order
     * @return this
     */
    public JsonArrayWriter addAll(Iterable<String> values) {
        for (String value : values) {
            output.text(value);
        }
        return this;
    }

    /**
     * Writes objects.
     *
     * @param values what {@code encoder} writes, in order; null for null
     * @param encoder writes one object's members
     * @param <T> the values' type
     * @return this
     */
    public <T> JsonArrayWriter addAll(Iterable<? extends T> values, Encoder<? super T> encoder) {
        for (T value : values) {
            output.object(value, encoder);
        }
        return this;
    }

    /**
     * Writes an object.
     *
     * @param members writes the object's members
     * @return this
     */
    public JsonArrayWriter addObject(Consumer<? super JsonWriter> members) {
        output.object(members);
        return this;
    }

    /**
     * Writes an array.
     *
     * @param elements writes the array's elements
     * @return this
     */
    public JsonArrayWriter addArray(Consumer<? super JsonArrayWriter> elements) {
        output.array(elements);
        return this;
    }
}
