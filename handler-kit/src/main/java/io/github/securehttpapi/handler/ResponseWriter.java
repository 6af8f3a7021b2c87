package io.github.securehttpapi.handler;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a response as payload format 2.0 has it. */
final class ResponseWriter {
    /** In bytes, chosen here: status, headers and quotes around a body. */
    private static final int ENVELOPE_SIZE = 512;

    private static final int NOT_MODIFIED = 304;

    private ResponseWriter() {}

    /**
     * Returns the response event.
     *
     * @throws IllegalStateException if it is larger than what Lambda passes on. Lambda would refuse it with an error of
     *     its own, and the client be told nothing, not even the request id
     */
    static ByteArrayOutputStream write(
            Response response, String requestId, @Nullable String method, HandlerOptions options) throws IOException {
        byte[] body = response.body(requestId, options.problemDetails());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(ENVELOPE_SIZE + (body == null ? 0 : body.length));
        try (JsonGenerator json = Json.EVENTS.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("statusCode", response.status());
            json.writeObjectFieldStart("headers");
            json.writeStringField("x-request-id", requestId);
            writeHeaders(response, body != null, options, json);
            json.writeEndObject();
            if (!response.cookies().isEmpty()) {
                writeCookies(response, json);
            }
            if (body != null && !"HEAD".equals(method)) {
                writeBody(body, response.isBinary(), json);
            }
            json.writeEndObject();
        }
        requirePassable(bytes.size());
        return bytes;
    }

    private static void requirePassable(int size) {
        if (size > HandlerOptions.LAMBDA_PAYLOAD_BYTES) {
            throw new IllegalStateException("response must have at most " + HandlerOptions.LAMBDA_PAYLOAD_BYTES
                    + " bytes with its headers and escapes, Lambda's largest payload, got '" + size
                    + "': answer in pages, or with a link to a file");
        }
    }

    private static void writeHeaders(Response response, boolean hasBody, HandlerOptions options, JsonGenerator json)
            throws IOException {
        Map<String, String> headers = response.headers();
        if (hasBody) {
            // Without a content type, the gateway would call a body text/plain.
            boolean problem = response.isError() && options.problemDetails();
            writeUnless(headers, "content-type", problem ? "application/problem+json" : "application/json", json);
        }
        for (Map.Entry<String, String> header : options.headers().entrySet()) {
            writeUnless(headers, header.getKey(), header.getValue(), json);
        }
        writeDefaults(response, hasBody, options, json);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            json.writeStringField(header.getKey(), header.getValue());
        }
    }

    /**
     * What OWASP's REST Security Cheat Sheet wants of every API ("security headers"), less what is not a function's to
     * say: {@code strict-transport-security} binds a whole host for a long time, and {@code x-frame-options} is what
     * {@code frame-ancestors} was before.
     */
    private static void writeDefaults(Response response, boolean hasBody, HandlerOptions options, JsonGenerator json)
            throws IOException {
        Map<String, String> headers = response.headers();
        // A 304's replaces that of the response which the client has kept: RFC 9111, 3.2.
        if (response.status() != NOT_MODIFIED) {
            writeUnless(headers, "cache-control", "no-store", json);
        }
        if (hasBody) {
            writeDefault(headers, options, "x-content-type-options", "nosniff", json);
            // Bodies that browsers show, an uploaded SVG say, then run no script, and no page can frame them.
            writeDefault(
                    headers, options, "content-security-policy", "default-src 'none'; frame-ancestors 'none'", json);
        }
    }

    private static void writeDefault(
            Map<String, String> headers, HandlerOptions options, String name, String value, JsonGenerator json)
            throws IOException {
        if (!options.headers().containsKey(name)) {
            writeUnless(headers, name, value, json);
        }
    }

    private static void writeUnless(Map<String, String> present, String name, String value, JsonGenerator json)
            throws IOException {
        if (!present.containsKey(name)) {
            json.writeStringField(name, value);
        }
    }

    private static void writeCookies(Response response, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("cookies");
        for (Cookie cookie : response.cookies()) {
            json.writeString(cookie.header());
        }
        json.writeEndArray();
    }

    private static void writeBody(byte[] body, boolean binary, JsonGenerator json) throws IOException {
        if (binary) {
            json.writeBooleanField("isBase64Encoded", true);
            json.writeFieldName("body");
            json.writeBinary(body);
        } else {
            json.writeFieldName("body");
            // The body's UTF-8 as it is: only quotes and backslashes are escaped once more.
            json.writeUTF8String(body, 0, body.length);
        }
    }
}
