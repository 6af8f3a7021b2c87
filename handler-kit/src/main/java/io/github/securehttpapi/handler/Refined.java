package io.github.securehttpapi.handler;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Decoder#refine} makes of a value: something else, or a violation. Immutable.
 *
 * @param <T> what the value becomes
 */
public final class Refined<T> {
    private final @Nullable T value;
    private final Violation violation;

    private Refined(@Nullable T value, Violation violation) {
        this.value = value;
        this.violation = violation;
    }

    /**
     * The value is right, and becomes this.
     *
     * @param value what it becomes
     * @param <T> what it becomes
     * @return that outcome
     */
    public static <T> Refined<T> value(T value) {
        return new Refined<>(
                Objects.requireNonNull(value, "value must not be null"), new Violation("", "", "", Map.of()));
    }

    /**
     * The value is wrong.
     *
     * @param code what is wrong, as a word for programs to tell apart
     * @param message what is wrong, for a person: lower case, no period
     * @param <T> what it would have become
     * @return that outcome
     */
    public static <T> Refined<T> violation(String code, String message) {
        Objects.requireNonNull(code, "code must not be null");
        Objects.requireNonNull(message, "message must not be null");
        return new Refined<>(null, new Violation("", code, message));
    }

    /**
     * Blames a part of the value. Without effect on a value that is right.
     *
     * @param pointer where in the value, as a JSON pointer (RFC 6901). A tilde with neither 0 nor 1 behind it stands
     *     for itself
     * @return the outcome, there
     * @throws IllegalArgumentException if {@code pointer} is neither empty nor begins with a slash
     */
    public Refined<T> at(String pointer) {
        return new Refined<>(
                value, new Violation(pointer, violation.code(), violation.message(), violation.parameters()));
    }

    /**
     * Tells {@link Messages} what the message is made of. Without effect on a value that is right.
     *
     * @param parameter a name
     * @param value what it stands for
     * @return the outcome, with that parameter
     */
    public Refined<T> with(String parameter, Object value) {
        Map<String, Object> parameters = new HashMap<>(violation.parameters());
        parameters.put(
                Objects.requireNonNull(parameter, "parameter must not be null"),
                Objects.requireNonNull(value, "value must not be null"));
        return new Refined<>(
                this.value, new Violation(violation.pointer(), violation.code(), violation.message(), parameters));
    }

    @Nullable T valueOrViolation(Violations found) {
        if (value == null) {
            int length = found.enter(violation.pointer());
            found.add(violation.code(), violation.message(), violation.parameters());
            found.leave(length);
        }
        return value;
    }
}
