package com.example.postage.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.securehttpapi.testing.LocalHttpApi;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Real requests to what the stack synthesizes: its template, its function, and the gateway's own answers. */
final class PostageApiTest {
    @RegisterExtension
    static final LocalHttpApi api = LocalHttpApi.ofStack(
            app -> new PostageStack(app, "Postage", Path.of("..", "functions", "target", "functions.jar")));

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void aParcelHasAPrice() throws Exception {
        HttpResponse<String> answer = quote("{\"grams\": 250, \"zone\": \"home\"}");

        assertEquals(200, answer.statusCode());
        assertEquals("{\"cents\":350}", answer.body());
    }

    @Test
    void allThatIsWrongIsToldAtOnce() throws Exception {
        HttpResponse<String> answer = quote("{\"grams\": 0, \"zone\": \"moon\"}");

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("\"pointer\":\"/grams\""), answer.body());
        assertTrue(answer.body().contains("\"pointer\":\"/zone\""), answer.body());
    }

    @Test
    void everyRequestIsLogged() throws Exception {
        HttpResponse<String> answer = quote("no JSON");

        assertTrue(api.accessLogLine(answer).contains("\"status\":\"400\""));
    }

    private static HttpResponse<String> quote(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(api.url().resolve("quotes"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
