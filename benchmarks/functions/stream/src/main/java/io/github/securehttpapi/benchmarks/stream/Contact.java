package io.github.securehttpapi.benchmarks.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of the request, checked while it is read. */
final class Contact {
    static final JsonFactory JSON = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static final int MAX_BODY_BYTES = 256 * 1024;
    private static final int MAX_NAME_LENGTH = 100;
    private static final int MAX_EMAIL_LENGTH = 254;
    private static final int MAX_LOCAL_PART_LENGTH = 64;

    @Nullable String name;

    @Nullable String email;

    void read(byte[] body, List<String[]> violations) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                violations.add(new String[] {"", "type", "must be an object"});
            } else {
                readMembers(parser, violations);
            }
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one value");
            }
        }
    }

    private void readMembers(JsonParser parser, List<String[]> violations) throws IOException {
        boolean hasName = false;
        boolean hasEmail = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            parser.nextToken();
            switch (member) {
                case "name" -> {
                    hasName = true;
                    name = text(parser, "/name", violations);
                    if (name != null) {
                        name = name.strip();
                        checkName(name, violations);
                    }
                }
                case "email" -> {
                    hasEmail = true;
                    email = text(parser, "/email", violations);
                    if (email != null && !isEmail(email)) {
                        violations.add(new String[] {"/email", "email", "must be an e-mail address"});
                    }
                }
                default -> {
                    violations.add(new String[] {"/" + member, "unknown_field", "must not be present"});
                    parser.skipChildren();
                }
            }
        }
        if (!hasName) {
            violations.add(new String[] {"/name", "required", "must be present"});
        }
        if (!hasEmail) {
            violations.add(new String[] {"/email", "required", "must be present"});
        }
    }

    private static @Nullable String text(JsonParser parser, String pointer, List<String[]> violations)
            throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        violations.add(new String[] {pointer, "type", "must be a string"});
        parser.skipChildren();
        return null;
    }

    private static void checkName(String name, List<String[]> violations) {
        if (name.isEmpty()) {
            violations.add(new String[] {"/name", "blank", "must not be blank"});
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                violations.add(new String[] {"/name", "control_character", "must be one line"});
                break;
            }
        }
        if (name.codePointCount(0, name.length()) > MAX_NAME_LENGTH) {
            violations.add(new String[] {"/name", "too_long", "must have at most 100 characters"});
        }
    }

    private static boolean isEmail(String text) {
        int at = text.indexOf('@');
        if (at < 1 || at > MAX_LOCAL_PART_LENGTH || at == text.length() - 1 || text.length() > MAX_EMAIL_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            String others = i < at ? ".!#$%&'*+/=?^_`{|}~-" : ".-";
            if (i != at && !alphanumeric && others.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
