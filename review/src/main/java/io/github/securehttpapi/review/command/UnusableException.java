package io.github.securehttpapi.review.command;

/** What the command was given and cannot use. The message is one line, fit to be printed as it is. */
final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableException(String message) {
        super(message);
    }
}
