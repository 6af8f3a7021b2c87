package io.github.securehttpapi.handler;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a body, each checked for what Jackson lets through: strings are checked even where nobody reads them.
 */
final class JsonInput extends Input {
    private final char[] text;
    private final int end;
    private final int start;
    private final JsonParser parser;
    private final MemberNames names = new MemberNames();

    /** Reads {@code text} from {@code start} to before {@code end}. */
    JsonInput(char[] text, int start, int end) throws IOException {
        this.text = text;
        this.start = start;
        this.end = end;
        this.parser = Json.BODIES.createParser(text, start, end - start);
    }

    void close() throws IOException {
        parser.close();
    }

    /** Moves to the next token. False at the end of the body. */
    boolean advance() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_STRING) {
            checkString();
        } else if (token == JsonToken.FIELD_NAME) {
            names.add(parser.currentName());
        } else if (token == JsonToken.START_OBJECT) {
            names.enterObject();
        } else if (token == JsonToken.END_OBJECT) {
            names.leaveObject(parser);
        }
        return token != null;
    }

    // Jackson unescapes names as it goes, and checks them meanwhile. Strings it leaves until somebody asks: their
    // length
    // comes first, since characters that need no unescaping are handed out unchecked.
    private void checkString() throws IOException {
        int length = parser.getTextLength();
        if (length > Json.MAX_STRING_LENGTH) {
            throw new StreamConstraintsException("string is too long");
        }
        if (Surrogates.areUnpaired(parser.getTextCharacters(), parser.getTextOffset(), length)) {
            throw InvalidRequestException.badRequest("body must not hold half of a surrogate pair");
        }
    }

    @Override
    boolean advanceToMember() throws IOException {
        advance();
        if (!is(JsonToken.FIELD_NAME)) {
            return false;
        }
        advance();
        return true;
    }

    @Override
    boolean advanceToElement() throws IOException {
        advance();
        return !is(JsonToken.END_ARRAY);
    }

    @Override
    String name() throws IOException {
        return parser.currentName();
    }

    @Override
    boolean isNull() {
        return is(JsonToken.VALUE_NULL);
    }

    @Override
    boolean isObject() {
        return is(JsonToken.START_OBJECT);
    }

    @Override
    boolean isArray() {
        return is(JsonToken.START_ARRAY);
    }

    @Override
    @Nullable String string() throws IOException {
        return is(JsonToken.VALUE_STRING) ? parser.getText() : null;
    }

    @Override
    @Nullable String wholeNumber() throws IOException {
        return is(JsonToken.VALUE_NUMBER_INT) ? parser.getText() : null;
    }

    @Override
    @Nullable String number() throws IOException {
        return is(JsonToken.VALUE_NUMBER_INT) || is(JsonToken.VALUE_NUMBER_FLOAT) ? parser.getText() : null;
    }

    @Override
    @Nullable Boolean bool() {
        if (is(JsonToken.VALUE_TRUE)) {
            return Boolean.TRUE;
        }
        return is(JsonToken.VALUE_FALSE) ? Boolean.FALSE : null;
    }

    private boolean is(JsonToken token) {
        return parser.currentToken() == token;
    }

    /** Level by level in a loop: recursion would spend the stack. */
    @Override
    void skip() throws IOException {
        int depth = 0;
        do {
            if (is(JsonToken.START_OBJECT) || is(JsonToken.START_ARRAY)) {
                depth++;
            } else if (is(JsonToken.END_OBJECT) || is(JsonToken.END_ARRAY)) {
                depth--;
            }
        } while (depth > 0 && advance());
    }

    // The body is in memory already, so it is its own buffer: a second parser looks ahead, and nothing is copied.
    @Override
    @Nullable String tag(String name, Violations found) throws IOException {
        int object = start + (int) parser.currentTokenLocation().getCharOffset();
        JsonInput ahead = new JsonInput(text, object, end);
        try {
            ahead.advance();
            while (ahead.advanceToMember()) {
                if (name.equals(ahead.name())) {
                    return ahead.tag(found);
                }
                ahead.skip();
            }
        } finally {
            ahead.close();
        }
        found.add("required", "must be present", "was", "absent");
        return null;
    }

    private @Nullable String tag(Violations found) throws IOException {
        if (isNull()) {
            found.add("required", "must not be null", "was", "null");
            return null;
        }
        return stringOrViolation(found);
    }
}
