package com.example.members;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Answers whether the key in {@code Authorization: Bearer KEY} is a partner's, and whose: {@code {"isAuthorized":true,
 * "context":{"partner":"acme"}}}. Its event is an authorizer's in payload format 2.0, whose first identity source is that
 * header.
 */
public final class PartnerAuthorizer implements RequestStreamHandler {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String SCHEME = "Bearer ";

    private final PartnerKeys keys;

    /** The constructor that Lambda calls. */
    public PartnerAuthorizer() {
        this(PartnerKeys.parse(System.getenv(PartnerKeys.VARIABLE)));
    }

    PartnerAuthorizer(PartnerKeys keys) {
        this.keys = keys;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        Optional<String> partner = authorization(event)
                .filter(header -> header.startsWith(SCHEME))
                .flatMap(header -> keys.owner(header.substring(SCHEME.length())));
        try (JsonGenerator json = JSON.createGenerator(answer)) {
            json.writeStartObject();
            json.writeBooleanField("isAuthorized", partner.isPresent());
            if (partner.isPresent()) {
                json.writeObjectFieldStart("context");
                json.writeStringField("partner", partner.orElseThrow());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
    }

    private static Optional<String> authorization(InputStream event) throws IOException {
        try (JsonParser json = JSON.createParser(event)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals("identitySource");
                json.nextToken();
                if (wanted && json.currentToken() == JsonToken.START_ARRAY) {
                    return Optional.ofNullable(json.nextTextValue());
                }
                json.skipChildren();
            }
        }
        return Optional.empty();
    }
}
