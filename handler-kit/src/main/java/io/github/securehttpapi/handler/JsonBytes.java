package io.github.securehttpapi.handler;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * JSON, written straight to bytes: every request has a line of the log and a response event written for it, in less than
 * half of a generator's time. What is known beforehand comes as bytes, names above all; commas, colons and brackets are
 * the caller's to write.
 */
final class JsonBytes {
    /** What is not ASCII is escaped: line separators above all, and halves of surrogate pairs. */
    private static final char HIGHEST_UNESCAPED = 0x7e;

    private static final int ASCII_END = 0x80;

    private static final byte[] NULL = ascii("null");

    /** In upper case, as Jackson has them. */
    private static final byte[] HEX = ascii("0123456789ABCDEF");

    /** What stands behind a character's backslash, or 0 for none: RFC 8259, 7. */
    private static final byte[] ESCAPES = new byte[ASCII_END];

    /** Behind it, four digits of hex follow. */
    private static final byte BY_NUMBER = 'u';

    static {
        Arrays.fill(ESCAPES, 0, ' ', BY_NUMBER);
        ESCAPES['"'] = '"';
        ESCAPES['\\'] = '\\';
        ESCAPES['\b'] = 'b';
        ESCAPES['\t'] = 't';
        ESCAPES['\n'] = 'n';
        ESCAPES['\f'] = 'f';
        ESCAPES['\r'] = 'r';
    }

    private byte[] bytes;
    private int size;

    /** With room for so many bytes, and for more once they are needed. */
    JsonBytes(int capacity) {
        bytes = new byte[capacity];
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** JSON as it is. */
    JsonBytes raw(byte[] json) {
        makeRoom(json.length);
        System.arraycopy(json, 0, bytes, size, json.length);
        size += json.length;
        return this;
    }

    JsonBytes raw(char json) {
        makeRoom(1);
        bytes[size++] = (byte) json;
        return this;
    }

    /** A number that is not negative, in so many digits at least: zeros come before it. */
    JsonBytes number(long number, int digits) {
        int length = Math.max(digits, digitsOf(number));
        makeRoom(length);
        long rest = number;
        for (int i = size + length - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += length;
        return this;
    }

    private static int digitsOf(long number) {
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /** A string in ASCII, or null. Most have nothing to escape, and are copied on the way to finding that out. */
    JsonBytes text(@Nullable String text) {
        if (text == null) {
            return raw(NULL);
        }
        int length = text.length();
        makeRoom(length + 2);
        bytes[size++] = '"';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (escapeOf(c) != 0) {
                return escapedFrom(i, text);
            }
            bytes[size++] = (byte) c;
        }
        bytes[size++] = '"';
        return this;
    }

    private static byte escapeOf(char c) {
        return c > HIGHEST_UNESCAPED ? BY_NUMBER : ESCAPES[c];
    }

    private JsonBytes escapedFrom(int start, String text) {
        int length = 0;
        for (int i = start; i < text.length(); i++) {
            length += lengthWith(escapeOf(text.charAt(i)));
        }
        makeRoom(length + 1);
        for (int i = start; i < text.length(); i++) {
            write(text.charAt(i), escapeOf(text.charAt(i)));
        }
        bytes[size++] = '"';
        return this;
    }

    /** A string that is UTF-8 already, which stays as it is but for what JSON must escape. */
    JsonBytes utf8(byte[] text) {
        int length = 0;
        for (byte octet : text) {
            length += lengthWith(escapeOf(octet));
        }
        makeRoom(length + 2);
        bytes[size++] = '"';
        for (byte octet : text) {
            write((char) octet, escapeOf(octet));
        }
        bytes[size++] = '"';
        return this;
    }

    private static byte escapeOf(byte octet) {
        return octet < 0 ? 0 : ESCAPES[octet];
    }

    private static int lengthWith(byte escape) {
        return escape == 0 ? 1 : escape == BY_NUMBER ? 6 : 2;
    }

    private void write(char c, byte escape) {
        if (escape == 0) {
            bytes[size++] = (byte) c;
            return;
        }
        bytes[size++] = '\\';
        bytes[size++] = escape;
        if (escape == BY_NUMBER) {
            for (int shift = 12; shift >= 0; shift -= 4) {
                bytes[size++] = HEX[(c >> shift) & 0xf];
            }
        }
    }

    /** More than doubles the room, so that many small parts cost no more than one large one, which gets what it needs. */
    private void makeRoom(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, bytes.length + size + more);
        }
    }

    int size() {
        return size;
    }

    void writeTo(OutputStream output) throws IOException {
        output.write(bytes, 0, size);
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}
