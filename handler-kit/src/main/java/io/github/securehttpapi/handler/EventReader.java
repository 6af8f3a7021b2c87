package io.github.securehttpapi.handler;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads an event of payload format 2.0 member by member, and skips what the kit has no use for.
 *
 * <p>Source of the format: "Create AWS Lambda proxy integrations for HTTP APIs", API Gateway developer guide. Members
 * may be absent or null; a member that is used must have its documented type.
 */
final class EventReader {
    private static final String VERSION = "2.0";

    private static final String OVER_A_LIMIT = "event must be JSON of at most " + Json.MAX_EVENT_DEPTH
            + " levels, in names of at most " + Json.MAX_EVENT_NAME_LENGTH
            + ", numbers of at most " + Json.MAX_EVENT_NUMBER_LENGTH
            + " and strings of at most " + Json.MAX_EVENT_STRING_LENGTH + " characters";

    private final JsonParser parser;
    private final Event event;

    private EventReader(JsonParser parser, Event event) {
        this.parser = parser;
        this.event = event;
    }

    /**
     * Fills {@code event}. When this throws, what came before the fault has been filled in, but for the last kilobytes
     * before malformed UTF-8, which is read ahead.
     */
    static void read(InputStream input, Event event) throws IOException {
        try (JsonParser parser = Json.EVENTS.createParser(characters(input))) {
            new EventReader(parser, event).readEvent();
        } catch (CharacterCodingException notUtf8) {
            throw new MalformedEventException("event must be UTF-8", notUtf8);
        } catch (StreamConstraintsException overALimit) {
            throw new MalformedEventException(OVER_A_LIMIT, overALimit);
        } catch (JsonProcessingException malformed) {
            throw new MalformedEventException("event must be JSON", malformed);
        }
    }

    // Not left to Jackson, which replaces what is malformed, and guesses at UTF-16 and UTF-32.
    private static Reader characters(InputStream input) {
        return new InputStreamReader(
                input, StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT));
    }

    private void readEvent() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new MalformedEventException("event must be a JSON object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            readMember(name);
        }
        if (parser.nextToken() != null) {
            throw new MalformedEventException("event must be one JSON object, got more behind it");
        }
        requireVersion();
        if (event.method == null) {
            throw new MalformedEventException("event must name the method in 'requestContext.http.method'");
        }
    }

    private void requireVersion() {
        if (!VERSION.equals(event.version)) {
            String got = event.version == null ? "no version" : "'" + event.version + "'";
            throw new MalformedEventException("event must be of an HTTP API with payload format version 2.0, got " + got
                    + ": set payloadFormatVersion to 2.0 on the integration that invokes this function");
        }
    }

    private void readMember(String name) throws IOException {
        switch (name) {
            case "version" -> event.version = text(name);
            case "routeKey" -> event.routeKey = text(name);
            case "rawPath" -> event.rawPath = text(name);
            case "rawQueryString" -> event.rawQueryString = text(name);
            case "cookies" -> readCookies();
            case "headers" -> readTexts(name, event.headers);
            case "queryStringParameters" -> readTexts(name, event.queryParameters);
            case "pathParameters" -> readTexts(name, event.pathParameters);
            case "requestContext" -> readRequestContext();
            case "body" -> event.body = text(name);
            case "isBase64Encoded" -> event.base64Encoded = flag(name);
            default -> parser.skipChildren();
        }
    }

    private void readRequestContext() throws IOException {
        if (isNullElseStarts("requestContext", JsonToken.START_OBJECT)) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "requestId" -> event.requestId = text(name);
                case "timeEpoch" -> event.timeEpochMillis = number(name);
                case "http" -> readHttp();
                default -> parser.skipChildren();
            }
        }
    }

    private void readHttp() throws IOException {
        if (isNullElseStarts("http", JsonToken.START_OBJECT)) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "method" -> event.method = text(name);
                case "sourceIp" -> event.sourceIp = text(name);
                default -> parser.skipChildren();
            }
        }
    }

    private void readTexts(String member, Map<String, String> texts) throws IOException {
        if (isNullElseStarts(member, JsonToken.START_OBJECT)) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            String value = text(member);
            if (value != null) {
                texts.put(name, value);
            }
        }
    }

    private void readCookies() throws IOException {
        if (isNullElseStarts("cookies", JsonToken.START_ARRAY)) {
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String cookie = text("cookies");
            if (cookie != null) {
                event.cookies.add(cookie);
            }
        }
    }

    private boolean isNullElseStarts(String member, JsonToken start) {
        JsonToken token = parser.currentToken();
        if (token != start && token != JsonToken.VALUE_NULL) {
            throw wrongType(member, start == JsonToken.START_ARRAY ? "an array" : "an object");
        }
        return token == JsonToken.VALUE_NULL;
    }

    private @Nullable String text(String member) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_STRING) {
            throw wrongType(member, "text");
        }
        return parser.getText();
    }

    private @Nullable Long number(String member) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw wrongType(member, "a whole number");
        }
        try {
            return parser.getLongValue();
        } catch (InputCoercionException outOfRange) {
            throw wrongType(member, "a whole number of 64 bits");
        }
    }

    private boolean flag(String member) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE) {
            return true;
        }
        if (token != JsonToken.VALUE_FALSE && token != JsonToken.VALUE_NULL) {
            throw wrongType(member, "true or false");
        }
        return false;
    }

    private static MalformedEventException wrongType(String member, String expected) {
        return new MalformedEventException("event member '" + member + "' must hold " + expected + " or null");
    }
}
