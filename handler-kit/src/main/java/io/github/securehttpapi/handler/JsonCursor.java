package io.github.securehttpapi.handler;

/** A place in the octets of an event, and what it is moved past: spaces, literals and numbers. Source: RFC 8259. */
class JsonCursor {
    final byte[] octets;
    int at;

    JsonCursor(byte[] octets) {
        this.octets = octets;
    }

    /** The octet that comes next. Zero at the end of the event: neither has a place where something is looked for. */
    final int octet() {
        return at < octets.length ? octets[at] : 0;
    }

    final void require(char expected) {
        if (octet() != expected) {
            throw unexpected();
        }
        at++;
    }

    final void skipSpace() {
        while (at < octets.length && isSpace(octets[at])) {
            at++;
        }
    }

    // The first comparison is the only one for most octets.
    private static boolean isSpace(byte octet) {
        return octet <= ' ' && (octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t');
    }

    final void skipLiteral(String literal) {
        for (int i = 0; i < literal.length(); i++) {
            require(literal.charAt(i));
        }
        // A longer word is no JSON, and that is said before anyone finds that a member must not hold the shorter one.
        if (octet() < 0 || Ascii.isAlphanumeric((char) octet())) {
            throw unexpected();
        }
    }

    /** Whether the number skipped is a whole one, without fraction and exponent. */
    final boolean skipNumber() {
        skipAny('-', '-');
        int digits = skipWhole();
        int wholeDigits = digits;
        if (skipAny('.', '.')) {
            digits += skipDigits();
        }
        if (skipAny('e', 'E')) {
            skipAny('+', '-');
            digits += skipDigits();
        }
        if (digits > Json.MAX_EVENT_NUMBER_LENGTH) {
            throw MalformedEventException.overALimit(at);
        }
        return digits == wholeDigits;
    }

    /** Returns how many digits: a zero comes first only if it stands alone. */
    private int skipWhole() {
        if (!skipAny('0', '0')) {
            return skipDigits();
        }
        if (isDigit()) {
            throw unexpected();
        }
        return 1;
    }

    private int skipDigits() {
        int from = at;
        while (isDigit()) {
            at++;
        }
        if (at == from) {
            throw unexpected();
        }
        return at - from;
    }

    private boolean isDigit() {
        return octet() >= '0' && octet() <= '9';
    }

    private boolean skipAny(char one, char other) {
        if (octet() == one || octet() == other) {
            at++;
            return true;
        }
        return false;
    }

    private MalformedEventException unexpected() {
        return MalformedEventException.unexpected(octets, at);
    }
}
