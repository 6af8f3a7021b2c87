package io.github.securehttpapi.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a JSON file into values that know their place. Bounded in size and depth; duplicate keys are refused. */
final class JsonReader {
    /** CloudFormation quotas: a template is at most 1 MB (cloudformation-limits.html). */
    static final int MAX_BYTES = 1_048_576;

    /** Ours: several times what a template needs, and far from a stack overflow. */
    static final int MAX_DEPTH = 100;

    /** Ours: no property takes such a number, and arithmetic with a greater exponent may fill the memory. */
    private static final int MAX_EXPONENT = 1000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonReader() {}

    static Value.Fields read(Path file) {
        byte[] content = content(file);
        try (JsonParser parser = FACTORY.createParser(content)) {
            if (parser.nextToken() == null) {
                throw new TemplateException("be JSON", file.toString(), "the file is empty");
            }
            Value value = value(parser);
            if (parser.nextToken() != null) {
                throw notJson(file, parser.currentTokenLocation(), "content after the end of the object");
            }
            return object(file, value);
        } catch (JsonProcessingException notJson) {
            throw notJson(file, notJson.getLocation(), problem(notJson.getOriginalMessage()));
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private static byte[] content(Path file) {
        if (Files.isDirectory(file)) {
            throw new TemplateException("be a file", file.toString(), "name the *.template.json in that directory");
        }
        if (Files.notExists(file)) {
            throw new TemplateException("be a readable file", file.toString(), "no such file, run cdk synth first");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                String limit = "be at most " + MAX_BYTES + " bytes, CloudFormation's own limit";
                throw new TemplateException(limit, file.toString(), "split the stack");
            }
            return content;
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private static Value.Fields object(Path file, Value value) {
        if (value instanceof Value.Fields fields) {
            return fields;
        }
        throw new TemplateException("be a JSON object", file.toString(), "name the *.template.json of a stack");
    }

    private static Value value(JsonParser parser) throws IOException {
        Location location = location(parser.currentTokenLocation());
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> fields(parser, location);
            case START_ARRAY -> items(parser, location);
            case VALUE_STRING -> new Value.Text(parser.getText(), location);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value.Numeric(number(parser), location);
            case VALUE_TRUE, VALUE_FALSE -> new Value.Flag(token == JsonToken.VALUE_TRUE, location);
            default -> new Value.Nothing(location);
        };
    }

    private static BigDecimal number(JsonParser parser) throws IOException {
        try {
            BigDecimal number = parser.getDecimalValue();
            if (Math.abs((long) number.precision() - number.scale()) <= MAX_EXPONENT) {
                return number;
            }
        } catch (NumberFormatException exponentOutOfRange) {
            // answered below, as any other exponent that is too large
        }
        throw new JsonParseException(
                parser, "Number has an exponent beyond " + MAX_EXPONENT, parser.currentTokenLocation());
    }

    private static Value fields(JsonParser parser, Location location) throws IOException {
        Map<String, Value> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return new Value.Fields(fields, location);
    }

    private static Value items(JsonParser parser, Location location) throws IOException {
        List<Value> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Value.Items(items, location);
    }

    private static Location location(JsonLocation location) {
        return new Location(location.getLineNr(), location.getColumnNr());
    }

    /** Jackson's message without what it says of its source, which is not shown. */
    private static String problem(String message) {
        int source = message.indexOf(" (start marker at [Source");
        return source < 0 ? message : message.substring(0, source);
    }

    /** Jackson gives no place for a limit that was passed. */
    private static TemplateException notJson(Path file, @Nullable JsonLocation where, String problem) {
        String place = where == null ? "" : location(where) + " ";
        return new TemplateException("be JSON", file.toString(), place + problem);
    }

    private static TemplateException unreadable(Path file, IOException problem) {
        return new TemplateException("be a readable file", file.toString(), String.valueOf(problem.getMessage()));
    }
}
