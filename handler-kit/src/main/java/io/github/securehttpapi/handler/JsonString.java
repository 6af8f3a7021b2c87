package io.github.securehttpapi.handler;

import java.nio.charset.StandardCharsets;

/** The string of an event that was read last. Its characters are checked at once, and made only if somebody wants them. */
final class JsonString {
    /** RFC 8259, 7: a backslash, a {@code u} and four hexadecimal digits. */
    private static final int UNICODE_ESCAPE_LENGTH = 6;

    /** In UTF-16 units, chosen here: an array of its own for each would be much of what such a string takes. */
    private static final int SHORT = 64;

    private static final char[] NONE = {};

    private final byte[] octets;
    private int start;
    private int end;
    private int length;

    /** Where short strings are unescaped, one after the other: an event may consist of them. */
    private char[] room = NONE;

    JsonString(byte[] octets) {
        this.octets = octets;
    }

    /** Reads the string that begins at {@code start}, behind its quote. Returns where the JSON behind it begins. */
    int read(int start) {
        int saved = 0;
        int at = pastAscii(start);
        while (octet(at) != '"') {
            int width = width(at);
            saved += width - units(at, width);
            at = pastAscii(at + width);
        }
        this.start = start;
        end = at;
        length = at - start - saved;
        return at + 1;
    }

    // Where most strings end.
    private int pastAscii(int from) {
        int at = from;
        while (at < octets.length && octets[at] >= ' ' && octets[at] != '"' && octets[at] != '\\') {
            at++;
        }
        return at;
    }

    /** Zero at the end of the event: RFC 8259 has no place for either. */
    private int octet(int at) {
        return at < octets.length ? octets[at] : 0;
    }

    /** In octets, of an escape or a character beyond ASCII. */
    private int width(int at) {
        int width = 0;
        if (octet(at) == '\\') {
            width = escapeWidth(at);
        } else if (octet(at) < 0) {
            width = Utf8.length(octets, at);
        }
        if (width == 0) {
            throw MalformedEventException.unexpected(octets, at);
        }
        return width;
    }

    private int escapeWidth(int at) {
        return switch (octet(at + 1)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
            case 'u' -> {
                requireDigits(at + 2, at + UNICODE_ESCAPE_LENGTH);
                yield UNICODE_ESCAPE_LENGTH;
            }
            default -> throw MalformedEventException.unexpected(octets, at + 1);
        };
    }

    private void requireDigits(int from, int to) {
        for (int at = from; at < to; at++) {
            if (digit(octet(at)) < 0) {
                throw MalformedEventException.unexpected(octets, at);
            }
        }
    }

    // Not Character.digit, which takes the digits of all scripts.
    private static int digit(int octet) {
        if (octet >= '0' && octet <= '9') {
            return octet - '0';
        }
        int letter = octet | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }

    /** Of an escape or a character beyond ASCII, which takes a pair of surrogates if it takes four octets. */
    private int units(int at, int width) {
        return octets[at] != '\\' && width == 4 ? 2 : 1;
    }

    /** In UTF-16 units, after unescaping. */
    int length() {
        return length;
    }

    /** Where its octets begin. */
    int start() {
        return start;
    }

    /** Whether half of a surrogate pair stands alone in it, which only an escape can bring about. */
    boolean isHalved() {
        boolean high = false;
        int at = start;
        while (at < end) {
            boolean escaped = octets[at] == '\\';
            char unit = escaped ? (char) codePoint(at, 0) : 0;
            if (Character.isLowSurrogate(unit) != high) {
                return true;
            }
            high = Character.isHighSurrogate(unit);
            at += octets[at] < 0 || escaped ? width(at) : 1;
        }
        return high;
    }

    /** The characters. Half of a surrogate pair is let through. */
    String text() {
        if (length == 0) {
            return "";
        }
        if (isAscii()) {
            return new String(octets, start, length, StandardCharsets.ISO_8859_1);
        }
        return unescaped();
    }

    /** Whether it consists of ASCII without escapes: all else takes more octets than UTF-16 units. */
    boolean isAscii() {
        return length == end - start;
    }

    private String unescaped() {
        if (length > SHORT) {
            return unescaped(new char[length]);
        }
        if (room.length == 0) {
            room = new char[SHORT];
        }
        return unescaped(room);
    }

    private String unescaped(char[] units) {
        int at = start;
        for (int i = 0; i < length; ) {
            byte octet = octets[at];
            if (octet >= 0 && octet != '\\') {
                units[i++] = (char) octet;
                at++;
            } else {
                int width = width(at);
                i += Character.toChars(codePoint(at, width), units, i);
                at += width;
            }
        }
        return new String(units, 0, length);
    }

    private int codePoint(int at, int width) {
        if (octets[at] != '\\') {
            return Utf8.codePoint(octets, at, width);
        }
        return switch (octets[at + 1]) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicodeEscape(at + 2);
            default -> octets[at + 1];
        };
    }

    private int unicodeEscape(int at) {
        int codePoint = 0;
        for (int i = at; i < at + 4; i++) {
            codePoint = (codePoint << 4) | digit(octets[i]);
        }
        return codePoint;
    }
}
