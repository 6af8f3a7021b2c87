package io.github.securehttpapi.handler;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An error that the client is told: thrown out of a handler, from however deep, it becomes the response.
 *
 * <pre>{@code
 * throw HttpException.notFound("no such contact");
 * }</pre>
 *
 * <p>Its message goes to the client, so that it must say nothing of the inside: take care with that of another
 * exception. A cause does not: it goes to the function's log, with its stack trace, under the request id that the client
 * has. The exception itself has no stack trace, since anyone can cause it as often as they like, and writes no log line
 * unless it has a cause.
 *
 * <p>Extend it to name an error of your own.
 */
public class HttpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The status of the response. */
    private final int status;

    /** What the client gets. Exceptions are serializable, responses are not: null in one that was deserialized. */
    private final transient @Nullable Response response;

    /**
     * Creates an exception for an error of its own.
     *
     * @param status from 400 to 599
     * @param message what the client may know; the status's own words, such as {@code Conflict}, if blank
     * @throws IllegalArgumentException if {@code status} is out of that range
     */
    public HttpException(int status, String message) {
        this(Response.error(status, message));
    }

    /**
     * Creates an exception for an error of its own, with what the log is to tell.
     *
     * @param status from 400 to 599
     * @param message what the client may know; the status's own words, such as {@code Conflict}, if blank
     * @param cause what went wrong, for the log only
     * @throws IllegalArgumentException if {@code status} is out of that range
     */
    public HttpException(int status, String message, @Nullable Throwable cause) {
        this(Response.error(status, message), cause);
    }

    /**
     * Creates an exception for a response, which may have headers and a type of problem.
     *
     * @param error made by {@link Response#error}
     * @throws IllegalArgumentException if {@code error} is no error
     */
    public HttpException(Response error) {
        this(error, null);
    }

    /**
     * Creates an exception for a response, with what the log is to tell.
     *
     * @param error made by {@link Response#error}
     * @param cause what went wrong, for the log only
     * @throws IllegalArgumentException if {@code error} is no error
     */
    public HttpException(Response error, @Nullable Throwable cause) {
        super(error.errorMessage(), cause, false, false);
        this.status = error.status();
        this.response = error;
    }

    /**
     * 403: the client is known, and may not do this. Where it may not even know that there is such a thing, use
     * {@link #notFound}.
     *
     * @param message what the client may know
     * @return the exception, to be thrown
     */
    public static HttpException forbidden(String message) {
        return new HttpException(403, message);
    }

    /**
     * 404: there is no such thing.
     *
     * @param message what the client may know
     * @return the exception, to be thrown
     */
    public static HttpException notFound(String message) {
        return new HttpException(404, message);
    }

    /**
     * 409: what is there stands against it, such as an object of the same name.
     *
     * @param message what the client may know
     * @return the exception, to be thrown
     */
    public static HttpException conflict(String message) {
        return new HttpException(409, message);
    }

    /**
     * 410: there was such a thing, and there will not be again.
     *
     * @param message what the client may know
     * @return the exception, to be thrown
     */
    public static HttpException gone(String message) {
        return new HttpException(410, message);
    }

    /**
     * 412: {@code if-match} or another condition of the request does not hold.
     *
     * @param message what the client may know
     * @return the exception, to be thrown
     */
    public static HttpException preconditionFailed(String message) {
        return new HttpException(412, message);
    }

    /**
     * 422: the request is what the route accepts, and yet cannot be done. For a body that is not what the route accepts,
     * there is {@link InvalidRequestException#invalidBody}.
     *
     * @param message what the client may know
     * @param violations what is wrong with which member of the body, possibly none
     * @return the exception, to be thrown
     */
    public static HttpException unprocessable(String message, Violation... violations) {
        return new HttpException(Response.error(422, message, List.of(violations)));
    }

    /**
     * 429: this client has asked too often. The gateway's own throttles know no client.
     *
     * @param retryAfter when to ask again, from now; to the client it is in whole seconds, rounded up
     * @param message what the client may know
     * @return the exception, to be thrown
     * @throws IllegalArgumentException if {@code retryAfter} is negative
     */
    public static HttpException tooManyRequests(Duration retryAfter, String message) {
        return retryable(429, retryAfter, message);
    }

    /**
     * 503: this cannot be done now, since what it needs is away or overloaded.
     *
     * @param retryAfter when to ask again, from now; to the client it is in whole seconds, rounded up
     * @param message what the client may know
     * @return the exception, to be thrown
     * @throws IllegalArgumentException if {@code retryAfter} is negative
     */
    public static HttpException serviceUnavailable(Duration retryAfter, String message) {
        return retryable(503, retryAfter, message);
    }

    private static HttpException retryable(int status, Duration retryAfter, String message) {
        if (retryAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "retryAfter must not be negative, got '" + retryAfter.toSeconds() + "' seconds");
        }
        long seconds = retryAfter.toSeconds();
        // Rounded down, a client would come back too early: once more 429.
        String wholeSeconds = Long.toString(retryAfter.toNanosPart() == 0 ? seconds : Math.addExact(seconds, 1));
        return new HttpException(Response.error(status, message).header("retry-after", wholeSeconds));
    }

    /**
     * Adds what the log is to tell.
     *
     * @param cause what went wrong
     * @return an exception with the same response and that cause, to be thrown
     */
    public final HttpException causedBy(Throwable cause) {
        return new HttpException(response(), Objects.requireNonNull(cause, "cause must not be null"));
    }

    /**
     * The status to answer with.
     *
     * @return from 400 to 599
     */
    public final int status() {
        return status;
    }

    /**
     * What the client gets if nobody catches this.
     *
     * @return the response
     */
    public final Response response() {
        return response == null ? Response.error(status, String.valueOf(getMessage())) : response;
    }
}
