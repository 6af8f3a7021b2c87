package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpProxyTest {
    private static final String UNAVAILABLE = "{\"message\":\"Service Unavailable\"}";

    @TempDir
    private Path directory;

    private Backend backend;

    @BeforeEach
    void start() throws IOException {
        backend = new Backend();
    }

    @AfterEach
    void stop() throws IOException {
        backend.close();
    }

    @Nested
    final class Requests {
        @Test
        void reachTheBackendWithTheGatewaysHeaders() throws Exception {
            try (Demo demo = proxy("/pets", "")) {
                demo.raw("""
                        POST /pets?a=1&b=%7B{x}|Ã© HTTP/1.1
                        Host: localhost:1
                        Content-Type: text/plain
                        X-Name: é
                        X-Twice: 1
                        X-Twice: 2
                        X-Hop: gone
                        Connection: close, X-Hop
                        Keep-Alive: 5
                        TE: trailers
                        Upgrade: h2c
                        Proxy-Authorization: Basic x
                        Content-Length: 3

                        a\0b""");
            }
            assertThat(backend.requests()).containsExactly("""
                    POST /pets?a=1&b=%%7B{x}|%%C3%%A9 HTTP/1.1
                    host: 127.0.0.1:%d
                    content-type: text/plain
                    x-name: é
                    x-twice: 1
                    x-twice: 2
                    forwarded: by=127.0.0.1;for=127.0.0.1;host="localhost:1";proto=http
                    via: HTTP/1.1 AmazonAPIGateway
                    content-length: 3
                    connection: close

                    a\0b""".formatted(backend.port()));
        }

        @Test
        void forwardedHeaderTakesTheClientsIn() throws Exception {
            try (Demo demo = proxy("/pets", "")) {
                demo.raw("""
                        GET /pets HTTP/1.1
                        Host: localhost
                        Forwarded: for=10.0.0.1
                        X-Forwarded-For: 10.0.0.2, ::1
                        X-Forwarded-Proto: https
                        Connection: close

                        """);
            }
            assertThat(backend.request())
                    .contains("\nforwarded: for=10.0.0.1, for=10.0.0.2, for=\"::1\","
                            + " by=127.0.0.1;for=127.0.0.1;host=localhost;proto=http\n")
                    .doesNotContain("x-forwarded");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                /pets/{id}     | /v1/{id}/toys  | /pets/a%20b        | /v1/a%20b/toys
                /pets/{id}     | /v1/{id}       | /pets/a%2Fb%3F     | /v1/a%2Fb%3F
                /p/{proxy+}    | /v1/{proxy}    | /p/a/b%2Fc         | /v1/a/b%2Fc
                /p/{proxy+}    | /v1/{proxy+}   | /p/x%0d%0aA:%20b   | /v1/x%0D%0AA:%20b
                /{a}/{proxy+}  | /{proxy}/{a}   | /é1/2/3            |
                /{a}/{proxy+}  | /{proxy}/{a}   | /1/2/3             | /2/3/1
                /{a}/{proxy+}  | /v1/{a}        | /..%2Fx/../x       | /v1/..%2Fx
                /p/{proxy+}    | /v1?key=1      | /p/a?b=2           | /v1?key=1&b=2
                """)
        void variablesFillTheUrl(String route, String url, String target, String sent) throws Exception {
            try (Demo demo = start(Resource.proxy("Proxy", "GET " + route, backend.url() + url, ""))) {
                demo.raw("GET " + target + " HTTP/1.1\nHost: localhost\nConnection: close\n\n");
            }
            if (sent == null) {
                assertThat(backend.requests()).isEmpty();
            } else {
                assertThat(backend.request()).startsWith("GET " + sent + " HTTP/1.1\n");
            }
        }

        @Test
        void stageVariablesFillTheUrl() throws Exception {
            String url = backend.url() + "/${stageVariables.color}";
            try (Demo demo = start(Resource.proxy("Proxy", "GET /pets", url, ""))) {
                demo.get("/pets");
            }
            assertThat(backend.request()).startsWith("GET /blue HTTP/1.1\n");
        }

        @Test
        void methodOfTheIntegrationTakesThePlaceOfTheRequests() throws Exception {
            UnaryOperator<String> get = Resource.proxy("Proxy", "ANY /pets", backend.url(), "")
                            .andThen(template -> template.replace(
                                    "\"IntegrationMethod\": \"ANY\"", "\"IntegrationMethod\": \"PUT\""))::apply;
            try (Demo demo = start(get)) {
                demo.send("PATCH", "/pets", "x");
                demo.get("/pets");
            }
            assertThat(backend.requests().get(0)).startsWith("PUT / HTTP/1.1\n").endsWith("\nx");
            assertThat(backend.requests().get(1)).startsWith("PUT / HTTP/1.1\n").contains("\ncontent-length: 0\n");
        }
    }

    @Nested
    final class Answers {
        @Test
        void reachTheClientWithoutWhatConcernsTheConnection() throws Exception {
            backend.answers("""
                    HTTP/1.1 418 Short And Stout
                    X-Tea: é
                    Set-Cookie: a=1
                    Set-Cookie: b=2
                    Connection: X-Hop
                    X-Hop: gone
                    Keep-Alive: 5
                    Date: Thu, 01 Jan 1970 00:00:00 GMT
                    Apigw-Requestid: forged
                    Access-Control-Allow-Origin: *
                    Content-Encoding: gzip
                    Transfer-Encoding: chunked

                    """, "3\r\n\0\u00fftea\r\n".replace("tea", "t") + "0\r\n\r\n");
            try (Demo demo = proxy("/pets", "")) {
                String answer = demo.raw("GET /pets HTTP/1.1\nHost: localhost\nConnection: close\n\n");
                assertThat(answer.replace("\r\n", "\n")).matches("""
                                HTTP/1.1 418 .+
                                x-tea: é
                                set-cookie: a=1
                                set-cookie: b=2
                                content-encoding: gzip
                                apigw-requestid: [A-Za-z0-9_-]{15}=
                                date: .+
                                content-length: 3
                                connection: close

                                \0\u00fft""").doesNotContain("1970");
                assertThat(demo.accessLog())
                        .singleElement()
                        .satisfies(line -> assertThat(line)
                                .contains("\"status\":\"418\"", "\"functionStatus\":\"418\"")
                                .contains("\"integrationError\":\"-\""));
            }
        }

        @Test
        void redirectsAreForTheClientToFollow() throws Exception {
            backend.answers("HTTP/1.1 302 Found\nLocation: /elsewhere\nContent-Length: 0\n\n", "");
            try (Demo demo = proxy("/pets", "")) {
                HttpResponse<String> response = demo.get("/pets");
                assertThat(response.statusCode()).isEqualTo(302);
                assertThat(response.headers().firstValue("location")).contains("/elsewhere");
            }
            assertThat(backend.requests()).hasSize(1);
        }

        @Test
        void interimAnswersArePassedOver() throws Exception {
            backend.answers("HTTP/1.1 103 Early Hints\nLink: x\n\nHTTP/1.1 200 OK\nContent-Length: 2\n\n", "ok");
            try (Demo demo = proxy("/pets", "")) {
                HttpResponse<String> response = demo.get("/pets");
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.body()).isEqualTo("ok");
                assertThat(response.headers().firstValue("link")).isEmpty();
            }
        }

        @Test
        void answerToHeadKeepsItsLength() throws Exception {
            backend.answers("HTTP/1.1 200 OK\nContent-Length: 1234\n\n", "");
            try (Demo demo = proxy("/pets", "")) {
                assertThat(demo.raw("HEAD /pets HTTP/1.1\nHost: localhost\nConnection: close\n\n"))
                        .contains("content-length: 1234")
                        .endsWith("\r\n\r\n");
            }
        }

        @Test
        void answerOf10MegabytesPassesAndOneByteMoreDoesNot() throws Exception {
            int limit = 10 * 1024 * 1024;
            try (Demo demo = proxy("/pets", "")) {
                backend.answers("HTTP/1.1 200 OK\n\n", "x".repeat(limit));
                assertThat(demo.get("/pets").body()).hasSize(limit);
                backend.answers("HTTP/1.1 200 OK\n\n", "x".repeat(limit + 1));
                assertThat(demo.get("/pets").statusCode()).isEqualTo(500);
                assertThat(demo.accessLog().get(1)).contains("The backend's answer is longer than 10485760 bytes");
            }
        }
    }

    @Nested
    final class Failures {
        @Test
        void backendThatIsDownIs503() throws Exception {
            backend.close();
            try (Demo demo = proxy("/pets", "")) {
                HttpResponse<String> response = demo.get("/pets");
                assertThat(response.statusCode()).isEqualTo(503);
                assertThat(response.body()).isEqualTo(UNAVAILABLE);
                assertThat(demo.accessLog().get(0)).contains("Connection refused");
            }
        }

        @Test
        void hostWithoutAnAddressIs503() throws Exception {
            try (Demo demo = start(Resource.proxy("Proxy", "ANY /pets", "http://no-such-host.invalid", ""))) {
                assertThat(demo.get("/pets").statusCode()).isEqualTo(503);
                assertThat(demo.accessLog().get(0)).contains("no-such-host.invalid");
            }
        }

        @Test
        void backendThatTakesTooLongIs503() throws Exception {
            backend.answers("", "");
            try (Demo demo = proxy("/pets", "\"TimeoutInMillis\": 50")) {
                HttpResponse<String> response = demo.get("/pets");
                assertThat(response.statusCode()).isEqualTo(503);
                assertThat(response.body()).isEqualTo(UNAVAILABLE);
                assertThat(demo.accessLog().get(0)).contains("The integration did not answer within its timeout");
            }
        }

        @ParameterizedTest
        @CsvSource({
            "220 ready, is not HTTP",
            "HTTP/1.1 200 OK|Content-Length: 9||short, closed the connection",
            "HTTP/1.1 200 OK|Bad(Header: 1||, is not HTTP",
            "HTTP/1.1 200 OK|Transfer-Encoding: chunked||zz, is not HTTP"
        })
        void backendThatDoesNotSpeakHttpIs503(String answer, String problem) throws Exception {
            backend.answers(answer.replace('|', '\n') + "\n", "");
            try (Demo demo = proxy("/pets", "")) {
                assertThat(demo.get("/pets").statusCode()).isEqualTo(503);
                assertThat(demo.accessLog().get(0)).contains(problem);
            }
        }

        @Test
        void gatewayThatStopsAnswersWhoeverWaits() throws Exception {
            backend.answers("", "");
            Demo demo = proxy("/pets", "");
            try (Socket socket = RawClient.open(demo.gateway().port())) {
                socket.getOutputStream()
                        .write("GET /pets HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
                while (backend.requests().isEmpty()) {
                    Thread.sleep(1);
                }
                long start = System.nanoTime();
                demo.close();
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                        .startsWith("HTTP/1.1 500 Internal Server Error\r\n");
            }
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("local-gateway-"));
        }
    }

    @Nested
    final class OverTls {
        /** The JDK's client trusts what this property names; the gateway reads it when it first needs it. */
        private static final String TRUST_STORE = "javax.net.ssl.trustStore";

        private Backend secure;

        @BeforeEach
        void start() throws Exception {
            Path keys = directory.resolve("keys.p12");
            secure = new Backend(TlsServer.listen(keys, "backend.test"));
            System.setProperty(TRUST_STORE, keys.toString());
            System.setProperty(TRUST_STORE + "Password", TlsServer.PASSWORD);
        }

        @AfterEach
        void stop() throws IOException {
            System.clearProperty(TRUST_STORE);
            System.clearProperty(TRUST_STORE + "Password");
            secure.close();
        }

        @Test
        void certificateHasToBeForTheHostOfTheUrl() throws Exception {
            assertThat(status("")).isEqualTo(503);
            assertThat(secure.requests()).isEmpty();
        }

        @Test
        void certificateMayBeForTheServersNameInTheTemplate() throws Exception {
            assertThat(status("\"TlsConfig\": {\"ServerNameToVerify\": \"backend.test\"}"))
                    .isEqualTo(200);
            assertThat(secure.request()).startsWith("GET /pets HTTP/1.1\nhost: localhost:" + secure.port() + "\n");
            assertThat(status("\"TlsConfig\": {\"ServerNameToVerify\": \"other.test\"}"))
                    .isEqualTo(503);
        }

        @Test
        void certificateThatNobodyTrustsIs503() throws Exception {
            System.clearProperty(TRUST_STORE);
            assertThat(status("\"TlsConfig\": {\"ServerNameToVerify\": \"backend.test\"}"))
                    .isEqualTo(503);
            assertThat(secure.requests()).isEmpty();
        }

        private int status(String further) throws Exception {
            String url = "https://localhost:" + secure.port() + "/pets";
            try (Demo demo = HttpProxyTest.this.start(Resource.proxy("Proxy", "GET /pets", url, further))) {
                return demo.get("/pets").statusCode();
            }
        }
    }

    @Test
    void routeTableTellsWhereItGoes() throws IOException {
        try (Demo demo = proxy("/pets", "")) {
            assertThat(demo.gateway().routes())
                    .contains(new ServedRoute(
                            "$default",
                            "ANY /pets",
                            "public: no reason given",
                            new ServedRoute.Bucket(10_000, 5000, false),
                            "HTTP proxy",
                            "ANY " + backend.url() + "/pets"));
            assertThat(demo.gateway().warnings()).isEmpty();
        }
    }

    @Nested
    final class Refuses {
        @Test
        void vpcLinks() {
            fails(
                    backend.url(),
                    "\"ConnectionType\": \"VPC_LINK\"",
                    "route ANY /pets must have an integration with the connection type INTERNET, got 'VPC_LINK':"
                            + " stub Proxy, which then answers 501: this gateway supports no others");
        }

        @Test
        void integrationWithoutAMethod() {
            UnaryOperator<String> edit = Resource.proxy("Proxy", "ANY /pets", backend.url(), "")
                    .andThen(template -> template.replace("\"IntegrationMethod\": \"ANY\",", ""))::apply;
            assertThatThrownBy(() -> start(edit).close())
                    .hasMessage("integration Proxy must have an IntegrationMethod, got 'none': write ANY");
        }

        @ParameterizedTest
        @CsvSource({
            "ftp://example.com",
            "https://example.com/#top",
            "https://{id}.example.com",
            "https://example.com:0",
            "/pets"
        })
        void whatIsNoUrl(String url) {
            fails(
                    url,
                    "",
                    "integration Proxy must call an http or https URL, variables in its path only, got '" + url
                            + "': write one such as https://api.example.com/pets/{id}");
        }

        @Test
        void variablesThatTheRouteLacks() {
            fails(
                    "http://example.com/{id}",
                    "",
                    "integration Proxy must name variables of its route's path, got 'http://example.com/{id}':"
                            + " the route has no {id}");
        }

        @Test
        void stageVariablesThatTheStageLacks() {
            fails(
                    "http://${stageVariables.host}/",
                    "",
                    "integration Proxy must name variables that each stage has, got 'http://${stageVariables.host}/':"
                            + " add stage variable host");
        }

        private void fails(String url, String further, String message) {
            assertThatThrownBy(() -> start(Resource.proxy("Proxy", "ANY /pets", url, further))
                            .close())
                    .isInstanceOf(LocalGatewayException.class)
                    .hasMessage(message);
        }
    }

    private Demo proxy(String path, String further) throws IOException {
        return start(Resource.proxy("Proxy", "ANY " + path, backend.url() + path, further));
    }

    private Demo start(UnaryOperator<String> edit) throws IOException {
        return Demo.start(directory, edit, settings -> {});
    }
}
