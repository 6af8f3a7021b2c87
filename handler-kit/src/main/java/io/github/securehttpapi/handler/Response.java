package io.github.securehttpapi.handler;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A response. Immutable: {@link #header}, {@link #cookie} and the like return a changed one. Its body is written at
 * once, by the factory that takes it, so that what was read for it may change afterwards.
 *
 * <pre>{@code
 * return Response.created("/contacts/" + id, json -> json.put("id", id));
 * }</pre>
 *
 * <p>The kit adds {@code x-request-id} to every response, and leaves the body out where HTTP wants none: to a HEAD.
 * Unless {@link #header} says otherwise it adds {@code cache-control: no-store}, except to a 304, and with a body
 * {@code x-content-type-options: nosniff} and {@code content-security-policy: default-src 'none'; frame-ancestors
 * 'none'} (source: OWASP REST Security Cheat Sheet, "security headers").
 */
public final class Response {
    private final int status;
    private final Map<String, String> headers;
    private final List<Cookie> cookies;
    private final byte @Nullable [] body;
    private final boolean binary;
    private final @Nullable ErrorBody error;

    private Response(
            int status,
            Map<String, String> headers,
            List<Cookie> cookies,
            byte @Nullable [] body,
            boolean binary,
            @Nullable ErrorBody error) {
        this.status = status;
        this.headers = headers;
        this.cookies = cookies;
        this.body = body;
        this.binary = binary;
        this.error = error;
    }

    private static Response json(int status, byte[] body) {
        return new Response(status, Map.of(), List.of(), body, false, null);
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
     * 201 with a JSON object, and where the new thing is.
     *
     * @param location its path, or its URI with the scheme, percent-encoded
     * @param body writes the object's members
     * @return the response
     * @throws IllegalArgumentException if {@code location} has characters that no URI has, or begins with {@code //}
     */
    public static Response created(String location, Consumer<? super JsonWriter> body) {
        return created(body).header("location", location);
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
     * A redirect: after 303 the client asks by GET; after 307 and 308 it asks with the same method and body; after 301
     * and 302 browsers make a GET of a POST. 301 and 308 are for good.
     *
     * <p>A location taken from a request lets anyone send your users anywhere: compare it with a list first.
     *
     * @param status 301, 302, 303, 307 or 308
     * @param location a path, or a URI with its scheme, percent-encoded
     * @return the response
     * @throws IllegalArgumentException if {@code status} is none of these, or if {@code location} has characters that
     *     no URI has, or begins with {@code //}
     */
    public static Response redirect(int status, String location) {
        if (status != 301 && status != 302 && status != 303 && status != 307 && status != 308) {
            throw new IllegalArgumentException("status must be 301, 302, 303, 307 or 308, got '" + status + "'");
        }
        return of(status).header("location", location);
    }

    /**
     * 304: what the client has is still right. The gateway compares no tags: that is the handler's to do, with
     * {@code if-none-match}. Give it the {@code cache-control} that the 200 had.
     *
     * @param etag the tag, in double quotes, with {@code W/} before them if it is weak
     * @return the response
     * @throws IllegalArgumentException if {@code etag} is not of that kind
     */
    public static Response notModified(String etag) {
        return of(304).header("etag", etag);
    }

    /**
     * A status without a body.
     *
     * @param status from 200 to 599
     * @return the response
     * @throws IllegalArgumentException if {@code status} is out of that range
     */
    public static Response of(int status) {
        return new Response(requireStatus(status, 200), Map.of(), List.of(), null, false, null);
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
        return json(requireBodyAllowed(status), JsonOutput.ofObject(body));
    }

    /**
     * A status with a JSON array. An object with the array in it can be extended later, by a cursor for one.
     *
     * @param status from 200 to 599, but not 204, 205 or 304, which have no body
     * @param body writes the array's elements
     * @return the response
     * @throws IllegalArgumentException if {@code status} is none of those
     */
    public static Response ofArray(int status, Consumer<? super JsonArrayWriter> body) {
        return json(requireBodyAllowed(status), JsonOutput.ofArray(body));
    }

    /**
     * A status with text.
     *
     * @param status from 200 to 599, but not 204, 205 or 304, which have no body
     * @param contentType its media type, such as {@code text/csv}; {@code charset=utf-8} is added where no charset is
     *     named
     * @param body the text; half of a surrogate pair becomes U+FFFD
     * @return the response
     * @throws IllegalArgumentException if {@code status} is none of those, or if {@code contentType} is no media type,
     *     names another charset than UTF-8, or has a character that is no printable ASCII
     */
    public static Response text(int status, String contentType, String body) {
        requireBodyAllowed(status);
        String type = TextBody.type(contentType);
        HeaderField.requireValue("content-type", type);
        return new Response(status, Map.of("content-type", type), List.of(), TextBody.utf8(body), false, null);
    }

    /**
     * A status with bytes. They go through the gateway as base64: of the 6 MB that Lambda passes on, a quarter is lost.
     *
     * @param status from 200 to 599, but not 204, 205 or 304, which have no body
     * @param contentType their media type, such as {@code image/png}
     * @param body the bytes, which are copied
     * @return the response
     * @throws IllegalArgumentException if {@code status} is none of those, or if {@code contentType} is no media type
     */
    public static Response bytes(int status, String contentType, byte[] body) {
        requireBodyAllowed(status);
        HeaderField.requireValue("content-type", contentType);
        return new Response(status, Map.of("content-type", contentType), List.of(), body.clone(), true, null);
    }

    /**
     * An error with the body that all errors have: <code>{"message": …, "requestId": …}</code>, or problem details
     * where {@link HandlerOptions#problemDetails} asks for them.
     *
     * @param status from 400 to 599
     * @param message what the client may know; the status's own words, such as {@code Not Found}, if blank
     * @return the response
     * @throws IllegalArgumentException if {@code status} is out of that range
     */
    public static Response error(int status, String message) {
        return error(status, message, List.of());
    }

    // A message that is null, as that of an exception may be, must not make a 500 of a 404.
    static Response error(int status, @Nullable String message, List<Violation> violations) {
        requireStatus(status, 400);
        String told = message == null || message.isBlank() ? ReasonPhrase.of(status) : message;
        return new Response(status, Map.of(), List.of(), null, false, new ErrorBody(status, told, violations));
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

    private static int requireBodyAllowed(int status) {
        requireStatus(status, 200);
        if (isBodiless(status)) {
            throw new IllegalArgumentException("status must allow a body, got '" + status + "': leave the body out");
        }
        return status;
    }

    private static boolean isBodiless(int status) {
        return status == 204 || status == 205 || status == 304;
    }

    /**
     * Adds a header, or replaces the one of that name, the kit's own {@code cache-control},
     * {@code x-content-type-options} and {@code content-security-policy} included.
     *
     * @param name the header's name, in any case; not {@code x-request-id}, which is the kit's; no CORS header, nor
     *     one of a single connection, nor {@code content-length}, {@code date}, {@code apigw-…} and {@code x-amzn-…},
     *     all of which the gateway writes, drops or renames; nor {@code set-cookie}, for which there is {@link #cookie}
     * @param value its value: printable ASCII, spaces and tabs; of {@code location}, {@code etag} and
     *     {@code content-type} what these may be
     * @return a response with that header
     * @throws IllegalArgumentException if {@code name} or {@code value} is not of that kind, or if it is a
     *     {@code content-type} where there can be no body, or one that belies the body's charset
     */
    public Response header(String name, String value) {
        String lowerCase = HeaderField.requireName(name);
        HeaderField.requireValue(lowerCase, value);
        if (lowerCase.equals("content-type")) {
            requireType(value);
        }
        Map<String, String> extended = new LinkedHashMap<>(headers);
        extended.put(lowerCase, value);
        return new Response(status, extended, cookies, body, binary, error);
    }

    private void requireType(String contentType) {
        if (isBodiless(status)) {
            throw new IllegalArgumentException(
                    "header name must not be 'content-type': a '" + status + "' has no body");
        }
        if ((body != null && !binary) || error != null) {
            TextBody.type(contentType);
        }
    }

    /**
     * Adds a value to a header that takes a list of them, {@code vary} or {@code link} say. The gateway takes one text
     * for each name, in which a comma stands between two values.
     *
     * @param name the header's name, as for {@link #header}, but of no header that has one value only
     * @param value the value to add, as for {@link #header}
     * @return a response with that value after those that are there
     * @throws IllegalArgumentException if {@code name} or {@code value} is not of that kind
     */
    public Response addHeader(String name, String value) {
        String lowerCase = HeaderField.requireName(name);
        if (HeaderField.isSingle(lowerCase)) {
            throw new IllegalArgumentException(
                    "header name must be of one that takes several values, got '" + lowerCase + "': use header(…)");
        }
        String present = headers.get(lowerCase);
        return header(lowerCase, present == null ? value : present + ", " + value);
    }

    /**
     * Sets a cookie, in place of one with the same name, path and domain that this response set before.
     *
     * @param cookie the cookie
     * @return a response with that cookie
     */
    public Response cookie(Cookie cookie) {
        List<Cookie> extended = new ArrayList<>(cookies.size() + 1);
        for (Cookie present : cookies) {
            if (!cookie.replaces(present)) {
                extended.add(present);
            }
        }
        extended.add(cookie);
        return new Response(status, headers, extended, body, binary, error);
    }

    /**
     * Names the kind of an error for clients to tell apart, where {@link HandlerOptions#problemDetails} are on; shown
     * nowhere otherwise. Without it an error is of type {@code about:blank}, which means no more than its status.
     *
     * @param type a URI that stands for the kind, best one that leads to its documentation
     * @param title the kind in a few words, the same each time
     * @return the same error, of that kind
     * @throws IllegalStateException if this response was not made by {@link #error}
     */
    public Response problemType(URI type, String title) {
        if (error == null) {
            throw new IllegalStateException("problemType must be given to an error, got a response of status '" + status
                    + "': make it with Response.error(…)");
        }
        ErrorBody typed = error.withType(type.toASCIIString(), Objects.requireNonNull(title, "title must not be null"));
        return new Response(status, headers, cookies, body, binary, typed);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    List<Cookie> cookies() {
        return cookies;
    }

    /** Whether the body is bytes, not UTF-8. */
    boolean isBinary() {
        return binary;
    }

    boolean isError() {
        return error != null;
    }

    String errorMessage() {
        if (error == null) {
            throw new IllegalArgumentException(
                    "error must be made by Response.error(…), got a response of status '" + status + "'");
        }
        return error.message();
    }

    /** The body's bytes, or null if there is none. An error's body has the request id in it. */
    byte @Nullable [] body(String requestId, boolean problemDetails) {
        if (error == null) {
            return body;
        }
        return problemDetails ? error.problem(requestId) : error.bytes(requestId);
    }
}
