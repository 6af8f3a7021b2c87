package io.github.securehttpapi.handler;

/**
 * Writes the members of an object. A record with a method {@code void write(JsonWriter json)} has one in
 * {@code Contact::write}.
 *
 * @param <T> what is written
 */
@FunctionalInterface
public interface Encoder<T> {
    /**
     * Writes a value's members into the object that has been begun for it.
     *
     * @param value the value
     * @param json the object
     */
    void write(T value, JsonWriter json);
}
