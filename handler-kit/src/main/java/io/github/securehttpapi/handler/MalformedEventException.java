package io.github.securehttpapi.handler;

/** The event is not one that an HTTP API sends: the deployment is at fault, not the client. */
final class MalformedEventException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedEventException(String message) {
        super(message);
    }

    MalformedEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
