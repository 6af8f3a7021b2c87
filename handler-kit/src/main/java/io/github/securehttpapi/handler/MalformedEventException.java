package io.github.securehttpapi.handler;

import java.text.ParseException;

/** The event is not one that an HTTP API sends: the deployment is at fault, not the client. */
final class MalformedEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String OVER_A_LIMIT = "event must be JSON of at most " + Json.MAX_EVENT_DEPTH
            + " levels, in names of at most " + Json.MAX_EVENT_NAME_LENGTH
            + ", numbers of at most " + Json.MAX_EVENT_NUMBER_LENGTH
            + " and strings of at most " + Json.MAX_EVENT_STRING_LENGTH + " characters";

    MalformedEventException(String message) {
        super(message);
    }

    private MalformedEventException(String message, ParseException cause) {
        super(message, cause);
    }

    /** The octet at {@code at}, or the end there, has no place in JSON; or it is not even UTF-8. */
    static MalformedEventException unexpected(byte[] octets, int at) {
        if (at == octets.length) {
            return at(at, "event must be JSON", "unexpected end");
        }
        boolean utf8 = octets[at] >= 0 || Utf8.length(octets, at) > 0;
        return at(at, utf8 ? "event must be JSON" : "event must be UTF-8", "unexpected octet");
    }

    /** What ends at {@code at} is too long, or what begins there is too deep. */
    static MalformedEventException overALimit(int at) {
        return at(at, OVER_A_LIMIT, "too much");
    }

    // The place is for the log, and all that it is told of the event, which may hold anything.
    private static MalformedEventException at(int at, String message, String what) {
        return new MalformedEventException(message, new ParseException(what + " at offset " + at, at));
    }
}
