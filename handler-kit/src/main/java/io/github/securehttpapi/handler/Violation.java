package io.github.securehttpapi.handler;

/**
 * One thing that is wrong with a body.
 *
 * @param pointer where, as a JSON pointer (RFC 6901): {@code /email}; empty for the body as a whole
 * @param code what, as a word for programs to tell apart; it stays the same when the message is reworded
 * @param message what, in English, for a person: lower case, no period, such as {@code must not be blank}
 */
public record Violation(String pointer, String code, String message) {
    void write(JsonWriter json) {
        json.put("pointer", pointer).put("code", code).put("message", message);
    }
}
