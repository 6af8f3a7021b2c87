package com.example.contact.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.securehttpapi.local.ServedRoute;
import io.github.securehttpapi.testing.LocalHttpApi;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Real requests to what the app synthesizes: its template, its functions' jar, and the gateway's own answers. */
final class ContactApiTest {
    private static final String ORIGIN = "https://example.com";
    private static final String JSON = "application/json";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    // snippet:local
    @RegisterExtension
    static final LocalHttpApi api =
            LocalHttpApi.ofStack(app -> new ContactApiStack(app, "ContactApi", Assembly.FUNCTIONS_JAR));
    // end

    // snippet:full-buckets
    @BeforeEach
    void fillTheBuckets() {
        api.restart();
    }
    // end

    @Test
    void healthSaysThatTheFunctionRuns() throws Exception {
        // snippet:request
        HttpRequest request =
                HttpRequest.newBuilder(api.url().resolve("health")).build();
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        // end
        JsonNode body = MAPPER.readTree(answer.body());
        assertThat(body.get("ok").booleanValue()).isTrue();
        assertThat(body.get("service").textValue()).isEqualTo("contact-api");
        assertThat(Instant.parse(body.get("checkedAt").textValue())).isBefore(Instant.now());
    }

    @Nested
    final class Contacts {
        @Test
        void aContactIsAccepted() throws Exception {
            HttpResponse<String> answer = post(JSON, "{\"name\":\" Ada \",\"email\":\"ada@example.com\"}");

            String id = requestId(answer);
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body())
                    .isEqualTo("{\"message\":\"accepted\",\"requestId\":\"" + id
                            + "\",\"received\":{\"name\":\"Ada\",\"email\":\"ada@example.com\"}}");
            assertLogged(answer, 202);
        }

        @Test
        void aBodyThatIsNotJsonIsRefused() throws Exception {
            assertRefused(post(JSON, "{\"name\":"), 400);
        }

        @Test
        void anotherMediaTypeIsRefused() throws Exception {
            assertRefused(post("text/plain", "{\"name\":\"Ada\",\"email\":\"ada@example.com\"}"), 415);
        }

        @Test
        void aContactThatIsNoneIsRefusedWithAllThatIsWrong() throws Exception {
            HttpResponse<String> answer = post(JSON, "{\"name\":\" \",\"email\":\"nowhere\"}");

            assertRefused(answer, 422);
            assertThat(MAPPER.readTree(answer.body()).get("violations"))
                    .extracting(violation -> violation.get("pointer").textValue())
                    .containsExactly("/name", "/email");
        }

        @Test
        void manyAtOnceAreThrottled() {
            List<Integer> statuses = IntStream.range(0, 20)
                    .mapToObj(i -> CLIENT.sendAsync(
                            contact(JSON, "{\"name\":\"Ada\",\"email\":\"ada@example.com\"}"), BodyHandlers.ofString()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .map(HttpResponse::statusCode)
                    .toList();

            assertThat(statuses).contains(202, 429).containsOnly(202, 429);
        }

        private HttpResponse<String> post(String mediaType, String body) throws IOException, InterruptedException {
            return CLIENT.send(contact(mediaType, body), BodyHandlers.ofString());
        }

        private HttpRequest contact(String mediaType, String body) {
            return request("/contacts")
                    .header("content-type", mediaType)
                    .POST(BodyPublishers.ofString(body))
                    .build();
        }

        private void assertRefused(HttpResponse<String> answer, int status) throws Exception {
            String id = requestId(answer);
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(MAPPER.readTree(answer.body()).get("requestId").textValue())
                    .isEqualTo(id);
            assertLogged(answer, status);
        }

        private void assertLogged(HttpResponse<String> answer, int status) throws Exception {
            // snippet:access-log
            JsonNode line = MAPPER.readTree(api.accessLogLine(answer));
            assertThat(line.get("routeKey").textValue()).isEqualTo("POST /contacts");
            // end
            assertThat(line.get("requestId").textValue()).isEqualTo(requestId(answer));
            assertThat(line.get("ip").textValue()).isEqualTo("127.0.0.1");
            assertThat(line.get("status").textValue()).isEqualTo(Integer.toString(status));
        }
    }

    @Nested
    final class Browsers {
        @Test
        void theAllowedOriginMayCall() throws Exception {
            HttpResponse<String> answer = preflight(api, ORIGIN);

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.headers().firstValue("access-control-allow-origin"))
                    .hasValue(ORIGIN);
            assertThat(answer.headers().firstValue("access-control-allow-methods"))
                    .hasValueSatisfying(methods -> assertThat(methods).contains("POST"));
        }

        @Test
        void anotherOriginIsToldNothing() throws Exception {
            assertThat(preflight(api, "https://example.com.evil.example")
                            .headers()
                            .map()
                            .keySet())
                    .noneMatch(name -> name.startsWith("access-control-"));
        }

        @Test
        void theAnswerItselfNamesTheOrigin() throws Exception {
            HttpResponse<String> answer = send(request("/health").header("origin", ORIGIN));

            assertThat(answer.headers().firstValue("access-control-allow-origin"))
                    .hasValue(ORIGIN);
        }

        @Nested
        final class OfAnotherSite {
            // snippet:parameter
            @RegisterExtension
            static final LocalHttpApi other =
                    api.with(gateway -> gateway.parameter("AllowedOrigin", "https://www.example.org"));
            // end

            @Test
            void mayCallWhereItsOriginIsTheParameter() throws Exception {
                HttpResponse<String> answer = preflight(other, "https://www.example.org");

                assertThat(answer.headers().firstValue("access-control-allow-origin"))
                        .hasValue("https://www.example.org");
            }
        }

        private static HttpResponse<String> preflight(LocalHttpApi served, String origin)
                throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(served.url().resolve("contacts"))
                    .method("OPTIONS", BodyPublishers.noBody())
                    .header("origin", origin)
                    .header("access-control-request-method", "POST")
                    .header("access-control-request-headers", "content-type"));
        }
    }

    @Test
    void theRouteTableSaysWhoMayCallAndHowOften() {
        assertThat(api.gateway().routes())
                .extracting(ServedRoute::routeKey, ServedRoute::access, route -> String.valueOf(route.throttle()))
                .containsExactly(
                        tuple(
                                "GET /health",
                                "public: load balancer probe, returns no data",
                                "Bucket[rateLimit=10.0, burstLimit=20, ofRoute=false]"),
                        tuple(
                                "POST /contacts",
                                "public: visitors of the web site have no account",
                                "Bucket[rateLimit=2.0, burstLimit=5, ofRoute=true]"));
    }

    @Test
    void anUnknownPathIsNotFound() throws Exception {
        HttpResponse<String> answer = send(request("/nowhere").GET());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.url().resolve(path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String requestId(HttpResponse<String> answer) {
        return answer.headers().firstValue("x-request-id").orElseThrow();
    }
}
