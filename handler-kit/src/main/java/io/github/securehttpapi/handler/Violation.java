package io.github.securehttpapi.handler;

import java.util.Map;
import java.util.Objects;

/**
 * One thing that is wrong with a body, or with the parameters of a request.
 *
 * @param pointer where, as a JSON pointer (RFC 6901): {@code /email}; empty for the body as a whole.
 *     A tilde with neither 0 nor 1 behind it stands for itself, and becomes {@code ~0}
 * @param code what, as a word for programs to tell apart; it stays the same when the message is reworded
 * @param message what, in English unless {@link Messages} say it otherwise, for a person: lower case, no period, such as
 *     {@code must not be blank}
 * @param parameters what the message was made of, such as {@code max} for {@code too_long}; for {@link Messages}, and not
 *     part of a response
 */
public record Violation(String pointer, String code, String message, Map<String, Object> parameters) {
    /**
     * A violation, with a copy of the parameters.
     *
     * @param pointer where
     * @param code what, for programs
     * @param message what, for a person
     * @param parameters what the message was made of
     * @throws IllegalArgumentException if {@code pointer} is neither empty nor begins with a slash
     */
    public Violation {
        pointer = Violations.pointer(pointer);
        Objects.requireNonNull(code, "code must not be null");
        Objects.requireNonNull(message, "message must not be null");
        parameters = Map.copyOf(parameters);
    }

    /**
     * A violation whose message is made of nothing but its words.
     *
     * @param pointer where
     * @param code what, for programs
     * @param message what, for a person
     * @throws IllegalArgumentException if {@code pointer} is neither empty nor begins with a slash
     */
    public Violation(String pointer, String code, String message) {
        this(pointer, code, message, Map.of());
    }

    void write(JsonWriter json) {
        json.put("pointer", pointer).put("code", code).put("message", message);
    }
}
