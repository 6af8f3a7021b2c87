package io.github.securehttpapi.benchmarks.powertools;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.util.Map;
import software.amazon.lambda.powertools.validation.ValidationException;
import software.amazon.lambda.powertools.validation.ValidationUtils;

/** The contact function with the JSON schemas of Powertools, called without AspectJ. */
public final class ContactHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchema SCHEMA = ValidationUtils.getJsonSchema("classpath:/contact.schema.json");

    /** The constructor that Lambda calls. */
    public ContactHandler() {}

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        String requestId = event.getRequestContext().getRequestId();
        ObjectNode body = JSON.createObjectNode();
        try {
            JsonNode contact = JSON.readTree(event.getBody());
            ValidationUtils.validate(contact, SCHEMA);
            body.put("message", "accepted").put("requestId", requestId).set("received", contact);
            return response(202, requestId, body);
        } catch (ValidationException invalid) {
            return response(
                    422, requestId, body.put("message", invalid.getMessage()).put("requestId", requestId));
        } catch (JsonProcessingException notJson) {
            return response(
                    400, requestId, body.put("message", "body must be JSON").put("requestId", requestId));
        }
    }

    private static APIGatewayV2HTTPResponse response(int status, String requestId, ObjectNode body) {
        try {
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(status)
                    .withHeaders(Map.of("x-request-id", requestId, "content-type", "application/json"))
                    .withBody(JSON.writeValueAsString(body))
                    .build();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("body must be writable", impossible);
        }
    }
}
