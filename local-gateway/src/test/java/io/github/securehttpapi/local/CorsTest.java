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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                directory, template -> template, settings -> settings.parameter("AllowedOrigin", "https://*"));
        assertThat(cors(demo.get("/echo", "Origin", "https://any.example")))
                .containsEntry("access-control-allow-origin", List.of("https://any.example"));
        assertThat(cors(demo.get("/echo", "Origin", "http://any.example"))).isEmpty();
    }

    @Test
    void pageOfADevelopersMachineMayCall() throws Exception {
        String origin = "http://localhost:5173";
        demo.close();
        demo = Demo.start(directory, template -> template, settings -> settings.parameter("AllowedOrigin", origin));

        assertThat(cors(preflight("/echo", origin))).containsEntry("access-control-allow-origin", List.of(origin));
        HttpResponse<String> response = demo.get("/echo", "Origin", origin, "Sec-Fetch-Site", "cross-site");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(cors(response)).containsEntry("access-control-allow-origin", List.of(origin));
        assertThat(cors(preflight("/echo", "http://localhost:5174"))).isEmpty();
        assertThat(demo.get("/echo", "Origin", "http://localhost:5174").statusCode())
                .isEqualTo(403);
    }

    @Test
    void credentialsAreAllowedWhereTheTemplateSaysSo() throws Exception {
        restart("\"AllowMethods\": [", "\"AllowCredentials\": true, \"AllowMethods\": [");

        assertThat(cors(preflight("/echo", ORIGIN)))
                .isEqualTo(Map.of(
                        "access-control-allow-origin", List.of(ORIGIN),
                        "access-control-allow-credentials", List.of("true"),
                        "access-control-allow-methods", List.of("GET,POST"),
                        "access-control-allow-headers", List.of("authorization,content-type"),
                        "access-control-max-age", List.of("300")));
        HttpResponse<String> response = demo.get("/echo", "Origin", ORIGIN, "Cookie", "session=1");
        assertThat(response.body()).contains("\"cookies\":[\"session=1\"]");
        assertThat(cors(response))
                .isEqualTo(Map.of(
                        "access-control-allow-origin", List.of(ORIGIN),
                        "access-control-allow-credentials", List.of("true"),
                        "access-control-expose-headers", List.of("apigw-requestid")));
        assertThat(cors(demo.get("/nowhere", "Origin", ORIGIN))).containsKey("access-control-allow-credentials");
    }

    @Test
    void credentialsAreForAllowedOriginsAlone() throws Exception {
        restart("\"AllowMethods\": [", "\"AllowCredentials\": true, \"AllowMethods\": [");

        assertThat(cors(preflight("/echo", "https://evil.example"))).isEmpty();
        assertThat(cors(demo.get("/nowhere", "Origin", "https://evil.example"))).isEmpty();
    }

    /** Left out, it would be the browser's own: five seconds, by the Fetch Standard. */
    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "86400"})
    void maxAgeIsTheTemplates(String seconds) throws Exception {
        restart("\"MaxAge\": 300", "\"MaxAge\": " + seconds);

        assertThat(cors(preflight("/echo", ORIGIN))).containsEntry("access-control-max-age", List.of(seconds));
    }

    @Test
    void maxAgeThatTheTemplateLeavesOutIsLeftOut() throws Exception {
        restart("\"MaxAge\": 300", "\"Ignored\": 300");

        assertThat(cors(preflight("/echo", ORIGIN))).doesNotContainKey("access-control-max-age");
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

    private void restart(String part, String replacement) throws IOException {
        demo.close();
        demo = Demo.start(directory, template -> template.replace(part, replacement), settings -> {});
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
