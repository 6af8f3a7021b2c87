package io.github.securehttpapi.handler;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An object of JSON being written, member by member, in the order of the calls.
 *
 * <p>What comes of it is well-formed JSON in UTF-8, or an exception: objects and arrays close themselves, names and
 * strings are escaped, half of a surrogate pair, which UTF-8 cannot express, becomes U+FFFD, and a call that has no
 * place where it comes, such as one after the object's end, throws {@link java.io.UncheckedIOException}. A call by which
 * the body grows beyond 12 MB, twice what Lambda takes, throws {@link IllegalStateException}. Two things are the
 * caller's to see to: that no name is put twice, and that an exception out of a call is let through, since the member
 * that it left half written would take in the next ones.
 *
 * <pre>{@code
 * Response.ok(json -> json.put("id", id).putAll("tags", tags).put("owner", owner, Owner::write));
 * }</pre>
 */
public final class JsonWriter {
    private final JsonOutput output;

    JsonWriter(JsonOutput output) {
        this.output = output;
    }

    /**
     * Writes a string, or null.
     *
     * @param name the member's name
     * @param value the string
     * @return this
     */
    public JsonWriter put(String name, @Nullable String value) {
        output.name(name);
        output.text(value);
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
        output.name(name);
        output.number(value);
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
        JsonNumber.requireFinite(name, value);
        output.name(name);
        output.number(value);
        return this;
    }

    /**
     * Writes a floating-point number, in the digits of a {@code float}: 0.1 and not 0.10000000149011612.
     *
     * @param name the member's name
     * @param value the number
     * @return this
     * @throws IllegalArgumentException if {@code value} is infinite or not a number, which JSON cannot express
     */
    public JsonWriter put(String name, float value) {
        JsonNumber.requireFinite(name, value);
        output.name(name);
        output.number(value);
        return this;
    }

    /**
     * Writes a number of {@code java.lang} or {@code java.math}, or null. A {@code BigDecimal} is written out without
     * an exponent, its trailing zeros kept. Readers in JavaScript make a double of it: put money as a string.
     *
     * @param name the member's name
     * @param value the number
     * @return this
     * @throws IllegalArgumentException if {@code value} is infinite or not a number, has over 1,000 digits when written
     *     out, or is of another class
     */
    public JsonWriter put(String name, @Nullable Number value) {
        String number = value == null ? null : JsonNumber.text(name, value);
        output.name(name);
        output.number(number);
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
        output.name(name);
        output.truth(value);
        return this;
    }

    /**
     * Writes true, false or null.
     *
     * @param name the member's name
     * @param value which of them
     * @return this
     */
    public JsonWriter put(String name, @Nullable Boolean value) {
        return value == null ? putNull(name) : put(name, value.booleanValue());
    }

    /**
     * Writes the name of an enum's constant as a string, or null.
     *
     * @param name the member's name
     * @param value the constant
     * @return this
     */
    public JsonWriter put(String name, @Nullable Enum<?> value) {
        return put(name, value == null ? null : value.name());
    }

    /**
     * Writes a point in time as a string, such as {@code 2025-04-14T22:13:56Z} (RFC 3339), or null.
     *
     * @param name the member's name
     * @param value the instant
     * @return this
     */
    public JsonWriter put(String name, @Nullable Instant value) {
        return put(name, value == null ? null : Timestamp.of(value));
    }

    /**
     * Writes a day as a string, such as {@code 2025-04-14} (RFC 3339), or null.
     *
     * @param name the member's name
     * @param value the day
     * @return this
     */
    public JsonWriter put(String name, @Nullable LocalDate value) {
        return put(name, value == null ? null : value.toString());
    }

    /**
     * Writes a UUID as a string, in lower case, or null.
     *
     * @param name the member's name
     * @param value the UUID
     * @return this
     */
    public JsonWriter put(String name, @Nullable UUID value) {
        return put(name, value == null ? null : value.toString());
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
        output.name(name);
        output.object(value, encoder);
        return this;
    }

    /**
     * Writes null.
     *
     * @param name the member's name
     * @return this
     */
    public JsonWriter putNull(String name) {
        output.name(name);
        output.text(null);
        return this;
    }

    /**
     * Writes an object whose members have no class of their own, such as a map's entries:
     *
     * <pre>{@code
     * json.putObject("stock", members -> stock.forEach(members::put));
     * }</pre>
     *
     * @param name the member's name
     * @param members writes the object's members
     * @return this
     */
    public JsonWriter putObject(String name, Consumer<? super JsonWriter> members) {
        output.name(name);
        output.object(members);
        return this;
    }

    /**
     * Writes an array of anything:
     *
     * <pre>{@code
     * json.putArray("position", elements -> elements.add(longitude).add(latitude));
     * }</pre>
     *
     * @param name the member's name
     * @param elements writes the array's elements
     * @return this
     */
    public JsonWriter putArray(String name, Consumer<? super JsonArrayWriter> elements) {
        output.name(name);
        output.array(elements);
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
        output.name(name);
        output.beginArray();
        for (String value : values) {
            output.text(value);
        }
        output.endArray();
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
        output.name(name);
        output.beginArray();
        for (T value : values) {
            output.object(value, encoder);
        }
        output.endArray();
        return this;
    }
}
