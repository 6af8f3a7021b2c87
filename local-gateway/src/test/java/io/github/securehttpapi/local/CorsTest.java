package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorsTest {
    private static final String ORIGIN = "https://app.example.com";

    @TempDir
    private Path directory;

    private Demo demo;

    @BeforeEach
    void start() throws IOException {
        demo = Demo.start(directory);
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Test
    void preflightIsAnsweredWithTheConfiguredHeaders() throws Exception {
        HttpResponse<String> response = preflight("/echo", ORIGIN);
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(cors(response))
                .isEqualTo(Map.of(
                        "access-control-allow-origin", List.of(ORIGIN),
                        "access-control-allow-methods", List.of("GET,POST"),
                        "access-control-allow-headers", List.of("authorization,content-type"),
                        "access-control-max-age", List.of("300")));
        assertThat(response.headers().firstValue("apigw-requestid")).isPresent();
    }

    @Test
    void preflightOfAnotherOriginHasNoCorsHeaders() throws Exception {
        HttpResponse<String> response = preflight("/echo", "https://app.example.com.evil.example");
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(cors(response)).isEmpty();
    }

    @Test
    void optionsWithoutARequestMethodIsNoPreflight() throws Exception {
        assertThat(demo.send("OPTIONS", "/echo", "", "Origin", ORIGIN).statusCode())
                .isEqualTo(404);
        assertThat(demo.send("OPTIONS", "/echo", "", "Access-Control-Request-Method", "GET")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void responseTellsItsOriginWhatItMaySee() throws Exception {
        assertThat(cors(demo.get("/echo", "Origin", ORIGIN)))
                .isEqualTo(Map.of(
                        "access-control-allow-origin", List.of(ORIGIN),
                        "access-control-expose-headers", List.of("apigw-requestid")));
    }

    @Test
    void errorTellsItsOriginToo() throws Exception {
        assertThat(cors(demo.get("/nowhere", "Origin", ORIGIN))).containsKey("access-control-allow-origin");
    }

    @Test
    void responseWithoutAnAllowedOriginHasNoCorsHeaders() throws Exception {
        assertThat(cors(demo.get("/echo"))).isEmpty();
        assertThat(cors(demo.get("/echo", "Origin", "http://app.example.com"))).isEmpty();
    }

    @Test
    void headersOfTheFunctionAreDropped() throws Exception {
        String payload = """
                {"statusCode": 200, "headers": {"Access-Control-Allow-Origin": "*", "Access-Control-Other": "x"}}
                """;
        assertThat(cors(demo.script(payload))).isEmpty();
        assertThat(cors(demo.script(payload, "Origin", ORIGIN)))
                .containsEntry("access-control-allow-origin", List.of(ORIGIN))
                .doesNotContainKey("access-control-other");
    }

    @Test
    void routeThatMatchesOptionsWinsOverThePreflight() throws Exception {
        demo.close();
        demo = Demo.start(directory, template -> template.replace("\"GET /other\"", "\"ANY /other\""), settings -> {});
        HttpResponse<String> response = preflight("/other", ORIGIN);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"routeKey\":\"ANY /other\"");
    }

    @Test
    void originCanBeGivenAsAParameter() throws Exception {
        demo.close();
        demo = Demo.start(
                directory, template -> template, settings -> settings.parameters(Map.of("AllowedOrigin", "https://*")));
        assertThat(cors(demo.get("/echo", "Origin", "https://any.example")))
                .containsEntry("access-control-allow-origin", List.of("https://any.example"));
        assertThat(cors(demo.get("/echo", "Origin", "http://any.example"))).isEmpty();
    }

    @Test
    void apiWithoutCorsLeavesTheFunctionsHeaders() throws Exception {
        demo.close();
        demo = Demo.start(
                directory, template -> template.replace("\"CorsConfiguration\"", "\"Ignored\""), settings -> {});
        assertThat(preflight("/echo", ORIGIN).statusCode()).isEqualTo(404);
        String payload = "{\"statusCode\": 200, \"headers\": {\"Access-Control-Allow-Origin\": \"*\"}}";
        assertThat(cors(demo.script(payload))).containsEntry("access-control-allow-origin", List.of("*"));
    }

    private HttpResponse<String> preflight(String path, String origin) throws IOException, InterruptedException {
        return demo.send("OPTIONS", path, "", "Origin", origin, "Access-Control-Request-Method", "POST");
    }

    private static Map<String, List<String>> cors(HttpResponse<?> response) {
        Map<String, List<String>> cors = new TreeMap<>(response.headers().map());
        cors.keySet().removeIf(name -> !name.startsWith("access-control-"));
        return cors;
    }
}
