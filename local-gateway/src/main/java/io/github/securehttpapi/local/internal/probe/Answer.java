package io.github.securehttpapi.local.internal.probe;

import java.util.Locale;

/** What came back: an answer, or why there is none. */
final class Answer {
    private final int status;
    private final String head;
    private final String body;
    private final String failure;

    private Answer(int status, String head, String body, String failure) {
        this.status = status;
        this.head = head;
        this.body = body;
        this.failure = failure;
    }

    static Answer none(String failure) {
        return new Answer(0, "", "", failure);
    }

    /** Of all that was read, in ISO-8859-1. */
    static Answer parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || !text.matches("(?s)HTTP/1\\.1 \\d{3}\\b.*")) {
            return none(text.isEmpty() ? "a closed connection" : "no HTTP");
        }
        int status = Integer.parseInt(text.substring(9, 12));
        return new Answer(status, text.substring(0, end + 2), text.substring(end + 4), "");
    }

    int status() {
        return status;
    }

    String body() {
        return body;
    }

    /** Why there is no answer; empty if there is one. */
    String failure() {
        return failure;
    }

    /** The status line and the headers. */
    String head() {
        return head;
    }

    boolean hasHeader(String name) {
        return head.toLowerCase(Locale.ROOT).contains("\r\n" + name + ": ");
    }

    @Override
    public String toString() {
        return failure.isEmpty() ? (status + " " + body).strip() : failure;
    }
}
