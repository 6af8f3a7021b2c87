package io.github.securehttpapi.handler;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The grammar of JSON over the octets of an event, and its limits. Source: RFC 8259, with nothing added: no comments, no
 * comma behind the last, no byte order mark.
 *
 * <p>A value is begun by what moves to it, and then used up by one of {@link #text}, {@link #skip} and {@link #json}, or,
 * where it is an object or array, by moving through it to its end. Numbers and literals need not be.
 */
final class JsonScanner extends JsonCursor {
    /** Nothing more, where a value may follow or not. */
    static final char NONE = 0;

    static final char OBJECT = '{';
    static final char ARRAY = '[';
    static final char TEXT = '"';
    static final char TRUE = 't';
    static final char FALSE = 'f';
    static final char NULL = 'n';

    /** A number without fraction or exponent. */
    static final char INTEGER = '0';

    /** A number with a fraction or an exponent, or both. */
    static final char FRACTION = '.';

    private final JsonString string;

    private int depth;

    /** Whether the object or array has just begun, so that no comma comes before what is next in it. */
    private boolean first;

    private char kind = NONE;
    private int start;

    JsonScanner(byte[] octets) {
        super(octets);
        this.string = new JsonString(octets);
    }

    /** What the value is that was begun last. */
    char kind() {
        return kind;
    }

    /** Begins the value that stands by itself, if there is one. */
    void begin() {
        skipSpace();
        if (at == octets.length) {
            kind = NONE;
        } else {
            beginValue();
        }
    }

    /** Begins the value of the object's next member. False at the end of the object. */
    boolean nextMember() {
        if (!next('}')) {
            return false;
        }
        require('"');
        at = string.read(at);
        requireName();
        skipSpace();
        require(':');
        skipSpace();
        beginValue();
        return true;
    }

    // Half of a surrogate pair is no name. Values may have it: they are the client's, who is told of a body's in a 400.
    private void requireName() {
        if (string.length() > Json.MAX_EVENT_NAME_LENGTH) {
            throw MalformedEventException.overALimit(at);
        }
        if (!string.isAscii() && string.isHalved()) {
            throw MalformedEventException.unexpected(octets, string.start());
        }
    }

    /** The name of the member that was begun last. To be asked for before its value is used. */
    String name() {
        String known = string.isAscii() ? KnownNames.find(octets, string.start(), string.length()) : null;
        return known == null ? string.text() : known;
    }

    /** Begins the next value of the array. False at the end of the array. */
    boolean nextElement() {
        if (!next(']')) {
            return false;
        }
        beginValue();
        return true;
    }

    private boolean next(char end) {
        skipSpace();
        if (octet() == end) {
            at++;
            depth--;
            first = false;
            return false;
        }
        if (!first) {
            require(',');
            skipSpace();
        }
        first = false;
        return true;
    }

    private void beginValue() {
        start = at;
        char octet = (char) octet();
        switch (octet) {
            case TEXT -> {
                kind = TEXT;
                at++;
            }
            case OBJECT, ARRAY -> enter(octet);
            case TRUE, FALSE, NULL -> beginLiteral(octet);
            default -> kind = skipNumber() ? INTEGER : FRACTION;
        }
    }

    private void enter(char container) {
        at++;
        depth++;
        if (depth > Json.MAX_EVENT_DEPTH) {
            throw MalformedEventException.overALimit(at);
        }
        kind = container;
        first = true;
    }

    private void beginLiteral(char literal) {
        kind = literal;
        switch (literal) {
            case TRUE -> skipLiteral("true");
            case FALSE -> skipLiteral("false");
            default -> skipLiteral("null");
        }
    }

    /** The characters of the string begun. */
    String text() {
        at = string.read(at);
        if (string.length() > Json.MAX_EVENT_STRING_LENGTH) {
            throw MalformedEventException.overALimit(at);
        }
        return string.text();
    }

    /** The number or literal begun, digit by digit as it came. */
    String scalar() {
        return new String(octets, start, at - start, StandardCharsets.ISO_8859_1);
    }

    /** Reads to the end of the value begun. */
    void skip() {
        if (kind == TEXT) {
            at = string.read(at);
        } else if (kind == OBJECT || kind == ARRAY) {
            skipLevels();
        }
    }

    // Level by level in a loop: recursion would spend the stack.
    private void skipLevels() {
        BitSet objects = new BitSet();
        int outside = depth - 1;
        boolean begun = true;
        while (depth > outside) {
            if (begun && kind == TEXT) {
                at = string.read(at);
            } else if (begun && (kind == OBJECT || kind == ARRAY)) {
                objects.set(depth, kind == OBJECT);
            }
            begun = objects.get(depth) ? nextMember() : nextElement();
        }
    }

    /** The value begun, octet by octet as it came, to its end. */
    byte[] json() {
        int from = start;
        skip();
        return Arrays.copyOfRange(octets, from, at);
    }
}
