package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.handler.RecordingContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class OrdersHandlerTest {
    private static String answer(String routeKey, String authorizer) throws IOException {
        String event = """
                {"version":"2.0","routeKey":"%s","pathParameters":{"id":"7"},
                 "requestContext":{"requestId":"id","http":{"method":"GET"},"authorizer":%s}}""".formatted(routeKey, authorizer);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new OrdersHandler()
                .handleRequest(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                        output,
                        new RecordingContext());
        return output.toString(StandardCharsets.UTF_8);
    }

    @Test
    void findsAnOrderOfTheBearer() throws IOException {
        assertThat(answer("GET /orders/{id}", "{\"jwt\":{\"claims\":{\"sub\":\"ada\"},\"scopes\":null}}"))
                .contains("{\\\"id\\\":\\\"7\\\",\\\"owner\\\":\\\"ada\\\"}");
    }

    @Test
    void findsNothingForAnybodyElse() throws IOException {
        assertThat(answer("GET /orders/{id}", "null")).contains("\"statusCode\":500");
    }

    @Test
    void reportsToServicesOnly() throws IOException {
        assertThat(answer("ANY /reports", "{\"iam\":{\"userArn\":\"arn:aws:iam::1:user/a\"}}"))
                .contains("arn:aws:iam::1:user/a");
        assertThat(answer("ANY /reports", "null")).contains("\"statusCode\":403");
    }
}
