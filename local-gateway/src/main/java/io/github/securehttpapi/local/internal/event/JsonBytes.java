package io.github.securehttpapi.local.internal.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON, written straight to UTF-8: each request has an event written for it, in two thirds of a generator's time.
 * Names and whatever else is known beforehand come as octets; a comma is the caller's to write.
 */
final class JsonBytes {
    /** As many as the event of most requests without a body. */
    private static final int USUAL_BYTES = 1024;

    /** What a character takes at most: an escape by its number. */
    private static final int LONGEST = 6;

    /** So much is escaped at a time, so that room is made for no more than that. */
    private static final int CHUNK = 1024;

    private static final byte[] HEX = ascii("0123456789abcdef");
    private static final byte[] NULL = ascii("null");
    private static final int ASCII_END = 0x80;

    /** What stands behind the backslash of a character; 0 for one that stands for itself. */
    private static final byte[] ESCAPES = new byte[ASCII_END];

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

    private final int limit;
    private byte[] bytes = new byte[USUAL_BYTES];
    private int at;

    /** With so many octets at most. */
    JsonBytes(int limit) {
        this.limit = limit;
    }

    /** There is more to write than the limit allows. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("the event is too long", null, false, false);
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The octets of <code>,"name":</code>. */
    static byte[] name(String name) {
        return ascii(",\"" + name + "\":");
    }

    JsonBytes raw(byte[] octets) {
        room(octets.length);
        System.arraycopy(octets, 0, bytes, at, octets.length);
        at += octets.length;
        return this;
    }

    JsonBytes raw(char octet) {
        room(1);
        bytes[at++] = (byte) octet;
        return this;
    }

    JsonBytes field(byte[] name, @Nullable String value) {
        raw(name);
        return value == null ? raw(NULL) : text(value);
    }

    JsonBytes field(byte[] name, long value) {
        return raw(name).raw(ascii(Long.toString(value)));
    }

    /** An object of texts. */
    JsonBytes field(byte[] name, Map<String, String> texts) {
        raw(name).raw('{');
        boolean first = true;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            if (!first) {
                raw(',');
            }
            text(text.getKey()).raw(':').text(text.getValue());
            first = false;
        }
        return raw('}');
    }

    /** An array of texts. */
    JsonBytes texts(Collection<String> texts) {
        raw('[');
        boolean first = true;
        for (String text : texts) {
            if (!first) {
                raw(',');
            }
            text(text);
            first = false;
        }
        return raw(']');
    }

    /** Most texts have nothing to escape, and are copied on the way to finding that out. */
    JsonBytes text(String text) {
        int length = text.length();
        room(length + 2);
        byte[] into = bytes;
        int start = at + 1;
        into[at] = '"';
        for (int index = 0; index < length; index++) {
            char character = text.charAt(index);
            if (character >= ASCII_END || ESCAPES[character] != 0) {
                at = start + index;
                return rest(text, index);
            }
            into[start + index] = (byte) character;
        }
        into[start + length] = '"';
        at = start + length + 1;
        return this;
    }

    /** A text that is in UTF-8 already. What is malformed in it becomes a replacement character. */
    JsonBytes text(byte[] utf8) {
        for (byte octet : utf8) {
            if (octet < 0) {
                return text(new String(utf8, StandardCharsets.UTF_8));
            }
        }
        raw('"');
        for (int from = 0; from < utf8.length; from += CHUNK) {
            ascii(utf8, from, Math.min(utf8.length, from + CHUNK));
        }
        return raw('"');
    }

    byte[] toByteArray() {
        if (at > limit) {
            throw new TooLong();
        }
        return Arrays.copyOf(bytes, at);
    }

    private JsonBytes rest(String text, int from) {
        for (int index = from; index < text.length(); index++) {
            if ((index - from) % CHUNK == 0) {
                room(Math.min(CHUNK, text.length() - index) * LONGEST);
            }
            escape(text, index);
        }
        return raw('"');
    }

    private void ascii(byte[] text, int from, int to) {
        room((to - from) * LONGEST);
        byte[] into = bytes;
        int end = at;
        for (int index = from; index < to; index++) {
            byte letter = ESCAPES[text[index]];
            if (letter == 0) {
                into[end++] = text[index];
            } else if (letter == BY_NUMBER) {
                at = end;
                byNumber((char) text[index]);
                end = at;
            } else {
                into[end++] = '\\';
                into[end++] = letter;
            }
        }
        at = end;
    }

    private void escape(String text, int index) {
        char character = text.charAt(index);
        if (character < ASCII_END) {
            ascii(character);
        } else if (!Character.isSurrogate(character)) {
            utf8(character);
        } else if (Character.isHighSurrogate(character)
                && index + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(index + 1))) {
            utf8(Character.toCodePoint(character, text.charAt(index + 1)));
        } else if (Character.isHighSurrogate(character)
                || index == 0
                || !Character.isHighSurrogate(text.charAt(index - 1))) {
            // half a character has no octets
            byNumber(character);
        }
    }

    private void ascii(char character) {
        byte letter = ESCAPES[character];
        if (letter == 0) {
            bytes[at++] = (byte) character;
        } else if (letter == BY_NUMBER) {
            byNumber(character);
        } else {
            bytes[at++] = '\\';
            bytes[at++] = letter;
        }
    }

    private void byNumber(char character) {
        bytes[at++] = '\\';
        bytes[at++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[at++] = HEX[(character >> shift) & 0xF];
        }
    }

    private void utf8(int codePoint) {
        if (codePoint < 0x800) {
            bytes[at++] = (byte) (0xC0 | (codePoint >> 6));
        } else {
            if (codePoint < 0x10000) {
                bytes[at++] = (byte) (0xE0 | (codePoint >> 12));
            } else {
                bytes[at++] = (byte) (0xF0 | (codePoint >> 18));
                bytes[at++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
            }
            bytes[at++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        }
        bytes[at++] = (byte) (0x80 | (codePoint & 0x3F));
    }

    private void room(int more) {
        if (more > bytes.length - at) {
            makeRoom(more);
        }
    }

    private void makeRoom(int more) {
        if (at > limit || more - CHUNK * LONGEST > limit - at) {
            throw new TooLong();
        }
        bytes = Arrays.copyOf(bytes, Math.max(at + more, bytes.length * 2));
    }
}
