package io.github.securehttpapi.handler;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tokens of an event. Members may be null; one that is used must have its documented type. */
final class EventTokens {
    private final JsonParser parser;

    EventTokens(JsonParser parser) {
        this.parser = parser;
    }

    /** Moves to the value of the object's next member, and returns its name, or null at the object's end. */
    @Nullable String nextMember() throws IOException {
        if (parser.nextToken() != JsonToken.FIELD_NAME) {
            return null;
        }
        String name = parser.currentName();
        parser.nextToken();
        return name;
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    /** Whether the member holds an object, whose members come next, and not null. */
    boolean beginsObject(String member) {
        return begins(JsonToken.START_OBJECT, member, "an object");
    }

    private boolean begins(JsonToken start, String member, String expected) {
        JsonToken token = parser.currentToken();
        if (token != start && token != JsonToken.VALUE_NULL) {
            throw wrongType(member, expected);
        }
        return token == start;
    }

    @Nullable String text(String member) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token != JsonToken.VALUE_STRING) {
            throw wrongType(member, "text");
        }
        return parser.getText();
    }

    /** Text, or a number or boolean as text. */
    @Nullable String scalar(String member) throws IOException {
        JsonToken token = parser.currentToken();
        if (!token.isScalarValue()) {
            throw wrongType(member, "text");
        }
        return token == JsonToken.VALUE_NULL ? null : parser.getText();
    }

    void readTexts(String member, Map<String, String> texts) throws IOException {
        if (!beginsObject(member)) {
            return;
        }
        for (String name = nextMember(); name != null; name = nextMember()) {
            String value = text(member);
            if (value != null) {
                texts.put(name, value);
            }
        }
    }

    List<String> texts(String member) throws IOException {
        List<String> texts = new ArrayList<>();
        if (begins(JsonToken.START_ARRAY, member, "an array")) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                String text = text(member);
                if (text != null) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    @Nullable Long number(String member) throws IOException {
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

    boolean flag(String member) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE) {
            return true;
        }
        if (token != JsonToken.VALUE_FALSE && token != JsonToken.VALUE_NULL) {
            throw wrongType(member, "true or false");
        }
        return false;
    }

    /** The value as the JSON it came as, for whoever asks for it later. */
    String json() throws IOException {
        StringWriter json = new StringWriter();
        try (JsonGenerator generator = Json.EVENTS.createGenerator(json)) {
            // Exact: through a double, 2.50 becomes 2.5, and 1e999 no number at all.
            generator.copyCurrentStructureExact(parser);
        }
        return json.toString();
    }

    private static MalformedEventException wrongType(String member, String expected) {
        return new MalformedEventException("event member '" + member + "' must hold " + expected + " or null");
    }
}
