package io.github.securehttpapi.handler;

/** UTF-16 surrogates, which JSON's escapes can smuggle into a string one at a time. */
final class Surrogates {
    /** What Unicode has for a character that cannot be expressed: U+FFFD. */
    private static final char REPLACEMENT = '\ufffd';

    private Surrogates() {}

    /** Whether a surrogate stands in {@code text} without its other half, so that no UTF-8 can express it. */
    static boolean areUnpaired(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** The same for characters in an array, without a string of them. */
    static boolean areUnpaired(char[] text, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (Character.isSurrogate(text[i])) {
                if (!Character.isHighSurrogate(text[i])
                        || i + 1 == start + length
                        || !Character.isLowSurrogate(text[i + 1])) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** {@code text} with U+FFFD for each surrogate that stands without its other half. */
    static String replaceUnpaired(String text) {
        if (!areUnpaired(text)) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            // A pair has a code point of its own: one of this range stands alone.
            boolean unpaired = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
            replaced.appendCodePoint(unpaired ? REPLACEMENT : codePoint);
        }
        return replaced.toString();
    }
}
