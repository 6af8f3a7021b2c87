package io.github.securehttpapi.local.internal;

/**
 * Text of a template or a request, made fit for one line of a terminal: what moves the cursor, ends the line or turns
 * the direction of writing is written as a JSON escape.
 */
public final class Printable {
    private Printable() {}

    public static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(character -> append(line, character));
        return line.toString();
    }

    public static void append(StringBuilder line, int character) {
        if (isPlain(character)) {
            line.appendCodePoint(character);
            return;
        }
        for (char unit : Character.toChars(character)) {
            line.append("\\u").append("%04x".formatted((int) unit));
        }
    }

    /** Format characters are the bidirectional controls and others that are not seen; a lone surrogate is no text. */
    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
