package io.github.securehttpapi.local.internal.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Percent-coding of UTF-8. Decoding is strict: what is malformed is null, not replaced. */
public final class PercentCoding {
    /** What a path segment may have as it is, beside letters and digits (RFC 3986, 3.3). */
    private static final String SEGMENT = "-._~!$&'()*+,;=:@";

    private static final String UNRESERVED = "-._~";

    private PercentCoding() {}

    /** Encodes a segment of a path, a slash included. */
    public static String encodeSegment(String text) {
        return encode(text, SEGMENT);
    }

    /** Encodes a path, whose slashes stay. */
    public static String encodePath(String text) {
        return encode(text, SEGMENT + "/");
    }

    /** Encodes a path that has been encoded already, but for characters that no path may have. */
    public static String completePath(String text) {
        return encode(text, SEGMENT + "/%");
    }

    /** Encodes the name or the value of a query parameter. */
    public static String encodeQuery(String text) {
        return encode(text, UNRESERVED);
    }

    private static String encode(String text, String kept) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean alphanumeric =
                    (octet >= '0' && octet <= '9') || (octet >= 'A' && octet <= 'Z') || (octet >= 'a' && octet <= 'z');
            if (alphanumeric || kept.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit((octet >> 4) & 0xF, 16)))
                        .append(Character.toUpperCase(Character.forDigit(octet & 0xF, 16)));
            }
        }
        return encoded.toString();
    }

    static @Nullable String path(String encoded) {
        return decode(encoded, false);
    }

    /** A plus sign in a query stands for a space (WHATWG URL, application/x-www-form-urlencoded). */
    public static @Nullable String query(String encoded) {
        return decode(encoded, true);
    }

    /** Whether a path is the same decoded. */
    static boolean isPlain(String path) {
        return isPlain(path, false);
    }

    private static @Nullable String decode(String encoded, boolean plusIsSpace) {
        if (isPlain(encoded, plusIsSpace)) {
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

    private static boolean isPlain(String encoded, boolean plusIsSpace) {
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
