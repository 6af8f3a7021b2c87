package io.github.securehttpapi.local.internal.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A path of names and indexes into a JSON text, such as {@code .pets[0].name} or {@code ['first name']}. */
final class JsonPath {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * API Gateway cuts a body here before it applies a path (API Gateway developer guide,
     * http-api-parameter-mapping.html).
     */
    private static final int MAX_BYTES = 100 * 1024;

    private static final Pattern STEP = Pattern.compile("\\.([^.\\[\\]'\"*?@()]+)|\\[(\\d{1,6})]|\\['([^']*)']");

    private final List<Object> steps;

    private JsonPath(List<Object> steps) {
        this.steps = List.copyOf(steps);
    }

    /** The path, or null if it has anything but names and indexes. */
    static @Nullable JsonPath parse(String text) {
        List<Object> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        int from = 0;
        while (from < text.length()) {
            if (!step.find(from) || step.start() != from) {
                return null;
            }
            String name = step.group(1) == null ? step.group(3) : step.group(1);
            steps.add(name == null ? Integer.valueOf(step.group(2)) : name);
            from = step.end();
        }
        return new JsonPath(steps);
    }

    /** What is there, an object or a list as JSON; null if nothing is, or if the text is no JSON so far. */
    @Nullable String in(byte[] body) {
        try (JsonParser json = JSON.createParser(body, 0, Math.min(body.length, MAX_BYTES))) {
            json.nextToken();
            for (Object step : steps) {
                boolean found = step instanceof Integer index ? item(json, index) : field(json, (String) step);
                if (!found) {
                    return null;
                }
            }
            return text(json);
        } catch (IOException noJson) {
            return null;
        }
    }

    private static boolean field(JsonParser json, String name) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = name.equals(json.currentName());
            json.nextToken();
            if (wanted) {
                return true;
            }
            json.skipChildren();
        }
        return false;
    }

    private static boolean item(JsonParser json, int index) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return false;
        }
        for (int at = 0; json.nextToken() != JsonToken.END_ARRAY; at++) {
            if (json.currentToken() == null) {
                return false;
            }
            if (at == index) {
                return true;
            }
            json.skipChildren();
        }
        return false;
    }

    private static @Nullable String text(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == null || token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token.isScalarValue()) {
            return json.getText();
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = JSON.createGenerator(text)) {
            copy.copyCurrentStructure(json);
        }
        return text.toString();
    }
}
