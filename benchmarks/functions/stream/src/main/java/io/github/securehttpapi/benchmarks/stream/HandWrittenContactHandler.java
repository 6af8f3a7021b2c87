package io.github.securehttpapi.benchmarks.stream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
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
    private boolean warm;

    /** The constructor that Lambda calls. */
    public HandWrittenContactHandler() {}

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        long begun = System.nanoTime();
        Event event = new Event();
        int status = 500;
        try {
            event.read(input);
            status = answer(event, output, context);
        } catch (IOException | RuntimeException failure) {
            context.getLogger().log("request failed " + requestId(event, context) + ": " + failure);
            writeError(output, 500, "Internal Server Error", requestId(event, context), List.of());
        }
        log(status, System.nanoTime() - begun, event, context);
    }

    /** What joins a line of the function's log with the gateway's access log, as the kit writes it. */
    private void log(int status, long nanos, Event event, Context context) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Contact.JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("timestamp", System.currentTimeMillis());
            json.writeStringField("level", "INFO");
            json.writeStringField("message", "request answered");
            json.writeStringField("requestId", requestId(event, context));
            json.writeStringField("awsRequestId", context.getAwsRequestId());
            json.writeStringField("routeKey", event.routeKey);
            json.writeNumberField("status", status);
            json.writeNumberField("durationMs", nanos / 1_000_000);
            json.writeBooleanField("coldStart", !warm);
            json.writeEndObject();
        }
        warm = true;
        bytes.write('\n');
        context.getLogger().log(bytes.toByteArray(), LogLevel.INFO);
    }

    private static String requestId(Event event, Context context) {
        return event.requestId == null ? context.getAwsRequestId() : event.requestId;
    }

    private static int answer(Event event, OutputStream output, Context context) throws IOException {
        String requestId = requestId(event, context);
        byte[] body;
        try {
            body = event.body();
        } catch (IllegalArgumentException notBase64) {
            writeError(output, 400, "body must be base64 where the event says so", requestId, List.of());
            return 400;
        }
        if (body.length > Contact.MAX_BODY_BYTES) {
            writeError(output, 413, "body is too large", requestId, List.of());
            return 413;
        }
        if (!event.isJson()) {
            writeError(output, 415, "content-type must be application/json", requestId, List.of());
            return 415;
        }
        List<String[]> violations = new ArrayList<>();
        Contact contact = new Contact();
        try {
            contact.read(body, violations);
        } catch (JsonProcessingException notJson) {
            writeError(output, 400, "body must be JSON", requestId, List.of());
            return 400;
        }
        if (!violations.isEmpty()) {
            writeError(output, 422, "body is not what this route accepts", requestId, violations);
            return 422;
        }
        writeAccepted(output, contact, requestId);
        return 202;
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
            json.writeStringField("cache-control", "no-store");
            json.writeStringField("x-content-type-options", "nosniff");
            json.writeStringField("content-security-policy", "default-src 'none'; frame-ancestors 'none'");
            json.writeEndObject();
            json.writeStringField("body", body);
            json.writeEndObject();
        }
        output.write(bytes.toByteArray());
    }
}
