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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON into values that know their place. Bounded in depth; duplicate keys are refused. */
final class JsonReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Source.MAX_DEPTH)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonReader() {}

    static Value.Fields read(Source source) {
        try (JsonParser parser = FACTORY.createParser(source.content())) {
            if (parser.nextToken() == null) {
                throw source.not(Syntax.JSON, null, "the file is empty");
            }
            Value value = value(parser);
            if (parser.nextToken() != null) {
                Location trailing = location(parser.currentTokenLocation());
                throw source.not(Syntax.JSON, trailing, "content after the end of the object");
            }
            return source.object(Syntax.JSON, value);
        } catch (JsonProcessingException notJson) {
            // Jackson gives no place for a limit that was passed.
            Location where = notJson.getLocation() == null ? null : location(notJson.getLocation());
            throw source.not(Syntax.JSON, where, problem(notJson.getOriginalMessage()));
        } catch (IOException unreadable) {
            throw source.not(Syntax.JSON, null, String.valueOf(unreadable.getMessage()));
        }
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
            return Scalars.bounded(parser.getDecimalValue());
        } catch (NumberFormatException exponentOutOfRange) {
            throw new JsonParseException(parser, Scalars.UNBOUNDED, parser.currentTokenLocation(), exponentOutOfRange);
        }
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
}
