package io.github.securehttpapi.handler;

/** White space as Unicode defines it, and what else a person cannot see. */
final class Whitespace {
    private static final int NEXT_LINE = 0x85;

    /** A symbol by its category, and a cell of braille without a dot by its looks. */
    private static final int BRAILLE_BLANK = 0x2800;

    /**
     * First and last code points of Default_Ignorable_Code_Point (Unicode 14, DerivedCoreProperties.txt), as far as
     * they are not format characters: fillers, variation selectors, and what Unicode reserves for more of the kind.
     */
    private static final int[] IGNORABLE = {
        0x034f, 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180f, 0x2065, 0x2065, 0x3164, 0x3164, //
        0xfe00, 0xfe0f, 0xffa0, 0xffa0, 0xfff0, 0xfff8, 0xe0000, 0xe0fff
    };

    private Whitespace() {}

    static String trim(String text) {
        int start = 0;
        int end = text.length();
        // By char: every white-space character of Unicode is in the basic plane.
        while (start < end && isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Whether nothing in {@code text} can be seen. */
    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isVisible(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVisible(int codePoint) {
        int type = Character.getType(codePoint);
        return !isWhitespace(codePoint)
                && type != Character.CONTROL
                && type != Character.FORMAT
                && codePoint != BRAILLE_BLANK
                && !isIgnorable(codePoint);
    }

    private static boolean isIgnorable(int codePoint) {
        for (int i = 0; i < IGNORABLE.length; i += 2) {
            if (codePoint >= IGNORABLE[i] && codePoint <= IGNORABLE[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /**
     * Unicode's White_Space (PropList.txt): the separators, U+0009 to U+000D and U+0085. Java's own definition has the
     * separators of information, U+001C to U+001F, instead of U+0085 and the no-break spaces.
     */
    private static boolean isWhitespace(int codePoint) {
        return Character.isSpaceChar(codePoint) || (codePoint >= '\t' && codePoint <= '\r') || codePoint == NEXT_LINE;
    }

    /** Whether {@code text} holds something that ends a line, or that changes how the text around it is shown. */
    static boolean hasControl(String text) {
        // By char: every one of them is in the basic plane.
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || isLineSeparator(c) || isBidirectionalControl(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLineSeparator(char c) {
        return c == '\u2028' || c == '\u2029';
    }

    /** The embeddings, overrides and isolates: UAX 9, 2.1 to 2.5. The marks of 2.6 are part of ordinary text. */
    private static boolean isBidirectionalControl(char c) {
        return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
    }
}
