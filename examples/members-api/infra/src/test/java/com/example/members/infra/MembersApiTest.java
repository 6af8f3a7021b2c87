package com.example.members.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.securehttpapi.local.ServedRoute;
import io.github.securehttpapi.local.TokenRequest;
import io.github.securehttpapi.testing.LocalHttpApi;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real requests to what the app synthesizes: who is let in on each route, who is not, and what the functions see. */
final class MembersApiTest {
    private static final String SITE = "https://members.example.com";
    private static final String ACMES_KEY = "test-only-4f1d2c0b9a8e7f6d";
    private static final String PARTNERS = "acme=de5bcdde9f9e856cae777558c491fc08a15465ac3d8fa08ea576379ab616d718";
    private static final String UNAUTHORIZED = "{\"message\":\"Unauthorized\"}";
    private static final String FORBIDDEN = "{\"message\":\"Forbidden\"}";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    // snippet:local
    @RegisterExtension
    static final LocalHttpApi api = LocalHttpApi.ofStack(
                    app -> new MembersApiStack(app, "MembersApi", Assembly.FUNCTIONS_JAR))
            .with(gateway -> gateway.parameter("PartnerKeys", PARTNERS).throttling(false));
    // end

    @Test
    void healthIsForAnyone() throws Exception {
        HttpResponse<String> answer = send(request("health"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"ok\":true}");
    }

    @Nested
    final class Members {
        @Test
        void aReaderReadsAndTheFunctionKnowsWho() throws Exception {
            // snippet:token
            String token = api.token().subject("alice").scopes("members:read").mint();
            HttpRequest request = HttpRequest.newBuilder(api.url().resolve("members"))
                    .header("authorization", "Bearer " + token)
                    .build();
            HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
            // end

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .isEqualTo("{\"reader\":\"alice\",\"members\":[{\"name\":\"Ada\",\"email\":\"ada@example.com\"}]}");
            assertLogged(answer, "GET /members", 200);
        }

        @Test
        void aWriterWrites() throws Exception {
            HttpResponse<String> answer = post(api.token().subject("bob").scopes("openid", "members:write"));

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(answer.body())
                    .isEqualTo("{\"author\":\"bob\",\"member\":{\"name\":\"Grace\",\"email\":\"grace@example.com\"}}");
        }

        @Test
        void eachRouteAsksForItsScope() throws Exception {
            assertForbidden(post(api.token().scopes("members:read")), "POST /members");
            assertForbidden(get(api.token().scopes("members:write")), "GET /members");
            assertForbidden(get(api.token()), "GET /members");
        }

        @Test
        void withoutATokenNobodyIsLetIn() throws Exception {
            assertUnauthorized(send(request("members")), "GET /members");
            assertUnauthorized(send(request("members").header("authorization", "Bearer of bad news")), "GET /members");
        }

        @Test
        void norWithOneThatIsNotForThisApi() throws Exception {
            // snippet:refused
            assertUnauthorized(get(reader().expiresIn(Duration.ofMinutes(-1))), "GET /members");
            assertUnauthorized(get(reader().audience("another-api")), "GET /members");
            assertUnauthorized(get(reader().issuer("https://login.example.org/")), "GET /members");
            assertUnauthorized(get(reader().untrusted()), "GET /members");
            // end
        }

        private TokenRequest reader() {
            return api.token().scopes("members:read");
        }

        private HttpResponse<String> get(TokenRequest token) throws Exception {
            return send(request("members").header("authorization", "Bearer " + token.mint()));
        }

        private HttpResponse<String> post(TokenRequest token) throws Exception {
            return send(request("members")
                    .header("authorization", "Bearer " + token.mint())
                    .header("content-type", "application/json")
                    .POST(BodyPublishers.ofString("{\"name\":\"Grace\",\"email\":\"grace@example.com\"}")));
        }
    }

    @Nested
    final class Services {
        @Test
        void aSignedRequestIsLetInAndTheFunctionKnowsWho() throws Exception {
            HttpRequest request = SignedRequest.post(api.gateway(), api.url().resolve("internal/reindex"));
            HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(MAPPER.readTree(answer.body()).get("service").textValue())
                    .startsWith("arn:aws:iam::");
            assertLogged(answer, "POST /internal/reindex", 202);
        }

        @Test
        void anUnsignedOneIsNot() throws Exception {
            assertForbidden(send(request("internal/reindex").POST(BodyPublishers.noBody())), "POST /internal/reindex");
        }

        @Test
        void norOneThatWasSignedForAnotherPath() throws Exception {
            HttpRequest signed = SignedRequest.post(api.gateway(), api.url().resolve("internal/other"));
            HttpRequest.Builder moved = HttpRequest.newBuilder(signed, (name, value) -> true)
                    .uri(api.url().resolve("internal/reindex"));

            assertForbidden(send(moved), "POST /internal/reindex");
        }

        @Test
        void norAMembersToken() throws Exception {
            String token = api.token().scopes("members:write").mint();

            assertForbidden(
                    send(request("internal/reindex")
                            .header("authorization", "Bearer " + token)
                            .POST(BodyPublishers.noBody())),
                    "POST /internal/reindex");
        }
    }

    @Nested
    final class Partners {
        @ParameterizedTest
        @CsvSource({"catalogue, catalogue", "catalogue/2026/spring, catalogue/2026/spring", "a%20b, a b"})
        void aPartnerIsLetInWhateverThePath(String target, String path) throws Exception {
            HttpResponse<String> answer =
                    send(request("partner/" + target).header("authorization", "Bearer " + ACMES_KEY));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"partner\":\"acme\",\"path\":\"" + path + "\"}");
            assertLogged(answer, "GET /partner/{proxy+}", 200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Bearer guessed", "Bearer acme", "Bearer " + ACMES_KEY + "x", "Bearer", ACMES_KEY})
        void anotherKeyIsRefused(String authorization) throws Exception {
            assertForbidden(
                    send(request("partner/catalogue").header("authorization", authorization)), "GET /partner/{proxy+}");
        }

        @Test
        void aMembersTokenIsNoKey() throws Exception {
            String token = api.token().scopes("members:read").mint();

            assertForbidden(
                    send(request("partner/catalogue").header("authorization", "Bearer " + token)),
                    "GET /partner/{proxy+}");
        }

        @Test
        void withoutAKeyTheAuthorizerIsNotEvenAsked() throws Exception {
            assertUnauthorized(send(request("partner/catalogue")), "GET /partner/{proxy+}");
        }

        @Test
        void nothingBelowThePathIsNoRoute() throws Exception {
            assertThat(send(request("partner").header("authorization", "Bearer " + ACMES_KEY))
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Nested
    final class Browsers {
        @Test
        void theSiteMayAskWithATokenBeforeItHasOne() throws Exception {
            HttpResponse<String> answer = preflight(SITE);

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(answer.headers().firstValue("access-control-allow-origin"))
                    .hasValue(SITE);
            assertThat(answer.headers().firstValue("access-control-allow-headers"))
                    .hasValueSatisfying(headers -> assertThat(headers).contains("authorization", "content-type"));
        }

        @Test
        void anotherSiteIsToldNothing() throws Exception {
            assertThat(preflight("https://members.example.org").headers().map().keySet())
                    .noneMatch(name -> name.startsWith("access-control-"));
        }

        @Test
        void theSiteReadsWhyItWasRefused() throws Exception {
            HttpResponse<String> answer = send(request("members").header("origin", SITE));

            assertUnauthorized(answer, "GET /members");
            assertThat(answer.headers().firstValue("access-control-allow-origin"))
                    .hasValue(SITE);
        }

        private static HttpResponse<String> preflight(String origin) throws Exception {
            return send(request("members")
                    .method("OPTIONS", BodyPublishers.noBody())
                    .header("origin", origin)
                    .header("access-control-request-method", "POST")
                    .header("access-control-request-headers", "authorization,content-type"));
        }
    }

    @Test
    void theRouteTableSaysWhoMayCall() {
        assertThat(api.gateway().routes())
                .extracting(ServedRoute::routeKey, ServedRoute::access)
                .containsExactly(
                        tuple("GET /health", "public: load balancer probe, returns no data"),
                        tuple("GET /members", "JWT ApiHttpApiMembers0AB7C75E scopes members:read, local issuer"),
                        tuple("POST /members", "JWT ApiHttpApiMembers0AB7C75E scopes members:write, local issuer"),
                        tuple("POST /internal/reindex", "IAM"),
                        tuple("GET /partner/{proxy+}", "Lambda authorizer Partners"));
    }

    private static void assertUnauthorized(HttpResponse<String> answer, String routeKey) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(UNAUTHORIZED);
        assertLogged(answer, routeKey, 401);
    }

    private static void assertForbidden(HttpResponse<String> answer, String routeKey) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo(FORBIDDEN);
        assertLogged(answer, routeKey, 403);
    }

    private static void assertLogged(HttpResponse<String> answer, String routeKey, int status) throws Exception {
        JsonNode line = MAPPER.readTree(api.accessLogLine(answer));
        assertThat(line.get("routeKey").textValue()).isEqualTo(routeKey);
        assertThat(line.get("status").textValue()).isEqualTo(Integer.toString(status));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.url().resolve(path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
