package io.github.securehttpapi.local.internal.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.github.securehttpapi.local.fixture.IssuerServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An issuer that does not behave. */
@Timeout(20)
final class IssuerKeysTest {
    private static final String NO_DISCOVERY = "OIDC discovery endpoint communication error";
    private static final String NO_KEYS = "JWKS communication error";

    private static RSAKey key;

    private final List<String> log = new ArrayList<>();
    private final IssuerDocuments documents = new IssuerDocuments();
    private IssuerServer issuer;

    @BeforeAll
    static void make() throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k1").generate();
    }

    @BeforeEach
    void start() throws IOException {
        issuer = new IssuerServer(key.toPublicJWK());
    }

    @AfterEach
    void stop() {
        documents.close();
        issuer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/"})
    void keysAreWhereTheDiscoveryDocumentSays(String slash) throws Exception {
        assertThat(read(issuer.url() + slash).get("k1")).isEqualTo(key.toPublicJWK());
        assertThat(issuer.requests()).containsExactly("/.well-known/openid-configuration", "/keys");
        assertThat(log).isEmpty();
    }

    @Nested
    final class OfTheDiscoveryDocument {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "null",
                    "{}",
                    "{\"jwks_uri\":7}",
                    "{\"jwks_uri\":\"\"}",
                    "{\"jwks_uri\":\"/keys\"}",
                    "{\"jwks_uri\":\"file:///etc/passwd\"}",
                    "{\"jwks_uri\":\"jar:file:///x!/y\"}",
                    "{\"jwks_uri\":\"http://issuer.example.com/keys\"}",
                    "{\"jwks_uri\":\"http://127.0.0.1.example.com/keys\"}",
                    "{\"jwks_uri\":\"https://\"}",
                    "{\"jwks_uri\":\"h ttp\"}",
                    "<html>"
                })
        void garbage(String body) {
            issuer.discovery(IssuerServer.json(body));
            fails(NO_DISCOVERY, "/.well-known/openid-configuration: no jwks_uri that is an https URL");
        }

        @Test
        void aStatusThatIsNot200() {
            issuer.discovery(IssuerServer.status(503, "{}"));
            fails(NO_DISCOVERY, "/.well-known/openid-configuration: java.io.IOException: status 503");
        }
    }

    @Nested
    final class OfTheKeys {
        @ParameterizedTest
        @ValueSource(strings = {"", "[]", "{}", "{\"keys\":7}", "{\"keys\":[7]}", "<html>"})
        void garbage(String body) {
            issuer.jwks(IssuerServer.json(body));
            fails(NO_KEYS, "/keys: no JWKS");
        }

        @Test
        void keysThatAreNotForSignaturesArePassedOver() throws Exception {
            ECKey curve = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
            RSAKey encryption = new RSAKeyGenerator(2048)
                    .keyID("enc")
                    .keyUse(KeyUse.ENCRYPTION)
                    .generate();
            RSAKey nameless = new RSAKey.Builder(key.toRSAPublicKey()).build();
            issuer.jwks(IssuerServer.json("{\"keys\":[" + curve.toPublicJWK() + "," + encryption.toPublicJWK() + ","
                    + nameless + "," + weak() + ",{\"kty\":\"oct\",\"kid\":\"oct\",\"k\":\"AAAA\"},"
                    + "{\"kty\":\"new\",\"kid\":\"new\"}," + key.toPublicJWK() + "]}"));
            KeySet keys = read(issuer.url());
            for (String id : List.of("ec", "enc", "weak", "oct", "new")) {
                assertThat(keys.get(id)).as(id).isNull();
            }
            assertThat(keys.get("k1")).isNotNull();
        }

        @Test
        void aPrivateKeyIsNotKept() throws Exception {
            issuer.publish(key);
            assertThat(Objects.requireNonNull(read(issuer.url()).get("k1")).isPrivate())
                    .isFalse();
        }
    }

    @Nested
    final class OfTheConnection {
        @ParameterizedTest
        @ValueSource(ints = {301, 302, 307, 308})
        void redirectsAreNotFollowed(int status) {
            issuer.jwks(exchange -> {
                exchange.getResponseHeaders().set("location", issuer.url() + "/elsewhere");
                exchange.sendResponseHeaders(status, -1);
            });
            fails(NO_KEYS, "/keys: java.io.IOException: status " + status);
            assertThat(issuer.requests()).hasSize(2);
        }

        @Test
        void aServerThatDoesNotAnswer() {
            issuer.jwks(exchange -> pause(Duration.ofSeconds(10)));
            assertThat(elapsed(() -> fails(NO_KEYS, "/keys: java.net.SocketTimeoutException: Read timed out")))
                    .isLessThan(Duration.ofSeconds(4));
        }

        @Test
        void aServerThatAnswersByteByByte() {
            issuer.jwks(exchange -> {
                exchange.sendResponseHeaders(200, 0);
                for (int octet = 0; octet < 100; octet++) {
                    exchange.getResponseBody().write(' ');
                    exchange.getResponseBody().flush();
                    pause(Duration.ofMillis(100));
                }
            });
            assertThat(elapsed(() -> fails(NO_KEYS, "/keys: java.io.IOException: more than 1500 ms")))
                    .isLessThan(Duration.ofSeconds(4));
        }

        @Test
        void aServerThatAnswersWithoutEnd() {
            byte[] much = " ".repeat(8192).getBytes(StandardCharsets.UTF_8);
            issuer.jwks(exchange -> {
                exchange.sendResponseHeaders(200, 0);
                for (int block = 0; block < 1000; block++) {
                    exchange.getResponseBody().write(much);
                }
            });
            fails(NO_KEYS, "/keys: java.io.IOException: more than 150000 bytes");
        }

        @Test
        void closingEndsWhatIsUnderWay() throws Exception {
            issuer.jwks(exchange -> pause(Duration.ofSeconds(10)));
            Thread reader = new Thread(() -> fails(NO_KEYS, "/keys: "));
            reader.start();
            while (issuer.requests().size() < 2) {
                Thread.sleep(5);
            }
            documents.close();
            reader.join(1000);
            assertThat(reader.isAlive()).isFalse();
            fails(NO_DISCOVERY, "/.well-known/openid-configuration: java.io.IOException: closed");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://issuer.example.com/,true",
        "https://issuer.example.com:8443/a,true",
        "HTTPS://issuer.example.com,true",
        "http://localhost:8080,true",
        "http://127.0.0.1,true",
        "http://[::1]:1,true",
        "http://issuer.example.com,false",
        "http://127.0.0.2,false",
        "http://localhost.example.com,false",
        "http://localhost@issuer.example.com,false",
        "ftp://localhost,false",
        "https:issuer,false",
        "issuer,false"
    })
    void onlyTlsAndThisMachineAreTrusted(String address, boolean trusted) {
        assertThat(IssuerDocuments.isTrustworthy(URI.create(address))).isEqualTo(trusted);
    }

    @Test
    void onlyAnIssuerOfThisMachineHasItsKeysHere() {
        URI far = URI.create("https://issuer.example.com");
        URI here = URI.create("http://localhost:1");
        assertThat(IssuerKeys.address(far, "http://localhost/keys")).isNull();
        assertThat(IssuerKeys.address(far, "https://keys.example.com/keys")).hasHost("keys.example.com");
        assertThat(IssuerKeys.address(here, "http://[::1]:2/keys")).hasPort(2);
    }

    private KeySet read(String name) throws RemoteKeys.Unavailable {
        return new IssuerKeys(URI.create(name), documents, log::add).read();
    }

    private void fails(String description, String got) {
        log.clear();
        assertThatThrownBy(() -> read(issuer.url()))
                .isInstanceOf(RemoteKeys.Unavailable.class)
                .hasMessage(description);
        assertThat(log)
                .singleElement()
                .asString()
                .startsWith("keys of issuer " + issuer.url() + " must be readable, got '" + issuer.url() + got);
    }

    private static Duration elapsed(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static RSAKey weak() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        return new RSAKey.Builder((RSAPublicKey) generator.generateKeyPair().getPublic())
                .keyID("weak")
                .build();
    }
}
