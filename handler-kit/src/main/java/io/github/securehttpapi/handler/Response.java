package io.github.securehttpapi.handler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A response. Immutable: {@link #header} returns a changed one. Its body is written at once, by the factory that takes
 * it, so that what was read for it may change afterwards.
 *
 * <pre>{@code
 * return Response.created(json -> json.put("id", id)).header("location", "/contacts/" + id);
 * }</pre>
 *
 * <p>The kit adds {@code x-request-id} to every response, and leaves the body out where HTTP wants none: to a HEAD.
 */
public final class Response {
    private final int status;
    private final Map<String, String> headers;
    private final byte @Nullable [] body;
    private final @Nullable ErrorBody error;

    private Response(int status, Map<String, String> headers, byte @Nullable [] body, @Nullable ErrorBody error) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.error = error;
    }

    /**
     * 200 with a JSON object.
     *
     * @param body writes the object's members
     * @return the response
     */
    public static Response ok(Consumer<? super JsonWriter> body) {
        return of(200, body);
    }

    /**
     * 201 with a JSON object.
     *
     * @param body writes the object's members
     * @return the response
     */
    public static Response created(Consumer<? super JsonWriter> body) {
        return of(201, body);
    }

    /**
     * 202 with a JSON object.
     *
     * @param body writes the object's members
     * @return the response
     */
    public static Response accepted(Consumer<? super JsonWriter> body) {
        return of(202, body);
    }

    /**
     * 204, without a body.
     *
     * @return the response
     */
    public static Response noContent() {
        return of(204);
    }

    /**
     * A status without a body.
     *
     * @param status from 200 to 599
     * @return the response
     * @throws IllegalArgumentException if {@code status} is out of that range
     */
    public static Response of(int status) {
        return new Response(requireStatus(status, 200), Map.of(), null, null);
    }

    /**
     * A status with a JSON object.
     *
     * @param status from 200 to 599, but not 204, 205 or 304, which have no body
     * @param body writes the object's members
     * @return the response
     * @throws IllegalArgumentException if {@code status} is none of those
     */
    public static Response of(int status, Consumer<? super JsonWriter> body) {
        requireStatus(status, 200);
        if (status == 204 || status == 205 || status == 304) {
            throw new IllegalArgumentException("status must allow a body, got '" + status + "': leave the body out");
        }
        return new Response(status, Map.of(), JsonOutput.ofObject(body), null);
    }

    /**
     * An error with the body that all errors have: <code>{"message": …, "requestId": …}</code>.
     *
     * @param status from 400 to 599
     * @param message what the client may know
     * @return the response
     * @throws IllegalArgumentException if {@code status} is out of that range
     */
    public static Response error(int status, String message) {
        return error(status, message, List.of());
    }

    static Response error(int status, String message, List<Violation> violations) {
        return new Response(requireStatus(status, 400), Map.of(), null, new ErrorBody(message, violations));
    }

    /** Worded as the gateway words its own, so that a client sees no difference between a bug and a crash. */
    static Response internalServerError() {
        return error(500, "Internal Server Error");
    }

    // No 1xx: those precede a response, and Lambda sends but one.
    private static int requireStatus(int status, int from) {
        if (status < from || status > 599) {
            throw new IllegalArgumentException("status must be from " + from + " to 599, got '" + status + "'");
        }
        return status;
    }

    /**
     * Adds a header, or replaces the one of that name.
     *
     * @param name the header's name, in any case; not {@code x-request-id}, which is the kit's; no CORS header, nor
     *     {@code content-length}, {@code transfer-encoding}, {@code connection} and {@code apigw-requestid}, which are
     *     the gateway's; nor {@code set-cookie}, since payload format 2.0 keeps cookies apart and the kit does not
     *     write them yet
     * @param value its value: printable ASCII, spaces and tabs
     * @return a response with that header
     * @throws IllegalArgumentException if {@code name} or {@code value} is not of that kind
     */
    public Response header(String name, String value) {
        // First: the Kelvin sign, which no header has, is 'k' in lower case.
        if (!Ascii.isToken(name)) {
            throw new IllegalArgumentException("header name must be a token of RFC 9110, got '" + name + "'");
        }
        String lowerCase = name.toLowerCase(Locale.ROOT);
        requireOpenName(lowerCase);
        requireValue(lowerCase, value);
        Map<String, String> extended = new LinkedHashMap<>(headers);
        extended.put(lowerCase, value);
        return new Response(status, extended, body, error);
    }

    private static void requireOpenName(String name) {
        if (name.startsWith("access-control-")) {
            throw new IllegalArgumentException("header name must not be one of CORS, got '" + name
                    + "': configure CORS on the gateway, which ignores a function's");
        }
        String taken = taken(name);
        if (taken != null) {
            throw new IllegalArgumentException("header name must not be '" + name + "': " + taken);
        }
    }

    /** Why a header of this name is not the caller's to write, or null if it is. */
    private static @Nullable String taken(String name) {
        return switch (name) {
            case "x-request-id" -> "every response has it already";
            case "content-length", "transfer-encoding", "connection", "apigw-requestid" -> "the gateway writes it";
            case "set-cookie" -> "cookies are not supported yet";
            default -> null;
        };
    }

    // Not quoted in the message: a value may be a secret, and the message reaches the log.
    private static void requireValue(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' || c > '~') && c != '\t') {
                throw new IllegalArgumentException("value of header '" + name
                        + "' must be printable ASCII, spaces and tabs, got a character of code " + (int) c);
            }
        }
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** The body's UTF-8, or null if there is none. An error's body has the request id in it. */
    byte @Nullable [] body(String requestId) {
        return error == null ? body : error.bytes(requestId);
    }
}
