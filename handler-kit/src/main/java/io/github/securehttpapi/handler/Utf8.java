package io.github.securehttpapi.handler;

/** The sequences of octets that stand for one character beyond ASCII. Source: RFC 3629, 3 and 4. */
final class Utf8 {
    /** The least code point of a sequence of so many octets: a lesser one has a shorter form, and must take it. */
    private static final int[] LEAST = {0, 0, 0x80, 0x800, 0x10000};

    private Utf8() {}

    /**
     * The length of the sequence whose first octet, 0x80 or above, is at {@code at}: 2 to 4, or 0 if it is malformed, cut
     * short, or a surrogate.
     */
    static int length(byte[] octets, int at) {
        int length = announced(octets[at] & 0xff);
        if (length == 0 || at + length > octets.length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((octets[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        int codePoint = codePoint(octets, at, length);
        boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return codePoint < LEAST[length] || codePoint > Character.MAX_CODE_POINT || surrogate ? 0 : length;
    }

    private static int announced(int first) {
        if (first < 0xc0 || first > 0xf7) {
            return 0;
        }
        if (first < 0xe0) {
            return 2;
        }
        return first < 0xf0 ? 3 : 4;
    }

    /** The code point of a sequence whose length {@link #length} has told. */
    static int codePoint(byte[] octets, int at, int length) {
        // The first octet starts with as many ones as the sequence has octets, and a zero.
        int codePoint = octets[at] & (0x7f >> length);
        for (int i = 1; i < length; i++) {
            codePoint = (codePoint << 6) | (octets[at + i] & 0x3f);
        }
        return codePoint;
    }
}
