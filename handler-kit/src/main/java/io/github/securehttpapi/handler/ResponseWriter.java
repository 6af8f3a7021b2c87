package io.github.securehttpapi.handler;

import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a response as payload format 2.0 has it. */
final class ResponseWriter {
    /** In bytes, chosen here: status, headers and quotes around a body, and a short body. */
    private static final int USUAL_SIZE = 512;

    private static final int NOT_MODIFIED = 304;

    private static final byte[] STATUS_CODE = JsonBytes.ascii("{\"statusCode\":");
    private static final byte[] HEADERS = JsonBytes.ascii(",\"headers\":{\"x-request-id\":");
    private static final byte[] JSON = JsonBytes.ascii(",\"content-type\":\"application/json\"");
    private static final byte[] PROBLEM = JsonBytes.ascii(",\"content-type\":\"application/problem+json\"");
    private static final byte[] NO_STORE = JsonBytes.ascii(",\"cache-control\":\"no-store\"");
    private static final byte[] NO_SNIFF = JsonBytes.ascii(",\"x-content-type-options\":\"nosniff\"");
    private static final byte[] CLOSED_POLICY =
            JsonBytes.ascii(",\"content-security-policy\":\"default-src 'none'; frame-ancestors 'none'\"");
    private static final byte[] COOKIES = JsonBytes.ascii(",\"cookies\":[");
    private static final byte[] TEXT = JsonBytes.ascii(",\"body\":");
    private static final byte[] BASE64 = JsonBytes.ascii(",\"isBase64Encoded\":true,\"body\":\"");

    private ResponseWriter() {}

    /**
     * Returns the response event.
     *
     * @throws IllegalStateException if it is larger than what Lambda passes on. Lambda would refuse it with an error of
     *     its own, and the client be told nothing, not even the request id
     */
    static JsonBytes write(Response response, String requestId, @Nullable String method, HandlerOptions options) {
        byte[] body = response.body(requestId, options.problemDetails());
        JsonBytes json = new JsonBytes(USUAL_SIZE);
        json.raw(STATUS_CODE).number(response.status(), 3);
        json.raw(HEADERS).text(requestId);
        writeHeaders(response, body != null, options, json);
        json.raw('}');
        if (!response.cookies().isEmpty()) {
            writeCookies(response, json);
        }
        if (body != null && !"HEAD".equals(method)) {
            writeBody(body, response.isBinary(), json);
        }
        json.raw('}');
        requirePassable(json.size());
        return json;
    }

    private static void requirePassable(int size) {
        if (size > HandlerOptions.LAMBDA_PAYLOAD_BYTES) {
            throw new IllegalStateException("response must have at most " + HandlerOptions.LAMBDA_PAYLOAD_BYTES
                    + " bytes with its headers and escapes, Lambda's largest payload, got '" + size
                    + "': answer in pages, or with a link to a file");
        }
    }

    private static void writeHeaders(Response response, boolean hasBody, HandlerOptions options, JsonBytes json) {
        Map<String, String> headers = response.headers();
        if (hasBody && !headers.containsKey("content-type")) {
            // Without a content type, the gateway would call a body text/plain.
            json.raw(response.isError() && options.problemDetails() ? PROBLEM : JSON);
        }
        for (Map.Entry<String, String> header : options.headers().entrySet()) {
            if (!headers.containsKey(header.getKey())) {
                writeHeader(header, json);
            }
        }
        writeDefaults(response, hasBody, options, json);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            writeHeader(header, json);
        }
    }

    private static void writeHeader(Map.Entry<String, String> header, JsonBytes json) {
        json.raw(',').text(header.getKey()).raw(':').text(header.getValue());
    }

    /**
     * What OWASP's REST Security Cheat Sheet wants of every API ("security headers"), less what is not a function's to
     * say: {@code strict-transport-security} binds a whole host for a long time, and {@code x-frame-options} is what
     * {@code frame-ancestors} was before.
     */
    private static void writeDefaults(Response response, boolean hasBody, HandlerOptions options, JsonBytes json) {
        // A 304's replaces that of the response which the client has kept: RFC 9111, 3.2.
        if (response.status() != NOT_MODIFIED) {
            writeUnlessSet("cache-control", NO_STORE, response, options, json);
        }
        if (hasBody) {
            writeUnlessSet("x-content-type-options", NO_SNIFF, response, options, json);
            // Bodies that browsers show, an uploaded SVG say, then run no script, and no page can frame them.
            writeUnlessSet("content-security-policy", CLOSED_POLICY, response, options, json);
        }
    }

    private static void writeUnlessSet(
            String name, byte[] header, Response response, HandlerOptions options, JsonBytes json) {
        if (!response.headers().containsKey(name) && !options.headers().containsKey(name)) {
            json.raw(header);
        }
    }

    private static void writeCookies(Response response, JsonBytes json) {
        json.raw(COOKIES);
        boolean first = true;
        for (Cookie cookie : response.cookies()) {
            if (!first) {
                json.raw(',');
            }
            json.text(cookie.header());
            first = false;
        }
        json.raw(']');
    }

    private static void writeBody(byte[] body, boolean binary, JsonBytes json) {
        if (binary) {
            json.raw(BASE64).raw(Base64.getEncoder().encode(body)).raw('"');
        } else {
            // Its UTF-8 as it is: only quotes and backslashes are escaped once more.
            json.raw(TEXT).utf8(body);
        }
    }
}
