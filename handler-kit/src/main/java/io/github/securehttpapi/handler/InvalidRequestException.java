package io.github.securehttpapi.handler;

import java.util.List;

/**
 * The client's request is not acceptable. Thrown by what reads a {@link Request}, its {@code json},
 * {@code queryParameters} and {@code pathParameters} above all; a handler that lets it pass answers with its status, 400,
 * 413, 415 or 422, its message and its violations. A handler that decodes by other means throws its own. For what is wrong
 * beyond the form of a request, there is {@link HttpException}.
 */
public final class InvalidRequestException extends HttpException {
    private static final long serialVersionUID = 1L;

    /** What the decoder found wrong. Exceptions are serializable, violations are not: see {@link #readResolve}. */
    private final transient List<Violation> violations;

    private InvalidRequestException(int status, String message, List<Violation> violations) {
        super(Response.error(status, message, violations));
        this.violations = List.copyOf(violations);
    }

    /**
     * 400: the request is malformed.
     *
     * @param message what the client may know
     * @return the exception to throw
     */
    public static InvalidRequestException badRequest(String message) {
        return new InvalidRequestException(400, message, List.of());
    }

    /** {@code part} is what of the request they are parameters of, {@code query} or {@code path}. */
    static InvalidRequestException parameters(String part, List<Violation> violations) {
        return new InvalidRequestException(400, part + " is not what this route accepts", violations);
    }

    static InvalidRequestException notUtf8() {
        return badRequest("body must be UTF-8");
    }

    static InvalidRequestException tooLarge(int maxBodyBytes) {
        return new InvalidRequestException(413, "body must have at most " + maxBodyBytes + " bytes", List.of());
    }

    static InvalidRequestException unsupportedMediaType() {
        return new InvalidRequestException(
                415, "content-type must be application/json or end in +json, in UTF-8", List.of());
    }

    /**
     * 422: the body is well-formed, but not what the route accepts. For one that is, and yet cannot be done, there is {@link
     * HttpException#unprocessable}.
     *
     * @param violations what is wrong with it, in the order to tell it
     * @return the exception to throw
     */
    public static InvalidRequestException invalidBody(List<Violation> violations) {
        return new InvalidRequestException(422, "body is not what this route accepts", violations);
    }

    /**
     * What is wrong with the members of the body, or with the parameters.
     *
     * @return the violations in the order in which the decoder declares its fields; empty unless a decoder found them,
     *     and in an exception that was deserialized
     */
    public List<Violation> violations() {
        return violations;
    }

    /** {@return what stands in for an exception that was deserialized without its violations, which would be null} */
    private Object readResolve() {
        return new InvalidRequestException(status(), String.valueOf(getMessage()), List.of());
    }
}
