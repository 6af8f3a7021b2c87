package io.github.securehttpapi.local.internal.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an authorizer says of the caller, in the places of format 1.0: claims and scopes stand in {@code authorizer}
 * itself, and so does a Lambda authorizer's context, beside claims and scopes that are null (both recorded); who signed a
 * request stands in {@code identity}, as REST APIs have it.
 */
final class Caller {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Caller NOBODY = new Caller(null, Map.of());

    private final byte @Nullable [] authorizer;
    private final Map<String, String> iam;

    private Caller(byte @Nullable [] authorizer, Map<String, String> iam) {
        this.authorizer = authorizer;
        this.iam = iam;
    }

    /** Reads {@code requestContext.authorizer} of format 2.0; null if there is none. */
    static Caller of(@Nullable String event) {
        if (event == null) {
            return NOBODY;
        }
        try (JsonParser json = JSON.createParser(event)) {
            json.nextToken();
            String kind = String.valueOf(json.nextFieldName());
            JsonToken value = json.nextToken();
            return switch (kind) {
                case "iam" -> new Caller(null, texts(json));
                case "lambda" -> new Caller(object(json, value == JsonToken.START_OBJECT), Map.of());
                default -> new Caller(object(json, true), Map.of());
            };
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The JSON of {@code requestContext.authorizer}, or null if there is none. */
    byte @Nullable [] authorizer() {
        return authorizer;
    }

    /** What IAM says of who signed the request, by its name in format 2.0; null if nobody did. */
    @Nullable String iam(String name) {
        return iam.get(name);
    }

    private static Map<String, String> texts(JsonParser json) throws IOException {
        Map<String, String> texts = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_STRING) {
                texts.put(name, json.getText());
            }
            json.skipChildren();
        }
        return texts;
    }

    private static byte[] object(JsonParser json, boolean hasFields) throws IOException {
        Set<String> missing = new HashSet<>(List.of("claims", "scopes"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator copy = JSON.createGenerator(bytes)) {
            copy.writeStartObject();
            while (hasFields && json.nextToken() == JsonToken.FIELD_NAME) {
                missing.remove(json.currentName());
                copy.writeFieldName(json.currentName());
                json.nextToken();
                copy.copyCurrentStructureExact(json);
            }
            for (String name : List.of("claims", "scopes")) {
                if (missing.contains(name)) {
                    copy.writeNullField(name);
                }
            }
            copy.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
