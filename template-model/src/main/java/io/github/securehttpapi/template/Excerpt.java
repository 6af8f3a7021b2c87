package io.github.securehttpapi.template;

/** Text from a template, made fit for a one-line message. */
final class Excerpt {
    /** Ours: enough to recognize the value, short enough for a terminal. */
    private static final int MAX_CHARACTERS = 200;

    private Excerpt() {}

    static String of(String text) {
        String shown = text.length() <= MAX_CHARACTERS ? text : text.substring(0, MAX_CHARACTERS) + "…";
        return line(shown);
    }

    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().map(character -> isShown(character) ? character : ' ').forEach(line::appendCodePoint);
        return line.toString();
    }

    /** Not what moves a terminal's cursor, ends the line or turns the direction of writing. */
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
