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

    private ResponseWriter() {}

    /**
     * Returns the response event.
     *
     * @throws IllegalStateException if it is larger than what Lambda passes on. Lambda would refuse it with an error of
     *     its own, and the client be told nothing, not even the request id
     */
    static byte[] write(Response response, String requestId, @Nullable String method) throws IOException {
        byte[] body = response.body(requestId);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(ENVELOPE_SIZE + (body == null ? 0 : body.length));
        try (JsonGenerator json = Json.EVENTS.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("statusCode", response.status());
            json.writeObjectFieldStart("headers");
            json.writeStringField("x-request-id", requestId);
            writeHeaders(response.headers(), body != null, json);
            json.writeEndObject();
            if (body != null && !"HEAD".equals(method)) {
                json.writeFieldName("body");
                // The body's UTF-8 as it is: only quotes and backslashes are escaped once more.
                json.writeUTF8String(body, 0, body.length);
            }
            json.writeEndObject();
        }
        requirePassable(bytes.size());
        return bytes.toByteArray();
    }

    private static void requirePassable(int size) {
        if (size > HandlerOptions.LAMBDA_PAYLOAD_BYTES) {
            throw new IllegalStateException("response must have at most " + HandlerOptions.LAMBDA_PAYLOAD_BYTES
                    + " bytes with its headers and escapes, Lambda's largest payload, got '" + size
                    + "': answer in pages, or with a link to a file");
        }
    }

    private static void writeHeaders(Map<String, String> headers, boolean hasBody, JsonGenerator json)
            throws IOException {
        // Without a content type, the gateway would call a body text/plain.
        if (hasBody && !headers.containsKey("content-type")) {
            json.writeStringField("content-type", "application/json");
        }
        for (Map.Entry<String, String> header : headers.entrySet()) {
            json.writeStringField(header.getKey(), header.getValue());
        }
    }
}
