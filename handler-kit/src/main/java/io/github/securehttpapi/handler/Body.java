package io.github.securehttpapi.handler;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A body, as far as the event has it: as text, or as bytes where that is in base64. One is made of the other if asked for. */
final class Body {
    private static final byte[] NONE = {};

    private final @Nullable String text;
    private final byte[] bytes;
    private final int length;

    private Body(@Nullable String text, byte[] bytes, int length) {
        this.text = text;
        this.bytes = bytes;
        this.length = length;
    }

    /** Takes the array over. */
    static Body of(byte[] bytes) {
        return new Body(null, bytes, bytes.length);
    }

    static Body of(String text) {
        return new Body(text, NONE, utf8Length(text));
    }

    static Body of(Event event) {
        String body = event.body == null ? "" : event.body;
        if (!event.base64Encoded) {
            return of(body);
        }
        try {
            return of(Base64.getDecoder().decode(body));
        } catch (IllegalArgumentException notBase64) {
            throw InvalidRequestException.badRequest("body must be base64 where the event says so");
        }
    }

    /** Of a surrogate pair, each half counts two of its four bytes; half of one is refused later. */
    private static int utf8Length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                length++;
            } else {
                length += c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            }
        }
        return length;
    }

    /** In bytes of UTF-8. */
    int length() {
        return length;
    }

    /**
     * The bytes of the body, which may be its own. Half of a surrogate pair is refused here and not at once, because a body
     * that is too large, or of the wrong media type, is told so first.
     */
    byte[] bytes() {
        return text == null ? bytes : requireFaithful(text).getBytes(StandardCharsets.UTF_8);
    }

    /** The characters of the body, refused if it is not UTF-8. */
    CharBuffer characters() {
        if (text != null) {
            return CharBuffer.wrap(requireFaithful(text).toCharArray());
        }
        try {
            // Not left to Jackson, which takes surrogates in UTF-8, and guesses at UTF-16 and UTF-32.
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException notUtf8) {
            throw InvalidRequestException.notUtf8();
        }
    }

    private static String requireFaithful(String text) {
        if (Surrogates.areUnpaired(text)) {
            throw InvalidRequestException.notUtf8();
        }
        return text;
    }
}
