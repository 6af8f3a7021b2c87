package io.github.securehttpapi.handler;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;

/**
 * The tokens of a body, each checked for what Jackson lets through: strings are checked even where nobody reads them.
 */
final class JsonInput {
    private final JsonParser parser;
    private final MemberNames names = new MemberNames();

    JsonInput(JsonParser parser) {
        this.parser = parser;
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

    // Jackson unescapes names as it goes, and checks them meanwhile. Strings it leaves until somebody asks: the length
    // is
    // asked first, since characters that need no unescaping are handed out unchecked.
    private void checkString() throws IOException {
        int length = parser.getTextLength();
        if (length > Json.MAX_STRING_LENGTH) {
            throw new StreamConstraintsException("string is too long");
        }
        if (Surrogates.areUnpaired(parser.getTextCharacters(), parser.getTextOffset(), length)) {
            throw InvalidRequestException.badRequest("body must not hold half of a surrogate pair");
        }
    }

    /** Moves to the value of the next member of the object begun. False at the object's end. */
    boolean advanceToMember() throws IOException {
        advance();
        if (!is(JsonToken.FIELD_NAME)) {
            return false;
        }
        advance();
        return true;
    }

    /** The name of the member whose value is the current token. */
    String name() throws IOException {
        return parser.currentName();
    }

    boolean is(JsonToken token) {
        return parser.currentToken() == token;
    }

    String text() throws IOException {
        return parser.getText();
    }

    /** Moves to the end of the current value, level by level in a loop: recursion would spend the stack. */
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
}
