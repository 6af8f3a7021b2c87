package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import io.github.securehttpapi.local.fixture.IssuerServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that Nimbus makes, keys that a server publishes, and what the gateway answers. */
final class JwtAuthorizerTest {
    private static final long NOW = 1_800_000_000;

    private static RSAKey key;

    private static RSAKey stranger;

    @TempDir
    private Path directory;

    private IssuerServer issuer;
    private Demo demo;

    @BeforeAll
    static void keys() throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
        stranger = new RSAKeyGenerator(2048).keyID("k1").generate();
    }

    @BeforeEach
    void start() throws IOException {
        issuer = new IssuerServer(key.toPublicJWK());
        Clock clock = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
        demo = Demo.start(directory, JwtStack.of(issuer.url()), settings -> settings.clock(clock));
    }

    @AfterEach
    void stop() {
        demo.close();
        issuer.close();
    }

    @Nested
    final class Accepts {
        @ParameterizedTest
        @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  ", ""})
        void aTokenWithAndWithoutItsScheme(String scheme) throws Exception {
            assertThat(get(scheme + token("")).statusCode()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"RS256", "RS384", "RS512"})
        void everyAlgorithmOfRsa(String algorithm) throws Exception {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm))
                    .keyID("k1")
                    .build();
            assertThat(get(signed(header, claims(""), new RSASSASigner(key))).statusCode())
                    .isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "'aud':['x','members-api']",
                    "'aud':'other-api'",
                    "'aud':'members-api','client_id':'x'",
                    "'aud':<none>,'client_id':'members-api'",
                    "'exp':1800000000.001",
                    "'exp':1.9e9",
                    "'nbf':1800000000,'iat':1800000000",
                    "'iat':1799999999.5"
                })
        void claimsThatHold(String changes) throws Exception {
            assertThat(get(token(changes)).statusCode()).isEqualTo(200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "'scope':'members:read'",
                    "'scope':'email members:write'",
                    "'scope':['members:read']",
                    "'scp':['email','members:read']",
                    "'scp':'email members:read'"
                })
        void anyOfTheRoutesScopes(String changes) throws Exception {
            assertThat(post(token(changes)).statusCode()).isEqualTo(200);
        }

        @Test
        void aKeyThatTheTokenBringsAlongIsNotLookedAt() throws Exception {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID("k1")
                    .jwk(stranger.toPublicJWK())
                    .jwkURL(URI.create(issuer.url() + "/stranger"))
                    .build();
            assertThat(get(signed(header, claims(""), new RSASSASigner(key))).statusCode())
                    .isEqualTo(200);
            refused(get(signed(header, claims(""), new RSASSASigner(stranger))), "signature is invalid");
            assertThat(issuer.requests()).containsExactly("/.well-known/openid-configuration", "/keys");
        }
    }

    @Nested
    final class Refuses {
        @Test
        void aRequestWithoutAToken() throws Exception {
            for (String authorization : new String[] {"", "Bearer", "Bearer ", "bearer "}) {
                HttpResponse<String> answer = get(authorization);
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
                assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer");
                assertThat(answer.headers().firstValue("content-type")).contains("application/json");
                assertThat(answer.headers().firstValue("apigw-requestid")).isPresent();
            }
            assertThat(demo.accessLog())
                    .hasSize(4)
                    .allSatisfy(line -> assertThat(line)
                            .contains("\"integrationError\":\"missing: token not provided\"")
                            .contains("\"error\":\"Unauthorized\"", "\"sub\":\"-\""));
            assertThat(issuer.requests()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        not-a-token      | token contains an invalid number of segments
                        a.b              | token contains an invalid number of segments
                        a.b.c.d.e        | token contains an invalid number of segments
                        ..               | the token is malformed
                        a.b.c            | the token is malformed
                        e30.e30.c2ln     | signing method (alg) is unavailable.
                        """)
        void whatIsNoToken(String token, String description) throws Exception {
            refused(get(token), description);
            assertThat(issuer.requests()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                        'iss':'https://evil.example'                | issuer does not match
                        'iss':['http://127.0.0.1']                  | issuer does not match
                        'iss':<none>                                | issuer does not match
                        'aud':'members-api2'                        | the token does not have a valid audience
                        'aud':['members-api',7]                     | the token does not have a valid audience
                        'aud':[],'client_id':'members-api'          | the token does not have a valid audience
                        'aud':null,'client_id':'members-api'        | the token does not have a valid audience
                        'aud':<none>                                | the token does not have a valid audience
                        'aud':<none>,'client_id':['members-api']    | the token does not have a valid audience
                        'aud':<none>,'client_id':'x'                | the token does not have a valid audience
                        'exp':1800000000                            | the token has expired
                        'exp':1799999999.999                        | the token has expired
                        'exp':-1                                    | the token has expired
                        'exp':'1900000000'                          | the token does not have a valid exp
                        'exp':null                                  | the token does not have a valid exp
                        'exp':<none>                                | the token does not have a valid exp
                        'nbf':1800000000.001                        | the token is not valid yet
                        'nbf':'0'                                   | the token does not have a valid nbf
                        'nbf':null                                  | the token does not have a valid nbf
                        'iat':1800000001                            | the token was issued in the future
                        'iat':1e99999                               | the token was issued in the future
                        'iat':true                                  | the token does not have a valid iat
                        """)
        void claimsThatDoNotHold(String changes, String description) throws Exception {
            refused(get(token(changes)), description);
        }

        @Test
        void aTokenThatHasChanged() throws Exception {
            String[] parts = token("").split("\\.", -1);
            refused(
                    get(parts[0] + "." + Base64URL.encode(claims("'sub':'mallory'")) + "." + parts[2]),
                    "signature is invalid");
            refused(get(parts[0] + "." + parts[1] + "." + Base64URL.encode("signature")), "signature is invalid");
            refused(get(parts[0] + "." + parts[1] + "." + parts[2] + "!"), "the token is malformed");
            refused(get(parts[0] + "." + parts[1] + "." + parts[2] + "="), "the token is malformed");
            refused(get(parts[0] + "." + parts[1] + "."), "the token is malformed");
        }

        @Test
        void aTokenOfAnotherKey() throws Exception {
            JWSHeader same =
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build();
            JWSHeader unknown =
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k2").build();
            JWSHeader none = new JWSHeader(JWSAlgorithm.RS256);
            refused(get(signed(same, claims(""), new RSASSASigner(stranger))), "signature is invalid");
            refused(get(signed(unknown, claims(""), new RSASSASigner(key))), "the token's kid is none of the issuer's");
            refused(get(signed(none, claims(""), new RSASSASigner(key))), "the token does not have a kid");
        }

        @Test
        void everyOtherAlgorithm() throws Exception {
            JWSHeader hmac =
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build();
            byte[] publicKey = key.toPublicKey().getEncoded();
            refused(get(signed(hmac, claims(""), new MACSigner(publicKey))), "signing method HS256 is invalid");
            JWSHeader curve =
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1").build();
            ECDSASigner signer = new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate());
            refused(get(signed(curve, claims(""), signer)), "signing method ES256 is invalid");
            JWSHeader pss =
                    new JWSHeader.Builder(JWSAlgorithm.PS256).keyID("k1").build();
            refused(get(signed(pss, claims(""), new RSASSASigner(key))), "signing method PS256 is invalid");
            String unsigned = new PlainObject(new PlainHeader(), new Payload(claims(""))).serialize();
            refused(get(unsigned), "signing method none is invalid");
            String made = Base64URL.encode("{\"alg\":\"x\\\" y\",\"kid\":\"k1\"}") + ".e30.c2ln";
            refused(get(made), "signing method (alg) is unavailable.");
            assertThat(issuer.requests()).isEmpty();
        }

        @Test
        void headerParametersThatAreCritical() throws Exception {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID("k1")
                    .base64URLEncodePayload(true)
                    .criticalParams(Set.of("b64"))
                    .build();
            refused(
                    get(signed(header, claims(""), new RSASSASigner(key))),
                    "the token has critical header parameters that are not understood");
        }

        @Test
        void whatTwoParsersReadDifferently() throws Exception {
            assertThat(get(signed(claims("") + " ")).statusCode()).isEqualTo(200);
            refused(get(signed("{\"aud\":\"a\"," + claims("").substring(1))), "the token is malformed");
            refused(get(signed(claims("") + "{}")), "the token is malformed");
            refused(get(signed("[]")), "the token is malformed");
            refused(get(signed("")), "the token is malformed");
            String twice = Base64URL.encode("{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"k1\"}") + ".e30.c2ln";
            refused(get(twice), "the token is malformed");
        }

        @Test
        void aTokenThatIsTooLongForARequest() throws Exception {
            HttpResponse<String> answer = get(token("'x':'" + "a".repeat(16_384) + "'"));
            assertThat(answer.statusCode()).isEqualTo(431);
        }
    }

    @Nested
    final class Forbids {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "'scope':'email'",
                    "'scope':'members:read2'",
                    "'scope':'MEMBERS:READ'",
                    "'scope':''",
                    "'scope':7",
                    "'scope':['members:read',7]",
                    "'scope':'email','scp':'members:read'"
                })
        void aTokenWithoutTheRoutesScopes(String changes) throws Exception {
            HttpResponse<String> answer = post(token(changes));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Forbidden\"}");
            assertThat(answer.headers().firstValue("www-authenticate"))
                    .contains("Bearer scope=\"members:read members:write\" error=\"insufficient_scope\""
                            + " error_description=\"the token has none of the route's scopes\"");
            assertThat(demo.accessLog())
                    .singleElement()
                    .asString()
                    .contains("\"integrationError\":\"insufficient_scope: the token has none of the route's scopes\"");
        }
    }

    @Nested
    final class Tells {
        @Test
        void theFunctionOfTheClaimsAsTexts() throws Exception {
            HttpResponse<String> answer = get(token("""
                    'sub':'alice','groups':['admin','poweruser'],'verified':true,'level':7,'rate':1.50,'none':null,
                    'one':['a'],'empty':[],'mixed':['a',1,false,null,['b','c']],'nested':{'z':1,'a':{'b':'c'}},
                    'quote':'<q>'"""));
            assertThat(answer.body()).contains("\"authorizer\":{\"jwt\":{\"claims\":{" + """
                    "aud":"members-api","exp":"1900000000","iss":"%s","sub":"alice","groups":"[admin poweruser]",\
                    "verified":"true","level":"7","rate":"1.50","one":"[a]","empty":"[]",\
                    "mixed":"[a 1 false <nil> [b c]]","nested":"map[a:map[b:c] z:1]","quote":"\\""},\
                    "scopes":null}},""".formatted(issuer.url()));
        }

        @Test
        void theFunctionOfTheScopesThatItsRouteAsksFor() throws Exception {
            assertThat(post(token("'scope':'members:write email members:read members:read'"))
                            .body())
                    .contains("\"scopes\":[\"members:write\",\"members:read\"]}}");
        }

        @Test
        void theAccessLogOfTheClaims() throws Exception {
            get(token("'sub':'alice'"));
            assertThat(demo.accessLog())
                    .singleElement()
                    .asString()
                    .contains("\"sub\":\"alice\"", "\"integrationError\":\"-\"", "\"status\":\"200\"");
        }

        @Test
        void theRouteTableOfTheAuthorizer() {
            assertThat(demo.gateway().routes().stream().limit(3).map(ServedRoute::access))
                    .containsExactly(
                            "JWT Members", "JWT Members scopes members:read members:write", "public: no reason given");
            assertThat(demo.gateway().warnings()).isEmpty();
        }
    }

    @Test
    void publicRoutesNeedNoToken() throws Exception {
        assertThat(demo.get("/other").statusCode()).isEqualTo(200);
    }

    @Test
    void aQueryParameterMayHaveTheToken() throws Exception {
        demo.close();
        Clock clock = Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC);
        String audience = "[\"members-api\"]";
        demo = Demo.start(
                directory,
                JwtStack.with("\"" + issuer.url() + "\"", audience, "$request.querystring.token"),
                settings -> settings.clock(clock));
        assertThat(demo.get("/echo?token=" + token("")).statusCode()).isEqualTo(200);
        assertThat(demo.get("/echo?token=Bearer%20" + token("")).statusCode()).isEqualTo(200);
        assertThat(demo.get("/echo?token=x&token=" + token("")).statusCode()).isEqualTo(401);
        assertThat(get(token("")).headers().firstValue("www-authenticate")).contains("Bearer");
    }

    @Test
    void manyFirstRequestsFetchTheKeysOnce() throws Exception {
        Thread[] clients = new Thread[8];
        for (int index = 0; index < clients.length; index++) {
            clients[index] = new Thread(() -> {
                try {
                    get(token(""));
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });
            clients[index].start();
        }
        for (Thread client : clients) {
            client.join();
        }
        assertThat(issuer.requests()).containsExactly("/.well-known/openid-configuration", "/keys");
        assertThat(demo.accessLog())
                .hasSize(8)
                .allSatisfy(line -> assertThat(line).contains("\"status\":\"200\""));
    }

    @Test
    void anIssuerThatCannotBeAskedIs401AndALineInTheLog() throws Exception {
        issuer.close();
        refused(get(token("")), "OIDC discovery endpoint communication error");
        assertThat(demo.functionLog())
                .containsExactly("keys of issuer " + issuer.url() + " must be readable, got '" + issuer.url()
                        + "/.well-known/openid-configuration: java.net.ConnectException: Connection refused':"
                        + " requests with its tokens are answered 401, or start with the local issuer");
    }

    private HttpResponse<String> get(String authorization) throws IOException, InterruptedException {
        return authorization.isEmpty() ? demo.get("/echo") : demo.get("/echo", "authorization", authorization);
    }

    private HttpResponse<String> post(String token) throws IOException, InterruptedException {
        return demo.send("POST", "/echo", "", "authorization", "Bearer " + token);
    }

    private void refused(HttpResponse<String> answer, String description) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
        assertThat(answer.headers().firstValue("www-authenticate"))
                .contains("Bearer scope=\"\" error=\"invalid_token\" error_description=\"" + description + "\"");
        assertThat(demo.accessLog().get(demo.accessLog().size() - 1))
                .contains("\"integrationError\":\"invalid_token: " + description + "\"", "\"error\":\"Unauthorized\"");
    }

    private String token(String changes) throws JOSEException {
        return signed(claims(changes));
    }

    private String signed(String claims) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build();
        return signed(header, claims, new RSASSASigner(key));
    }

    private static String signed(JWSHeader header, String claims, JWSSigner signer) throws JOSEException {
        JWSObject token = new JWSObject(header, new Payload(claims));
        token.sign(signer);
        return token.serialize();
    }

    /** The usual claims with others over or beside them: in single quotes, and {@code <none>} to leave one out. */
    private String claims(String changes) {
        String other = changes.replace('\'', '"').replace("<q>", "\\\"");
        StringBuilder claims = new StringBuilder("{");
        Map.of("iss", "\"" + issuer.url() + "\"", "aud", "\"members-api\"", "exp", "1900000000").entrySet().stream()
                .filter(claim -> !other.contains("\"" + claim.getKey() + "\":"))
                .sorted(Map.Entry.comparingByKey())
                .forEach(claim -> claims.append('"')
                        .append(claim.getKey())
                        .append("\":")
                        .append(claim.getValue())
                        .append(','));
        claims.append(other.replaceAll("\"[a-z_]+\":<none>,?", ""));
        return claims.toString().replaceAll(",$", "") + "}";
    }
}
