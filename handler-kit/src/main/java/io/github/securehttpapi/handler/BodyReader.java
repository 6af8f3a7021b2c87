package io.github.securehttpapi.handler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import org.jspecify.annotations.Nullable;

/** Takes a body from bytes to a value, refusing it at the first step that it fails. */
final class BodyReader {
    private static final String NOT_JSON = "body must be one JSON value, each name in an object unique";

    private static final String OVER_A_LIMIT = "body must be JSON of at most " + Json.MAX_DEPTH
            + " levels, in names of at most " + Json.MAX_NAME_LENGTH
            + ", numbers of at most " + Json.MAX_NUMBER_LENGTH
            + " and strings of at most " + Json.MAX_STRING_LENGTH + " characters";

    /** RFC 8259, 7: a {@code u} and four hexadecimal digits. */
    private static final int ESCAPE_DIGITS = 4;

    private BodyReader() {}

    static <T> T read(Body body, @Nullable String contentType, Decoder<T> decoder, Violations found) {
        CharBuffer text = text(body, contentType);
        requireAsciiEscapes(text);
        try {
            return decode(
                    new JsonInput(text.array(), text.arrayOffset(), text.arrayOffset() + text.limit()), decoder, found);
        } catch (StreamConstraintsException overALimit) {
            throw InvalidRequestException.badRequest(OVER_A_LIMIT);
        } catch (JsonProcessingException notJson) {
            // The parser's message quotes the body and names settings of the parser: neither is the client's to see.
            throw InvalidRequestException.badRequest(NOT_JSON);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static CharBuffer text(Body body, @Nullable String contentType) {
        if (body.length() == 0) {
            throw InvalidRequestException.badRequest("body must not be missing");
        }
        if (contentType == null || !MediaType.isUtf8Json(contentType)) {
            throw InvalidRequestException.unsupportedMediaType();
        }
        return body.characters();
    }

    // Jackson reads a digit of an escape by the low byte of its character alone, so that U+0436 were a 6. A backslash
    // outside a string is not JSON anyway.
    private static void requireAsciiEscapes(CharBuffer text) {
        char[] characters = text.array();
        int end = text.arrayOffset() + text.limit();
        for (int i = text.arrayOffset(); i < end; i++) {
            if (characters[i] == '\\') {
                i++;
                if (i < end && characters[i] == 'u') {
                    requireAscii(characters, i + 1, Math.min(i + 1 + ESCAPE_DIGITS, end));
                }
            }
        }
    }

    private static void requireAscii(char[] characters, int start, int end) {
        for (int i = start; i < end; i++) {
            if (characters[i] > 0x7f) {
                throw InvalidRequestException.badRequest(NOT_JSON);
            }
        }
    }

    private static <T> T decode(JsonInput input, Decoder<T> decoder, Violations found) throws IOException {
        try {
            return decodeWhole(input, decoder, found);
        } finally {
            input.close();
        }
    }

    private static <T> T decodeWhole(JsonInput input, Decoder<T> decoder, Violations found) throws IOException {
        if (!input.advance()) {
            throw InvalidRequestException.badRequest(NOT_JSON);
        }
        T value = decoder.decode(input, found);
        // To the end before anything is said of the fields: what is not JSON is 400, whatever else is wrong with it.
        if (input.advance()) {
            throw InvalidRequestException.badRequest(NOT_JSON);
        }
        if (value == null || !found.isEmpty()) {
            throw InvalidRequestException.invalidBody(found.list());
        }
        return value;
    }
}
