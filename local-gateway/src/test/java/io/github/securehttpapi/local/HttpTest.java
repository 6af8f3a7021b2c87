package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpTest {
    private static final String FORBIDDEN = "{\"message\":\"Forbidden\"}";
    private static final String BAD_REQUEST = "{\"message\":\"Bad Request\"}";

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
    void unmatchedIsNotFound() throws Exception {
        HttpResponse<String> response = demo.get("/nowhere");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        String id = response.headers().firstValue("apigw-requestid").orElseThrow();
        assertThat(demo.accessLog())
                .containsExactly("{\"requestId\":\"" + id + "\",\"routeKey\":\"-\",\"httpMethod\":\"GET\","
                        + "\"path\":\"/nowhere\",\"stage\":\"$default\",\"status\":\"404\",\"responseLength\":\"23\","
                        + "\"protocol\":\"HTTP/1.1\",\"ip\":\"127.0.0.1\",\"agent\":\"Java-http-client/"
                        + System.getProperty("java.version") + "\",\"error\":\"Not Found\","
                        + "\"integrationError\":\"-\",\"functionStatus\":\"-\",\"sub\":\"-\"}");
    }

    @Test
    void wrongMethodIsNotFoundToo() throws Exception {
        assertThat(demo.send("DELETE", "/echo", "").statusCode()).isEqualTo(404);
    }

    @Test
    void accessLogHasTheEventsRequestId() throws Exception {
        HttpResponse<String> response = demo.get("/echo");
        String id = response.headers().firstValue("apigw-requestid").orElseThrow();
        assertThat(response.body()).contains("\"requestId\":\"" + id + "\"");
        assertThat(demo.accessLog())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("\"requestId\":\"" + id + "\"", "\"routeKey\":\"GET /echo\"", "\"status\":\"200\"")
                        .contains("\"functionStatus\":\"200\"", "\"error\":\"-\""));
    }

    @Test
    void headHasTheLengthAndNoBody() throws Exception {
        String answer = demo.raw("""
                HEAD /echo HTTP/1.1
                Host: localhost
                Connection: close

                """);
        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").endsWith("\r\n\r\n");
        assertThat(answer).containsPattern("content-length: [1-9]\\d\\d");
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        StringBuilder requests = new StringBuilder();
        for (int request = 0; request < 100; request++) {
            requests.append("GET /count?token=p%d HTTP/1.1\nHost: localhost\n".formatted(request))
                    .append(request == 99 ? "Connection: close\n\n" : "\n");
        }
        String answers = demo.raw(requests.toString());
        int from = 0;
        for (int request = 0; request < 100; request++) {
            int at = answers.indexOf("\r\n\r\np" + request + "|", from);
            assertThat(at).as("answer %d", request).isGreaterThan(from);
            from = at;
        }
    }

    @Test
    void clientThatExpectsToContinueIsToldTo() throws Exception {
        try (Socket socket = RawClient.open(demo.gateway().port())) {
            write(socket, """
                    POST /echo HTTP/1.1
                    Host: localhost
                    Content-Type: text/plain
                    Content-Length: 2
                    Expect: 100-continue
                    Connection: close

                    """);
            assertThat(line(socket.getInputStream())).isEqualTo("HTTP/1.1 100 Continue");
            write(socket, "ok");
            String rest = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(rest).contains("HTTP/1.1 200 OK", "\"body\":\"ok\"");
        }
    }

    @Test
    void tooLargeABodyIsRefusedBeforeItIsSent() throws Exception {
        String answer = demo.raw("""
                POST /echo HTTP/1.1
                Host: localhost
                Content-Length: 10485761
                Expect: 100-continue

                """);
        assertThat(answer)
                .startsWith("HTTP/1.1 413 Request Entity Too Large\r\n")
                .endsWith("\r\n\r\n{\"message\":\"Request Entity Too Large\"}");
        assertThat(demo.accessLog().get(0)).contains("\"path\":\"/echo\"", "\"status\":\"413\"");
    }

    @Test
    void tooLargeAChunkedBodyIsRefusedWhileItIsSent() throws Exception {
        String chunk = "100000\r\n" + "x".repeat(0x100000) + "\r\n";
        String answer = RawClient.send(
                demo.gateway().port(),
                "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(11));
        assertThat(answer).startsWith("HTTP/1.1 413 Request Entity Too Large\r\n");
    }

    @Test
    void bodyThatPassesTheGatewayButNotLambdaIsTooLarge() throws Exception {
        HttpResponse<String> response =
                demo.send("POST", "/echo", "x".repeat(6 * 1024 * 1024), "Content-Type", "text/plain");
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
    }

    @Test
    void bodyOfFourMegabytesPasses() throws Exception {
        String body = "x".repeat(4 * 1024 * 1024);
        HttpResponse<String> response = demo.send("POST", "/echo", body, "Content-Type", "text/plain");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"body\":\"" + body + "\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {10_300, 100_000})
    void tooLongAHeaderIs431(int length) throws Exception {
        String answer = demo.raw("GET /echo HTTP/1.1\nHost: localhost\nX-Long: " + "x".repeat(length) + "\n\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 431 Request Header Fields Too Large\r\n")
                .contains("apigw-requestid: ")
                .endsWith("\r\n\r\n{\"message\":\"Request Header Fields Too Large\"}");
    }

    @Test
    void requestLineAndHeadersCountTogether() throws Exception {
        String half = "x".repeat(5_100);
        assertThat(demo.raw("GET /echo?" + half + " HTTP/1.1\nHost: localhost\nX: " + half + "\n\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(demo.raw("GET /echo?" + half + " HTTP/1.1\nHost: localhost\nX: x\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void tooLongARequestLineIs431() throws Exception {
        assertThat(demo.raw("GET /" + "x".repeat(20_000) + " HTTP/1.1\nHost: localhost\n\n"))
                .startsWith("HTTP/1.1 431 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%zz", "/x?a=%", "/%FF", "*", "x"})
    void malformedTargetIsABadRequest(String target) throws Exception {
        String answer = demo.raw("GET " + target + " HTTP/1.1\nHost: localhost\nConnection: close\n\n");
        assertThat(answer).startsWith("HTTP/1.1 400 Bad Request\r\n").endsWith("\r\n\r\n" + BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /echo HTTP/1.1\n\n",
                "GET /echo HTTP/1.1\nHost: localhost\nHost: localhost\n\n",
                "GET /echo HTTP/2.0\nHost: localhost\n\n",
                "GET /echo HTTP/1.1\nHost : localhost\n\n",
                "GET /echo HTTP/1.1\nHost: localhost\nContent-Length: 1\nContent-Length: 2\n\nxx",
                "GET /echo HTTP/1.1\nHost: localhost\nContent-Length: -1\n\n",
                "GET /echo HTTP/1.1\nHost: localhost\nContent-Length: +1\n\nx",
                "POST /echo HTTP/1.1\nHost: localhost\nContent-Length: 4\nTransfer-Encoding: chunked\n\n0\n\n",
                "POST /echo HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n\nzz\n\n",
                "POST /echo HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked, identity\n\n0\n\n",
                "nonsense\n\n"
            })
    void hostileRequestIsABadRequestAndTheLast(String request) throws Exception {
        String smuggled = "GET /count?token=smuggled HTTP/1.1\nHost: localhost\nConnection: close\n\n";
        String answer = demo.raw(
                request.contains("Host: localhost\nHost") || !request.contains("Host: localhost\n")
                        ? request.replaceFirst("\n\n", "\nConnection: close\n\n")
                        : request + smuggled);
        assertThat(answer).startsWith("HTTP/1.1 400 Bad Request\r\n").endsWith("\r\n\r\n" + BAD_REQUEST);
        assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
        assertThat(demo.functionLog()).isEmpty();
    }

    @Test
    void foldedHeaderIsOneHeader() throws Exception {
        String answer = demo.raw("""
                GET /echo HTTP/1.1
                Host: localhost
                X-Folded: a
                 Content-Length: 5
                Connection: close

                """);
        assertThat(answer).contains("\"x-folded\":\"a Content-Length: 5\"", "\"content-length\":\"0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:8080", "[::1]", "[::1]:65535"})
    void loopbackHostIsServed(String host) throws Exception {
        assertThat(demo.raw("GET /echo HTTP/1.1\nHost: " + host + "\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 200 OK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "evil.example:8080",
                "127.0.0.1.nip.io",
                "127.0.0.2",
                "localhost:",
                "localhost:123456",
                "[::1]x",
                "user@localhost",
                "localhost."
            })
    void foreignHostIsForbidden(String host) throws Exception {
        String answer = demo.raw("GET /echo HTTP/1.1\nHost: " + host + "\nConnection: close\n\n");
        assertThat(answer).startsWith("HTTP/1.1 403 Forbidden\r\n").endsWith("\r\n\r\n" + FORBIDDEN);
    }

    @Test
    void foreignHostInTheTargetIsForbidden() throws Exception {
        String answer = demo.raw("GET http://evil.example/echo HTTP/1.1\nHost: localhost\nConnection: close\n\n");
        assertThat(answer).startsWith("HTTP/1.1 403 Forbidden\r\n");
        assertThat(demo.raw("GET http://localhost/echo HTTP/1.1\nHost: localhost\nConnection: close\n\n"))
                .startsWith("HTTP/1.1 200 OK\r\n");
    }

    @Test
    void olderClientGetsItsAnswerAndTheConnectionsEnd() throws Exception {
        assertThat(demo.raw("GET /echo HTTP/1.0\nHost: localhost\n\n"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("\"protocol\":\"HTTP/1.0\"");
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\r' && octet >= 0; octet = in.read()) {
            line.append((char) octet);
        }
        return line.toString();
    }
}
