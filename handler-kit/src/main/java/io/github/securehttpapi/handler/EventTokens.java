package io.github.securehttpapi.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tokens of an event. Members may be null; one that is used must have its documented type. */
final class EventTokens {
    private final JsonScanner scanner;

    EventTokens(byte[] json) {
        this.scanner = new JsonScanner(json);
    }

    /** Moves to the value that the JSON consists of. False if it is no object. */
    boolean beginsObject() {
        scanner.begin();
        return scanner.kind() == JsonScanner.OBJECT;
    }

    /** Whether nothing comes behind that value, which is read to its end. */
    boolean ended() {
        scanner.begin();
        return scanner.kind() == JsonScanner.NONE;
    }

    /** Moves to the value of the object's next member, and returns its name, or null at the object's end. */
    @Nullable String nextMember() {
        return scanner.nextMember() ? scanner.name() : null;
    }

    void skip() {
        scanner.skip();
    }

    /** Whether the member holds an object, whose members come next, and not null. */
    boolean beginsObject(String member) {
        return begins(JsonScanner.OBJECT, member, "an object");
    }

    private boolean begins(char start, String member, String expected) {
        if (scanner.kind() != start && scanner.kind() != JsonScanner.NULL) {
            throw wrongType(member, expected);
        }
        return scanner.kind() == start;
    }

    @Nullable String text(String member) {
        return begins(JsonScanner.TEXT, member, "text") ? scanner.text() : null;
    }

    /** Whether it is neither an object nor an array. */
    boolean isScalar() {
        return scanner.kind() != JsonScanner.OBJECT && scanner.kind() != JsonScanner.ARRAY;
    }

    /** Text, or a number or boolean as text. */
    @Nullable String scalar(String member) {
        if (!isScalar()) {
            throw wrongType(member, "text");
        }
        return switch (scanner.kind()) {
            case JsonScanner.NULL -> null;
            case JsonScanner.TEXT -> scanner.text();
            default -> scanner.scalar();
        };
    }

    void readTexts(String member, Map<String, String> texts) {
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

    List<String> texts(String member) {
        List<String> texts = new ArrayList<>();
        if (begins(JsonScanner.ARRAY, member, "an array")) {
            while (scanner.nextElement()) {
                String text = text(member);
                if (text != null) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    @Nullable Long number(String member) {
        if (!begins(JsonScanner.INTEGER, member, "a whole number")) {
            return null;
        }
        try {
            return Long.valueOf(scanner.scalar());
        } catch (NumberFormatException outOfRange) {
            throw wrongType(member, "a whole number of 64 bits");
        }
    }

    boolean flag(String member) {
        if (scanner.kind() == JsonScanner.TRUE) {
            return true;
        }
        if (scanner.kind() != JsonScanner.FALSE && scanner.kind() != JsonScanner.NULL) {
            throw wrongType(member, "true or false");
        }
        return false;
    }

    /** The value as the JSON it came as, for whoever asks for it later. */
    byte[] json() {
        return scanner.json();
    }

    private static MalformedEventException wrongType(String member, String expected) {
        return new MalformedEventException("event member '" + member + "' must hold " + expected + " or null");
    }
}
