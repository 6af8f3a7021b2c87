package io.github.securehttpapi.handler;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The bytes of a body, as far as the event has them. */
final class Body {
    private final byte[] bytes;
    private final boolean faithful;

    private Body(byte[] bytes, boolean faithful) {
        this.bytes = bytes;
        this.faithful = faithful;
    }

    /** Takes the array over. */
    static Body of(byte[] bytes) {
        return new Body(bytes, true);
    }

    static Body of(Event event) {
        String body = event.body == null ? "" : event.body;
        if (!event.base64Encoded) {
            return new Body(body.getBytes(StandardCharsets.UTF_8), !Surrogates.areUnpaired(body));
        }
        try {
            return of(Base64.getDecoder().decode(body));
        } catch (IllegalArgumentException notBase64) {
            throw InvalidRequestException.badRequest("body must be base64 where the event says so");
        }
    }

    int length() {
        return bytes.length;
    }

    /**
     * The bytes themselves. Half of a surrogate pair is refused here and not at once, because a body that is too large,
     * or of the wrong media type, is told so first.
     */
    byte[] bytes() {
        if (!faithful) {
            throw InvalidRequestException.notUtf8();
        }
        return bytes;
    }
}
