package io.github.securehttpapi.handler;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event of payload format 2.0 in the making, in the shape that API Gateway's documentation shows. */
final class Invocation {
    static final String REQUEST_ID = "JCJJxhz4PHcEJgQ=";

    private final Map<String, String> headers = new LinkedHashMap<>();
    private String method = "POST";
    private String requestId = REQUEST_ID;
    private String body = "null";
    private boolean base64Encoded;

    private Invocation() {}

    /** A request with a body as the gateway hands over a body whose type it knows to be text. */
    static Invocation ofText(String body) {
        Invocation invocation = new Invocation().header("content-type", "application/json");
        invocation.body = JsonText.quote(body);
        return invocation;
    }

    /** A request with a body as the gateway hands over any other. */
    static Invocation ofBytes(byte... body) {
        return ofBase64(Base64.getEncoder().encodeToString(body));
    }

    static Invocation ofBase64(String body) {
        Invocation invocation = ofText(body);
        invocation.base64Encoded = true;
        return invocation;
    }

    static Invocation withoutBody() {
        return new Invocation();
    }

    Invocation header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Invocation without(String name) {
        headers.remove(name);
        return this;
    }

    Invocation method(String method) {
        this.method = method;
        return this;
    }

    Invocation requestId(String requestId) {
        this.requestId = requestId;
        return this;
    }

    Answer of(HttpApiHandler handler) {
        return of(handler, event());
    }

    /** Invokes a handler with an event written by hand. */
    static Answer of(HttpApiHandler handler, String event) {
        return of(handler, event.getBytes(StandardCharsets.UTF_8));
    }

    /** Invokes a handler with an event that may be anything. */
    static Answer of(HttpApiHandler handler, byte[] event) {
        RecordingContext context = new RecordingContext();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event), output, context);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return new Answer(output.toString(StandardCharsets.UTF_8), context.logged());
    }

    private String event() {
        StringBuilder members = new StringBuilder();
        headers.forEach((name, value) -> members.append(members.isEmpty() ? "" : ",")
                .append(JsonText.quote(name))
                .append(':')
                .append(JsonText.quote(value)));
        return """
                {"version":"2.0","routeKey":"POST /contacts","rawPath":"/contacts","rawQueryString":"",
                 "headers":{%s},
                 "requestContext":{"accountId":"123456789012","apiId":"api","stage":"$default",
                  "http":{"method":"%s","path":"/contacts","protocol":"HTTP/1.1","sourceIp":"192.0.2.1"},
                  "requestId":%s,"time":"14/Apr/2025:22:13:56 +0000","timeEpoch":1744668836000},
                 "body":%s,"isBase64Encoded":%s}""".formatted(members, method, JsonText.quote(requestId), body, base64Encoded);
    }
}
