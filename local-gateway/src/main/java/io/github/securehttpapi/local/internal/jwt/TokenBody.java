package io.github.securehttpapi.local.internal.jwt;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request for a token. */
final class TokenBody {
    private TokenBody() {}

    /**
     * The token that is asked for; the usual one, if the body is empty.
     *
     * @throws IllegalArgumentException if it is no such body
     */
    static TokenDraft read(byte[] body) {
        TokenDraft draft = new TokenDraft();
        if (body.length > 0) {
            Map<String, ? extends @Nullable Object> fields = Json.object(body);
            if (fields == null) {
                throw new IllegalArgumentException(
                        "body must be a JSON object, got '" + body.length + " bytes': write {\"sub\":\"alice\"}");
            }
            fields.forEach((name, value) -> set(draft, name, value));
        }
        return draft;
    }

    private static void set(TokenDraft draft, String name, @Nullable Object value) {
        switch (name) {
            case "authorizer" -> draft.authorizer(text(name, value));
            case "sub", "scope" -> draft.claim(name, text(name, value));
            case "expiresIn" -> draft.expiresIn(seconds(value));
            case "claims" -> claims(draft, value);
            default ->
                throw new IllegalArgumentException("body must have no field but authorizer, sub, scope, claims"
                        + " and expiresIn, got '" + name + "': write it in claims");
        }
    }

    private static String text(String name, @Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw wrong(name + " must be a text", value);
    }

    private static Duration seconds(@Nullable Object value) {
        if (value instanceof Json.Digits number && number.text().matches("-?[0-9]{1,15}")) {
            return Duration.ofSeconds(Long.parseLong(number.text()));
        }
        throw wrong("expiresIn must be a whole number of seconds", value);
    }

    private static void claims(TokenDraft draft, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> claims)) {
            throw wrong("claims must be an object", value);
        }
        claims.forEach((name, claim) -> draft.claim(String.valueOf(name), claim));
    }

    private static IllegalArgumentException wrong(String must, @Nullable Object value) {
        Object got = value instanceof Json.Digits number ? number.text() : value;
        return new IllegalArgumentException(must + ", got '" + got + "': mend the body");
    }
}
