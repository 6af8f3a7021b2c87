package io.github.securehttpapi.local.internal.integration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.securehttpapi.local.internal.http.Reply;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a function answered, payload format 2.0. An answer without a {@code statusCode} is inferred (API Gateway
 * developer guide, http-api-develop-integrations-lambda.html).
 */
public final class ResponseReader {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MIN_STATUS = 200;
    private static final int MAX_STATUS = 599;
    private static final int MAX_OCTET = 0xFF;

    /** The gateway's to set: what concerns one connection only (RFC 9110, 7.6.1), and the body's length. */
    private static final Set<String> LEFT_OUT = Set.of(
            "apigw-requestid",
            "connection",
            "content-length",
            "date",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<String> cookies = new ArrayList<>();
    private @Nullable Integer status;
    private @Nullable String body;
    private boolean base64;

    private ResponseReader() {}

    /** An answer that the gateway cannot make a response of. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String problem) {
            super(problem);
        }
    }

    static Reply read(byte[] payload) throws Malformed {
        try (JsonParser json = JSON.createParser(payload)) {
            return new ResponseReader().read(json, payload);
        } catch (IOException notJson) {
            throw new Malformed("The function's answer is not JSON");
        } catch (IllegalArgumentException illegal) {
            throw new Malformed("The function's answer has an illegal header or an illegal base64 body");
        }
    }

    private Reply read(JsonParser json, byte[] payload) throws IOException, Malformed {
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
        if (status != null) {
            return proxied(status);
        }
        HttpHeaders inferred = new DefaultHttpHeaders().add("content-type", Reply.JSON);
        return new Reply(MIN_STATUS, inferred, text == null ? payload : text.getBytes(StandardCharsets.UTF_8));
    }

    private void fields(JsonParser json) throws IOException, Malformed {
        List<String> wrong = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value != JsonToken.VALUE_NULL && !field(name, value, json)) {
                wrong.add(name);
            }
        }
        if (status != null && !wrong.isEmpty()) {
            throw new Malformed(
                    "The response from the Lambda function doesn't match the format that API Gateway expects."
                            + " Lambda body contains the wrong type for field \"" + wrong.get(0) + "\"");
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
                body = value == JsonToken.VALUE_STRING ? json.getText() : null;
                json.skipChildren();
                return value == JsonToken.VALUE_STRING;
            }
            case "headers" -> {
                return value == JsonToken.START_OBJECT ? headers(json) : skip(json);
            }
            case "cookies" -> {
                return value == JsonToken.START_ARRAY ? cookies(json) : skip(json);
            }
            default -> {
                json.skipChildren();
                return true;
            }
        }
    }

    /** A status that is no whole number counts as 0, which {@link #proxied} refuses. */
    private boolean statusCode(JsonToken value, JsonParser json) throws IOException {
        boolean whole = value == JsonToken.VALUE_NUMBER_INT;
        status = whole && json.getText().length() == 3 ? json.getIntValue() : 0;
        json.skipChildren();
        return whole;
    }

    private boolean headers(JsonParser json) throws IOException {
        boolean scalar = true;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName().toLowerCase(Locale.ROOT);
            JsonToken value = json.nextToken();
            scalar &= value.isScalarValue();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL && !LEFT_OUT.contains(name)) {
                headers.put(name, json.getText());
            }
            json.skipChildren();
        }
        return scalar;
    }

    private boolean cookies(JsonParser json) throws IOException {
        boolean text = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            text &= json.currentToken() == JsonToken.VALUE_STRING;
            cookies.add(json.getText());
            json.skipChildren();
        }
        return text;
    }

    private static boolean skip(JsonParser json) throws IOException {
        json.skipChildren();
        return false;
    }

    private Reply proxied(int statusCode) throws Malformed {
        if (statusCode < MIN_STATUS || statusCode > MAX_STATUS) {
            throw new Malformed("The function's statusCode is not a whole number from 200 to 599");
        }
        HttpHeaders all = new DefaultHttpHeaders();
        cookies.forEach(cookie -> all.add("set-cookie", cookie));
        headers.forEach(all::add);
        writable(all);
        if (!all.contains(HttpHeaderNames.CONTENT_TYPE)) {
            all.set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8");
        }
        String text = body == null ? "" : body;
        byte[] bytes = base64 ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
        return new Reply(statusCode, all, bytes);
    }

    /** Ours: a character that has no octet would reach the client as a question mark (RFC 9110, 5.5). */
    private static void writable(HttpHeaders headers) throws Malformed {
        for (Map.Entry<String, String> header : headers) {
            if (!isOctets(header.getValue())) {
                throw new Malformed("The function's header " + header.getKey() + " has characters outside ISO-8859-1");
            }
        }
    }

    private static boolean isOctets(String value) {
        for (int at = 0; at < value.length(); at++) {
            if (value.charAt(at) > MAX_OCTET) {
                return false;
            }
        }
        return true;
    }
}
