package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that the gateway makes itself, in Java and over HTTP. */
final class LocalIssuerTest {
    private static final String TOKEN = "/.well-known/local-gateway/token";
    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final String JWKS = "/.well-known/jwks.json";
    private static final String POOL = "https://cognito-idp.us-east-1.amazonaws.com/Pool";
    private static final String KNOWN = "https://issuer.example.com";

    @TempDir
    private Path directory;

    private Demo demo;

    @BeforeEach
    void start() throws IOException {
        demo = started(JwtStack.of(KNOWN), settings -> settings.localIssuer(true));
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Nested
    final class OfAUserPoolInTheTemplate {
        @Test
        void isUsedByDefaultWithAWarning() throws Exception {
            start(JwtStack.ofUserPool());
            assertThat(demo.gateway().warnings())
                    .containsExactly("authorizer Members must have a known issuer and audience to accept their tokens,"
                            + " got 'https://cognito-idp.us-east-1.amazonaws.com/${Pool}': it accepts this gateway's"
                            + " own, of https://cognito-idp.us-east-1.amazonaws.com/Pool for Client");
            assertThat(demo.gateway().routes().get(1).access())
                    .isEqualTo("JWT Members scopes members:read members:write, local issuer");
            assertThat(get(demo.gateway().token().mint()).statusCode()).isEqualTo(200);
        }

        @Test
        void namesWhatTheTemplateDoesNotTellTheSameWayAtEachStart() throws Exception {
            start(JwtStack.ofUserPool());
            assertThat(claims(demo.gateway().token().mint()))
                    .containsEntry("iss", POOL)
                    .containsEntry("aud", "Client");
        }

        @Test
        void isRefusedWithoutIt() {
            assertThatThrownBy(() -> start(JwtStack.ofUserPool(), settings -> settings.localIssuer(false)))
                    .isInstanceOf(LocalGatewayException.class)
                    .hasMessage("authorizer Members must have a known issuer and audience without the local issuer,"
                            + " got 'https://cognito-idp.us-east-1.amazonaws.com/${Pool}':"
                            + " give the template's parameters, or use the local issuer");
        }
    }

    @Nested
    final class OfAKnownIssuer {
        @Test
        void isNotUsedByDefault() throws Exception {
            start(JwtStack.of(KNOWN));
            assertThatThrownBy(() -> demo.gateway().token())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("gateway must have an authorizer that trusts the local issuer, got 'none':"
                            + " start it with localIssuer(true), and a route with a JWT authorizer");
            for (String path : List.of(DISCOVERY, JWKS)) {
                assertThat(demo.get(path).statusCode()).isEqualTo(404);
            }
            assertThat(demo.send("POST", TOKEN, "{}", "content-type", "application/json")
                            .statusCode())
                    .isEqualTo(404);
        }

        @Test
        void isUsedWhereItIsAskedForInItsName() throws Exception {
            assertThat(demo.gateway().warnings()).isEmpty();
            assertThat(claims(demo.gateway().token().mint()))
                    .containsEntry("iss", KNOWN)
                    .containsEntry("aud", "other-api");
            assertThat(get(demo.gateway().token().mint()).statusCode()).isEqualTo(200);
        }
    }

    @Nested
    final class Mints {
        @Test
        void whatItIsAskedFor() throws Exception {
            String token = demo.gateway()
                    .token()
                    .subject("alice")
                    .scopes("email", "members:read")
                    .audience("x", "members-api")
                    .claim("groups", List.of("admin"))
                    .claim("nested", Map.of("n", 1.5, "t", true))
                    .claim("none", null)
                    .expiresIn(Duration.ofMinutes(5))
                    .mint();
            assertThat(claims(token))
                    .containsEntry("sub", "alice")
                    .containsEntry("scope", "email members:read")
                    .containsEntry("aud", List.of("x", "members-api"))
                    .containsEntry("groups", List.of("admin"))
                    .containsEntry("nested", Map.of("n", 1.5, "t", true))
                    .containsEntry("none", null)
                    .containsEntry("iat", 1_800_000_000L)
                    .containsEntry("exp", 1_800_000_300L)
                    .containsKey("jti");
            assertThat(demo.send("POST", "/echo", "", "authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void theUsualOneWithoutBeingAsked() throws Exception {
            assertThat(claims(demo.gateway().token().mint()))
                    .containsEntry("sub", "local-user")
                    .containsEntry("exp", 1_800_003_600L)
                    .containsOnlyKeys("iss", "sub", "aud", "iat", "exp", "jti");
        }

        @Test
        void tokensThatAreRefused() throws Exception {
            refused(request -> request.expiresIn(Duration.ofSeconds(-1)), "the token has expired");
            refused(request -> request.expiresIn(Duration.ZERO), "the token has expired");
            refused(request -> request.issuer("https://evil.example"), "issuer does not match");
            refused(request -> request.audience("x"), "the token does not have a valid audience");
            refused(request -> request.without("exp"), "the token does not have a valid exp");
            refused(request -> request.claim("nbf", 1_900_000_000), "the token is not valid yet");
            refused(TokenRequest::untrusted, "signature is invalid");
            String without = demo.gateway()
                    .token()
                    .without("aud")
                    .claim("client_id", "members-api")
                    .mint();
            assertThat(get(without).statusCode()).isEqualTo(200);
        }

        @Test
        void withAKeyThatItPublishes() throws Exception {
            String token = demo.gateway().token().mint();
            JWSObject signed = JWSObject.parse(token);
            HttpResponse<String> jwks = demo.get(JWKS);
            RSAKey key = (RSAKey)
                    JWKSet.parse(jwks.body()).getKeyByKeyId(signed.getHeader().getKeyID());
            assertThat(key.isPrivate()).isFalse();
            assertThat(signed.verify(new RSASSAVerifier(key))).isTrue();
            assertThat(jwks.headers().firstValue("x-local-gateway")).contains("development only");
        }

        @Test
        void notWhatNoTokenCanHold() throws Exception {
            assertThatThrownBy(() -> demo.gateway().token().claim("at", Instant.EPOCH))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("claim at must be a text, a number, a boolean, null, or a list or a map of them,"
                            + " got '1970-01-01T00:00:00Z': write it as one of them");
            assertThatThrownBy(() -> demo.gateway().token().claim("n", List.of(Double.NaN)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> demo.gateway().token().claim("m", Map.of(1, "x")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> demo.gateway().token().expiresIn(Duration.ofDays(-367)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("expiresIn must be at most 31622400 seconds, got '-31708800': choose less");
        }

        @Test
        void forTheAuthorizerThatIsNamed() throws Exception {
            UnaryOperator<String> second = template -> JwtStack.of(KNOWN)
                    .apply(template)
                    .replaceFirst(
                            "\"NONE\"(,\\s*\"RouteKey\": \"GET /other\")",
                            "\"JWT\", \"AuthorizerId\": {\"Ref\": \"Partners\"}$1")
                    .replace(
                            "\"Resources\": {",
                            "\"Resources\": {"
                                    + JwtStack.authorizer(
                                            "Partners", "\"" + KNOWN + "\"", "[\"p\"]", "$request.header.x-token")
                                    + ",");
            start(second, settings -> settings.localIssuer(true));
            assertThatThrownBy(() -> demo.gateway().token().mint())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("authorizer must be chosen, got '': there are Members, Partners");
            assertThatThrownBy(() -> demo.gateway().token().authorizer("Nobody").mint())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("authorizer must trust the local issuer, got 'Nobody': choose of Members, Partners");
            String token = demo.gateway().token().authorizer("Partners").mint();
            assertThat(demo.get("/other", "x-token", token).statusCode()).isEqualTo(200);
            assertThat(get(token).statusCode()).isEqualTo(401);
        }
    }

    @Nested
    final class OverHttp {
        @Test
        void mints() throws Exception {
            HttpResponse<String> answer = mint("{\"sub\":\"alice\",\"scope\":\"members:read\",\"expiresIn\":60,"
                    + "\"authorizer\":\"Members\",\"claims\":{\"groups\":[\"a\"],\"rate\":1.50}}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("x-local-gateway")).contains("development only");
            assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
            Map<String, Object> body = JSONObjectUtils.parse(answer.body());
            assertThat(body).containsEntry("token_type", "Bearer").containsEntry("expires_in", 60L);
            String token = (String) body.get("access_token");
            HttpResponse<String> echo = demo.send("POST", "/echo", "", "authorization", "Bearer " + token);
            assertThat(echo.body())
                    .contains("\"sub\":\"alice\"", "\"groups\":\"[a]\"", "\"rate\":\"1.50\"")
                    .contains("\"scopes\":[\"members:read\"]");
        }

        @ParameterizedTest
        @ValueSource(strings = {"exp", "nbf", "iat"})
        void tokenWithATimeBeyondAnyNumberWasNotAnswered(String claim) throws Exception {
            HttpResponse<String> minted = mint("{\"claims\":{\"" + claim + "\":1e99999999999}}");
            Object token = JSONObjectUtils.parse(minted.body()).get("access_token");
            HttpResponse<String> answer = get(String.valueOf(token));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("www-authenticate"))
                    .contains("Bearer scope=\"\" error=\"invalid_token\""
                            + " error_description=\"the token does not have a valid " + claim + "\"");
        }

        @Test
        void mintsTheUsualTokenForAnEmptyBody() throws Exception {
            assertThat(demo.send("POST", TOKEN, "").statusCode()).isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        {                           | body must be a JSON object, got '1 bytes': write {\\"sub\\":\\"alice\\"}
                        []                          | body must be a JSON object, got '2 bytes': write {\\"sub\\":\\"alice\\"}
                        {"sub":"a","sub":"b"}       | body must be a JSON object, got '21 bytes': write {\\"sub\\":\\"alice\\"}
                        {"sub":1}                   | sub must be a text, got '1': mend the body
                        {"scope":["a"]}             | scope must be a text, got '[a]': mend the body
                        {"expiresIn":"60"}          | expiresIn must be a whole number of seconds, got '60': mend the body
                        {"expiresIn":1.5}           | expiresIn must be a whole number of seconds, got '1.5': mend the body
                        {"expiresIn":1e3}           | expiresIn must be a whole number of seconds, got '1e3': mend the body
                        {"expiresIn":99999999}      | expiresIn must be at most 31622400 seconds, got '99999999': choose less
                        {"claims":[]}               | claims must be an object, got '[]': mend the body
                        {"authorizer":null}         | authorizer must be a text, got 'null': mend the body
                        {"authorizer":"X"}          | authorizer must trust the local issuer, got 'X': choose of Members
                        {"scopes":"a"}              | body must have no field but authorizer, sub, scope, claims and expiresIn, got 'scopes': write it in claims
                        """)
        void saysWhatIsWrongWithABody(String body, String message) throws Exception {
            HttpResponse<String> answer = mint(body);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
        }

        @Test
        void takesNothingButAPostOfJson() throws Exception {
            HttpResponse<String> form = demo.send("POST", TOKEN, "sub=a", "content-type", "text/plain");
            assertThat(form.statusCode()).isEqualTo(415);
            assertThat(form.body())
                    .isEqualTo("{\"message\":\"content-type must be application/json, got 'text/plain': send JSON\"}");
            HttpResponse<String> get = demo.get(TOKEN);
            assertThat(get.statusCode()).isEqualTo(405);
            assertThat(get.headers().firstValue("allow")).contains("POST");
            assertThat(get.body())
                    .isEqualTo("{\"message\":\"/.well-known/local-gateway/token must be asked with POST, got 'GET':"
                            + " change the method\"}");
            assertThat(demo.send("POST", JWKS, "").statusCode()).isEqualTo(405);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Origin: https://evil.example",
                    "Origin: https://app.example.com",
                    "Origin: http://localhost:3000",
                    "Origin: null",
                    "Sec-Fetch-Site: cross-site",
                    "Sec-Fetch-Site: same-site"
                })
        void isNotForPagesOfOtherSitesThatCorsAllowsOrNot(String header) throws IOException {
            String answer = demo.raw("POST " + TOKEN + " HTTP/1.1\nHost: localhost\nConnection: close\n"
                    + "Content-Type: application/json\nContent-Length: 2\n" + header + "\n\n{}");
            assertThat(answer).startsWith("HTTP/1.1 403 Forbidden\r\n").endsWith("{\"message\":\"Forbidden\"}");
        }

        @Test
        void isNotForOtherHosts() throws IOException {
            String answer = demo.raw(
                    "POST " + TOKEN + " HTTP/1.1\nHost: evil.example\nConnection: close\nContent-Length: 0\n\n");
            assertThat(answer).startsWith("HTTP/1.1 403 Forbidden\r\n");
        }

        @Test
        void publishesADiscoveryDocument() throws Exception {
            HttpResponse<String> answer = demo.get(DISCOVERY);
            String base = "http://127.0.0.1:" + demo.gateway().port();
            assertThat(answer.headers().firstValue("content-type")).contains("application/json");
            assertThat(answer.headers().firstValue("x-local-gateway")).contains("development only");
            assertThat(answer.body())
                    .isEqualTo(
                            "{\"issuer\":\"" + KNOWN + "\",\"jwks_uri\":\"" + base + JWKS + "\",\"token_endpoint\":\""
                                    + base + TOKEN + "\",\"response_types_supported\":[\"token\"],"
                                    + "\"subject_types_supported\":[\"public\"],"
                                    + "\"id_token_signing_alg_values_supported\":[\"RS256\"]}");
        }

        @Test
        void aRouteOfTheTemplateComesFirst() throws Exception {
            start(
                    template -> JwtStack.of(KNOWN)
                            .apply(template)
                            .replace("\"RouteKey\": \"GET /other\"", "\"RouteKey\": \"ANY /.well-known/{proxy+}\""),
                    settings -> settings.localIssuer(true));
            assertThat(demo.get(JWKS).body()).contains("\"routeKey\":\"ANY /.well-known/{proxy+}\"");
            assertThat(demo.gateway().warnings())
                    .containsExactly("route ANY /.well-known/{proxy+} must leave POST"
                            + " /.well-known/local-gateway/token to this gateway for tokens over HTTP,"
                            + " got 'a match': mint them in Java");
        }
    }

    @Test
    void anotherGatewaysTokenIsWorthNothing() throws Exception {
        String token = demo.gateway().token().mint();
        start(JwtStack.of(KNOWN), settings -> settings.localIssuer(true));
        assertThat(get(token).statusCode()).isEqualTo(401);
    }

    private void start(UnaryOperator<String> edit) throws IOException {
        start(edit, settings -> {});
    }

    private void start(UnaryOperator<String> edit, Consumer<LocalGateway.Builder> settings) throws IOException {
        demo.close();
        demo = started(edit, settings);
    }

    private Demo started(UnaryOperator<String> edit, Consumer<LocalGateway.Builder> settings) throws IOException {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC);
        return Demo.start(directory, edit, settings.andThen(builder -> builder.clock(clock)));
    }

    private HttpResponse<String> get(String token) throws IOException, InterruptedException {
        return demo.get("/echo", "authorization", "Bearer " + token);
    }

    private HttpResponse<String> mint(String body) throws IOException, InterruptedException {
        return demo.send("POST", TOKEN, body, "content-type", "application/json; charset=utf-8");
    }

    private void refused(Consumer<TokenRequest> change, String description) throws IOException, InterruptedException {
        TokenRequest request = demo.gateway().token();
        change.accept(request);
        HttpResponse<String> answer = get(request.mint());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("www-authenticate"))
                .contains("Bearer scope=\"\" error=\"invalid_token\" error_description=\"" + description + "\"");
    }

    private static Map<String, Object> claims(String token) throws ParseException {
        return JWSObject.parse(token).getPayload().toJSONObject();
    }
}
