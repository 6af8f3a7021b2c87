package io.github.securehttpapi.review.command;

/** Text from a template or a file system, made fit for a terminal. */
final class Printable {
    private Printable() {}

    /** On one line. */
    static String line(String text) {
        return escaped(text, false);
    }

    /** Line ends are kept. */
    static String lines(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean lines) {
        StringBuilder shown = null;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean kept = (lines && character == '\n') || isHarmless(text, i);
            if (!kept && shown == null) {
                shown = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (shown != null) {
                shown.append(kept ? String.valueOf(character) : escape(character));
            }
        }
        return shown == null ? text : shown.toString();
    }

    static String escape(int character) {
        String digits = Integer.toHexString(character);
        return "\\u" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    private static boolean isHarmless(String text, int index) {
        char character = text.charAt(index);
        if (Character.isSurrogate(character)) {
            return isPaired(text, index);
        }
        return isHarmless(character);
    }

    private static boolean isPaired(String text, int index) {
        char character = text.charAt(index);
        return Character.isHighSurrogate(character)
                ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }

    /** Not what moves a terminal's cursor, ends the line or turns the direction of writing. */
    static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
