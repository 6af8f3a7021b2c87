package com.example.annotated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.securehttpapi.handler.HttpApiHandler;
import io.github.securehttpapi.handler.RecordingContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderHandlerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpApiHandler HANDLER = new OrderHandler();

    private static JsonNode answer(String body) throws IOException {
        ObjectNode event = JSON.createObjectNode().put("version", "2.0").put("body", body);
        event.putObject("headers").put("content-type", "application/json");
        event.putObject("requestContext")
                .put("requestId", "id")
                .putObject("http")
                .put("method", "POST");
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        HANDLER.handleRequest(new ByteArrayInputStream(JSON.writeValueAsBytes(event)), output, new RecordingContext());
        return JSON.readTree(output.toByteArray());
    }

    @Test
    void takesAnOrder() throws IOException {
        JsonNode answer =
                answer("{\"email\":\"a@b.c\",\"lines\":[{\"product\":\"p\",\"count\":1}],\"notes\":{\"a\":\"b\"}}");

        assertThat(answer.get("statusCode").asInt()).isEqualTo(202);
        assertThat(answer.get("body").asText()).isEqualTo("{\"lines\":1}");
    }

    @Test
    void tellsEveryViolationInTheShapeOfTheKit() throws IOException {
        JsonNode answer = answer("{\"email\":\"nowhere\",\"lines\":[{\"product\":\"p\",\"count\":1},"
                + "{\"product\":\" \",\"count\":0},null],\"notes\":{\"a/b~\":\"\"}}");

        assertThat(answer.get("statusCode").asInt()).isEqualTo(422);
        assertThat(answer.get("body").asText())
                .isEqualTo("{\"message\":\"body is not what this route accepts\",\"requestId\":\"id\",\"violations\":["
                        + "{\"pointer\":\"/email\",\"code\":\"email\","
                        + "\"message\":\"must be a well-formed email address\"},"
                        + "{\"pointer\":\"/lines/1/count\",\"code\":\"positive\",\"message\":\"must be greater than 0\"},"
                        + "{\"pointer\":\"/lines/1/product\",\"code\":\"not_blank\",\"message\":\"must not be blank\"},"
                        + "{\"pointer\":\"/lines/2\",\"code\":\"not_null\",\"message\":\"must not be null\"},"
                        + "{\"pointer\":\"/notes/a~1b~0\",\"code\":\"not_blank\",\"message\":\"must not be blank\"}]}");
    }

    @Test
    void tellsAWrongTypeAndAnUnknownFieldByTheirPointers() throws IOException {
        assertThat(answer("{\"lines\":[{\"product\":\"p\",\"count\":\"1\"}]}")
                        .get("body")
                        .asText())
                .endsWith(
                        "[{\"pointer\":\"/lines/0/count\",\"code\":\"type\",\"message\":\"must be of another type\"}]}");
        assertThat(answer("{\"admin\":true}").get("body").asText())
                .endsWith("[{\"pointer\":\"/admin\",\"code\":\"unknown_field\","
                        + "\"message\":\"must not be present: no such field\"}]}");
        assertThat(answer("null").get("body").asText())
                .endsWith("[{\"pointer\":\"\",\"code\":\"type\",\"message\":\"must be an object\"}]}");
        assertThat(answer("[]").get("statusCode").asInt()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.9", "1.0", "1e2", "null", "true", "\"1\"", "99999999999"})
    void takesNoOtherValueForAWholeNumber(String count) throws IOException {
        JsonNode answer = answer("{\"email\":\"a@b.c\",\"lines\":[{\"product\":\"p\",\"count\":" + count + "}]}");

        assertThat(answer.get("body").asText())
                .endsWith(
                        "[{\"pointer\":\"/lines/0/count\",\"code\":\"type\",\"message\":\"must be of another type\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "true"})
    void takesNoOtherValueForText(String product) throws IOException {
        JsonNode answer = answer("{\"email\":\"a@b.c\",\"lines\":[{\"product\":" + product + ",\"count\":1}]}");

        assertThat(answer.get("body").asText())
                .endsWith("[{\"pointer\":\"/lines/0/product\",\"code\":\"type\","
                        + "\"message\":\"must be of another type\"}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"email\":\"a",
                "{\"email\":\"a\",\"email\":\"b\"}",
                "{\"lines\":[{\"product\":\"p\",}]}",
                "{\"email\":\"a@b.c\"} {}",
                "{\"email\":NaN}",
                "{\"email\":1,\"lines\":",
                " "
            })
    void refusesWhatIsNotJson(String body) throws IOException {
        JsonNode answer = answer(body);

        assertThat(answer.get("statusCode").asInt()).isEqualTo(400);
        assertThat(answer.get("body").asText())
                .isEqualTo("{\"message\":\"body must be one JSON value\",\"requestId\":\"id\"}");
    }

    @Test
    void survivesNestingThatWouldOverflowTheStack() throws IOException {
        JsonNode answer = answer("{\"lines\":" + "[".repeat(100_000));

        assertThat(answer.get("statusCode").asInt()).isEqualTo(400);
    }
}
