package io.github.securehttpapi.review;

/**
 * A suppressions file, a baseline or a template's metadata that a review cannot use. The message is one line,
 * {@code suppressions must …, got '…': fix}, with the file and the place in it, fit to be printed as it is.
 */
public final class ReviewException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Ours: enough to recognize the value, short enough for a terminal. */
    private static final int MAX_CHARACTERS = 200;

    ReviewException(String message) {
        super(line(message));
    }

    ReviewException(String must, String got, String fix) {
        this(must + ", got '" + excerpt(got) + "': " + fix);
    }

    private static String excerpt(String text) {
        return text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS) + "…";
    }

    /** Without what moves a terminal's cursor, ends the line or turns the direction of writing. */
    private static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().map(character -> isShown(character) ? character : ' ').forEach(line::appendCodePoint);
        return line.toString();
    }

    private static boolean isShown(int character) {
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
