package io.github.securehttpapi.local.internal.lambdaauth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an authorizer's answer (API Gateway developer guide, http-api-lambda-authorizer.html). */
final class AnswerReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** As API Gateway begins its own message, which was recorded. */
    private static final String FORMAT =
            "The response from the Lambda Authorizer function doesn't match the format that API Gateway expects. ";

    private final boolean simple;
    private @Nullable Boolean authorized;
    private @Nullable Policy policy;
    private String contextJson = "null";
    private final Map<String, String> variables = new HashMap<>();

    private AnswerReader(boolean simple) {
        this.simple = simple;
    }

    /** The answer: a simple response where those are enabled, otherwise a policy. */
    static Answer read(byte[] payload, boolean simple) throws Malformed {
        AnswerReader reader = new AnswerReader(simple);
        try (JsonParser json = JSON.createParser(payload)) {
            json.nextToken();
            reader.root(json);
            if (json.nextToken() != null) {
                throw new Malformed("more follows the object");
            }
            return reader.answer();
        } catch (IOException | NumberFormatException unreadable) {
            throw new Malformed(FORMAT + "It is not JSON");
        } catch (Malformed malformed) {
            throw new Malformed(FORMAT + malformed.getMessage());
        }
    }

    private void root(JsonParser json) throws IOException, Malformed {
        PolicyReader.expect(json, JsonToken.START_OBJECT, "It must be an object");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "isAuthorized" -> authorized = value.isBoolean() ? json.getBooleanValue() : null;
                case "policyDocument" -> policy = simple ? null : PolicyReader.read(json);
                case "principalId" -> principal(json);
                case "context" -> context(json);
                default -> {}
            }
            json.skipChildren();
        }
    }

    private Answer answer() throws Malformed {
        if (!simple) {
            if (policy == null) {
                throw new Malformed("Response did not include 'policyDocument'");
            }
            return new Answer(false, policy, contextJson, variables);
        }
        if (authorized == null) {
            throw new Malformed("Simple response did not include 'isAuthorized'");
        }
        return new Answer(authorized, null, contextJson, variables);
    }

    private void principal(JsonParser json) throws IOException {
        if (json.currentToken().isScalarValue() && json.currentToken() != JsonToken.VALUE_NULL) {
            variables.put("authorizer.principalId", json.getText());
        }
    }

    private void context(JsonParser json) throws IOException, Malformed {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        PolicyReader.expect(json, JsonToken.START_OBJECT, "'context' must be an object");
        // octets rather than text, which could have half a character that the event cannot have
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (JsonGenerator generator = JSON.createGenerator(copy)) {
            generator.writeStartObject();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                    variables.putIfAbsent("authorizer." + name, json.getText());
                }
                generator.writeFieldName(name);
                generator.copyCurrentStructureExact(json);
            }
            generator.writeEndObject();
        }
        contextJson = copy.toString(StandardCharsets.UTF_8);
    }
}
