package io.github.securehttpapi.handler;

/** Numbers as JSON writes them: RFC 8259, 6. For texts that no parser of JSON has looked at. */
final class NumberText {
    private final String text;
    private int position;

    private NumberText(String text) {
        this.text = text;
    }

    /** Whether this is a number without fraction and exponent. */
    static boolean isWhole(String text) {
        NumberText number = new NumberText(text);
        return number.acceptWhole() && number.isAtEnd();
    }

    static boolean isNumber(String text) {
        NumberText number = new NumberText(text);
        return number.acceptWhole() && number.acceptFraction() && number.acceptExponent() && number.isAtEnd();
    }

    private boolean acceptWhole() {
        accept('-');
        return accept('0') || acceptDigits();
    }

    private boolean acceptFraction() {
        return !accept('.') || acceptDigits();
    }

    private boolean acceptExponent() {
        if (!accept('e') && !accept('E')) {
            return true;
        }
        if (!accept('-')) {
            accept('+');
        }
        return acceptDigits();
    }

    private boolean acceptDigits() {
        int start = position;
        while (position < text.length() && Ascii.isDigit(text.charAt(position))) {
            position++;
        }
        return position > start;
    }

    private boolean accept(char c) {
        if (position < text.length() && text.charAt(position) == c) {
            position++;
            return true;
        }
        return false;
    }

    private boolean isAtEnd() {
        return position == text.length();
    }
}
