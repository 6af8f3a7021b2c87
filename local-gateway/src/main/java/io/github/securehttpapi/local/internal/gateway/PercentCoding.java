package io.github.securehttpapi.local.internal.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Percent-decoding of UTF-8, strict: what is malformed is null, not replaced. */
public final class PercentCoding {
    private PercentCoding() {}

    static @Nullable String path(String encoded) {
        return decode(encoded, false);
    }

    /** A plus sign in a query stands for a space (WHATWG URL, application/x-www-form-urlencoded). */
    static @Nullable String query(String encoded) {
        return decode(encoded, true);
    }

    private static @Nullable String decode(String encoded, boolean plusIsSpace) {
        if (plain(encoded, plusIsSpace)) {
            return encoded;
        }
        byte[] bytes = new byte[encoded.length()];
        int length = 0;
        for (int at = 0; at < encoded.length(); at++) {
            char character = encoded.charAt(at);
            if (character == '%') {
                int value = at + 2 < encoded.length() ? hex(encoded, at + 1) : -1;
                if (value < 0) {
                    return null;
                }
                bytes[length++] = (byte) value;
                at += 2;
            } else {
                bytes[length++] = (byte) (plusIsSpace && character == '+' ? ' ' : character);
            }
        }
        return utf8(bytes, length);
    }

    private static boolean plain(String encoded, boolean plusIsSpace) {
        for (int at = 0; at < encoded.length(); at++) {
            char character = encoded.charAt(at);
            if (character == '%' || character > '~' || (plusIsSpace && character == '+')) {
                return false;
            }
        }
        return true;
    }

    private static int hex(String encoded, int at) {
        int high = Character.digit(encoded.charAt(at), 16);
        int low = Character.digit(encoded.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static @Nullable String utf8(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException malformed) {
            return null;
        }
    }
}
