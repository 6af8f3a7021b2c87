package io.github.securehttpapi.benchmarks.stream;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What the contact function uses of an event. */
final class Event {
    @Nullable String requestId;

    @Nullable String routeKey;

    private @Nullable String contentType;
    private @Nullable String body;
    private boolean base64Encoded;

    void read(InputStream input) throws IOException {
        try (JsonParser parser = Contact.JSON.createParser(input)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "event must be an object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = parser.currentName();
                parser.nextToken();
                switch (member) {
                    case "routeKey" -> routeKey = parser.getValueAsString();
                    case "headers" -> readHeaders(parser);
                    case "requestContext" -> readRequestContext(parser);
                    case "body" -> body = parser.getValueAsString();
                    case "isBase64Encoded" -> base64Encoded = parser.getValueAsBoolean();
                    default -> parser.skipChildren();
                }
            }
        }
    }

    private void readHeaders(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equalsIgnoreCase("content-type")) {
                contentType = parser.getValueAsString();
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readRequestContext(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("requestId")) {
                requestId = parser.getValueAsString();
            } else {
                parser.skipChildren();
            }
        }
    }

    byte[] body() {
        String text = body == null ? "" : body;
        return base64Encoded ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
    }

    boolean isJson() {
        if (contentType == null) {
            return false;
        }
        int end = contentType.indexOf(';');
        String type = (end < 0 ? contentType : contentType.substring(0, end)).strip();
        return type.equalsIgnoreCase("application/json") || type.endsWith("+json");
    }
}
