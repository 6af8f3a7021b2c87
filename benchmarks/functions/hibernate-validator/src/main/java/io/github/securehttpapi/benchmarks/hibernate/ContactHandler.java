package io.github.securehttpapi.benchmarks.hibernate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** The contact function with Jackson databind and Hibernate Validator, spared an expression language. */
public final class ContactHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    /** The constructor that Lambda calls. */
    public ContactHandler() {}

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        String requestId = event.getRequestContext().getRequestId();
        ObjectNode body = JSON.createObjectNode();
        try {
            Contact contact = JSON.readValue(event.getBody(), Contact.class);
            Set<ConstraintViolation<Contact>> violations = VALIDATOR.validate(contact);
            if (!violations.isEmpty()) {
                body.put("message", "body is not what this route accepts").put("requestId", requestId);
                ArrayNode told = body.putArray("violations");
                for (ConstraintViolation<Contact> violation : violations) {
                    told.addObject()
                            .put("pointer", "/" + violation.getPropertyPath())
                            .put("message", violation.getMessage());
                }
                return response(422, requestId, body);
            }
            body.put("message", "accepted").put("requestId", requestId).putPOJO("received", contact);
            return response(202, requestId, body);
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
