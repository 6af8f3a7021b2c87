package io.github.securehttpapi.benchmarks.stream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The contact function as somebody writes it who knows jackson-core and wants a fast start: it accepts and refuses what
 * the example's does, with the same statuses and bodies, as far as clients come across them.
 */
public final class HandWrittenContactHandler implements RequestStreamHandler {
    /** The constructor that Lambda calls. */
    public HandWrittenContactHandler() {}

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Event event = new Event();
        try {
            event.read(input);
            answer(event, output, context);
        } catch (IOException | RuntimeException failure) {
            context.getLogger().log("request failed " + requestId(event, context) + ": " + failure);
            writeError(output, 500, "Internal Server Error", requestId(event, context), List.of());
        }
    }

    private static String requestId(Event event, Context context) {
        return event.requestId == null ? context.getAwsRequestId() : event.requestId;
    }

    private static void answer(Event event, OutputStream output, Context context) throws IOException {
        String requestId = requestId(event, context);
        byte[] body;
        try {
            body = event.body();
        } catch (IllegalArgumentException notBase64) {
            writeError(output, 400, "body must be base64 where the event says so", requestId, List.of());
            return;
        }
        if (body.length > Contact.MAX_BODY_BYTES) {
            writeError(output, 413, "body is too large", requestId, List.of());
            return;
        }
        if (!event.isJson()) {
            writeError(output, 415, "content-type must be application/json", requestId, List.of());
            return;
        }
        List<String[]> violations = new ArrayList<>();
        Contact contact = new Contact();
        try {
            contact.read(body, violations);
        } catch (JsonProcessingException notJson) {
            writeError(output, 400, "body must be JSON", requestId, List.of());
            return;
        }
        if (!violations.isEmpty()) {
            writeError(output, 422, "body is not what this route accepts", requestId, violations);
            return;
        }
        writeAccepted(output, contact, requestId);
    }

    private static void writeAccepted(OutputStream output, Contact contact, String requestId) throws IOException {
        StringWriter body = new StringWriter();
        try (JsonGenerator json = Contact.JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("message", "accepted");
            json.writeStringField("requestId", requestId);
            json.writeObjectFieldStart("received");
            json.writeStringField("name", contact.name);
            json.writeStringField("email", contact.email);
            json.writeEndObject();
            json.writeEndObject();
        }
        write(output, 202, requestId, body.toString());
    }

    private static void writeError(
            OutputStream output, int status, String message, String requestId, List<String[]> violations)
            throws IOException {
        StringWriter body = new StringWriter();
        try (JsonGenerator json = Contact.JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("message", message);
            json.writeStringField("requestId", requestId);
            if (!violations.isEmpty()) {
                json.writeArrayFieldStart("violations");
                for (String[] violation : violations) {
                    json.writeStartObject();
                    json.writeStringField("pointer", violation[0]);
                    json.writeStringField("code", violation[1]);
                    json.writeStringField("message", violation[2]);
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        write(output, status, requestId, body.toString());
    }

    private static void write(OutputStream output, int status, String requestId, String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Contact.JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("statusCode", status);
            json.writeObjectFieldStart("headers");
            json.writeStringField("x-request-id", requestId);
            json.writeStringField("content-type", "application/json");
            json.writeEndObject();
            json.writeStringField("body", body);
            json.writeEndObject();
        }
        output.write(bytes.toByteArray());
    }
}
