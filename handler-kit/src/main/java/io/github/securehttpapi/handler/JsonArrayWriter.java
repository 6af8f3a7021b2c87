package io.github.securehttpapi.handler;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An array of JSON being written, element by element. It keeps the rules of {@link JsonWriter}.
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
