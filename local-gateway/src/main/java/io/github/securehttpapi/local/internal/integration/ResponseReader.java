package io.github.securehttpapi.local.internal.integration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.securehttpapi.local.internal.event.PayloadFormat;
import io.github.securehttpapi.local.internal.http.Reply;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a function answered. In payload format 2.0 an answer without a {@code statusCode} is inferred, in format 1.0
 * it is malformed (API Gateway developer guide, http-api-develop-integrations-lambda.html).
 */
final class ResponseReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MIN_STATUS = 200;
    private static final int MAX_STATUS = 599;
    private static final int STATUS_DIGITS = 3;
    private static final int NONE = -1;

    private final byte[] payload;
    private final PayloadFormat format;
    private final ResponseHeaders headers = new ResponseHeaders();
    private int status = NONE;
    private String body = "";
    private boolean base64;
    private @Nullable String wrong;

    private ResponseReader(byte[] payload, PayloadFormat format) {
        this.payload = payload;
        this.format = format;
    }

    /** An answer that the gateway cannot make a response of. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String problem) {
            super(problem);
        }
    }

    static Reply read(byte[] payload, PayloadFormat format) throws Malformed {
        try (JsonParser json = JSON.createParser(payload)) {
            return new ResponseReader(payload, format).read(json);
        } catch (IOException notJson) {
            throw new Malformed("The function's answer is not JSON");
        } catch (IllegalArgumentException illegal) {
            throw new Malformed("The function's answer has an illegal header or an illegal base64 body");
        }
    }

    private Reply read(JsonParser json) throws IOException, Malformed {
        JsonToken first = json.nextToken();
        if (first == null) {
            throw new Malformed("The function answered nothing");
        }
        String text = first == JsonToken.VALUE_STRING ? json.getText() : null;
        if (first == JsonToken.START_OBJECT) {
            fields(json);
        } else {
            json.skipChildren();
        }
        if (json.nextToken() != null) {
            throw new Malformed("The function's answer is more than one JSON value");
        }
        if (status != NONE) {
            return proxied();
        }
        if (format == PayloadFormat.VERSION_1) {
            throw new Malformed("The function's answer has no statusCode, which payload format 1.0 must have");
        }
        HttpHeaders inferred = new DefaultHttpHeaders().add(HttpHeaderNames.CONTENT_TYPE, Reply.JSON);
        return new Reply(MIN_STATUS, inferred, text == null ? payload : text.getBytes(StandardCharsets.UTF_8));
    }

    private void fields(JsonParser json) throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value != JsonToken.VALUE_NULL && !field(name, value, json) && wrong == null) {
                wrong = name;
            }
        }
    }

    private boolean field(String name, JsonToken value, JsonParser json) throws IOException {
        switch (name) {
            case "statusCode" -> {
                return statusCode(value, json);
            }
            case "isBase64Encoded" -> {
                base64 = value == JsonToken.VALUE_TRUE;
                json.skipChildren();
                return value.isBoolean();
            }
            case "body" -> {
                body = value == JsonToken.VALUE_STRING ? json.getText() : "";
                json.skipChildren();
                return value == JsonToken.VALUE_STRING;
            }
            case "headers" -> {
                return value == JsonToken.START_OBJECT ? headers.read(json) : skip(json);
            }
            case "cookies" -> {
                return format == PayloadFormat.VERSION_1 ? ignore(json) : cookies(value, json);
            }
            case "multiValueHeaders" -> {
                return format == PayloadFormat.VERSION_1 ? multiValueHeaders(value, json) : ignore(json);
            }
            default -> {
                return ignore(json);
            }
        }
    }

    /** A status that is no whole number counts as 0, which {@link #proxied} refuses. */
    private boolean statusCode(JsonToken value, JsonParser json) throws IOException {
        boolean whole = value == JsonToken.VALUE_NUMBER_INT;
        status = whole && json.getTextLength() == STATUS_DIGITS ? Math.max(0, json.getIntValue()) : 0;
        json.skipChildren();
        return whole;
    }

    private boolean cookies(JsonToken value, JsonParser json) throws IOException {
        return value == JsonToken.START_ARRAY ? headers.readCookies(json) : skip(json);
    }

    private boolean multiValueHeaders(JsonToken value, JsonParser json) throws IOException {
        return value == JsonToken.START_OBJECT ? headers.readLists(json) : skip(json);
    }

    private static boolean skip(JsonParser json) throws IOException {
        json.skipChildren();
        return false;
    }

    private static boolean ignore(JsonParser json) throws IOException {
        json.skipChildren();
        return true;
    }

    private Reply proxied() throws Malformed {
        if (wrong != null) {
            throw new Malformed(
                    "The response from the Lambda function doesn't match the format that API Gateway expects."
                            + " Lambda body contains the wrong type for field \"" + wrong + "\"");
        }
        if (status < MIN_STATUS || status > MAX_STATUS) {
            throw new Malformed("The function's statusCode is not a whole number from 200 to 599");
        }
        HttpHeaders all = headers.all();
        byte[] bytes = base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
        return new Reply(status, all, bytes);
    }
}
