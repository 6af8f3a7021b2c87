package io.github.securehttpapi.local.internal.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.local.Demo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProbeTest {
    private final List<Finding> findings = new ArrayList<>();

    @TempDir
    private Path directory;

    @Nested
    final class Finds {
        @Test
        void everyFaultOfALeakyHandler() throws IOException {
            probe("POST /script");
            assertThat(findings)
                    .extracting(Finding::toString)
                    .contains(
                            "POST /script must keep stack traces to its log, got 'at com.example.Pets.list(Pets.java:7)':"
                                    + " sent query limit=-1&offset=-1&page=0",
                            "POST /script must keep class names to its log,"
                                    + " got 'com.fasterxml.jackson.core.JsonParseException': sent query"
                                    + " limit=1e999&size=99999999999999999999",
                            "POST /script must keep file paths to its log, got '/var/task': sent query"
                                    + " sort=a,-b;c&order=",
                            "POST /script must keep its database to itself, got 'ORA-00933': sent query"
                                    + " format=xml&debug=true",
                            "POST /script must not evaluate what it is sent, got '982007569': sent query of a template",
                            "POST /script must not fail, got '500 {\"message\":\"Internal Server Error\"}':"
                                    + " sent a type to make");
            assertThat(findings)
                    .extracting(Finding::rule)
                    .contains("not send back a hostile header", "keep files to itself")
                    .doesNotContain("send a request id", "answer", "let no value start a header");
        }

        @Test
        void headersThatComeBackInAnEvent() throws IOException {
            probe("GET /echo");
            assertThat(findings)
                    .hasSize(6)
                    .allMatch(finding -> finding.rule().equals("not send back a hostile header"))
                    .extracting(Finding::toString)
                    .startsWith("GET /echo must not send back a hostile header,"
                            + " got '\"x-request-id\":\"prb7f3e1%0d%0aX-Probe-Injected:%201\",\"x-':"
                            + " sent X-Request-Id with a line end in percent-coding")
                    .endsWith("GET /echo must not send back a hostile header, got '114 more like it':"
                            + " sent other requests");
        }

        @Test
        void headersThatComeBackInAnEventOfFormat1() throws IOException {
            try (Demo demo = demo(template -> template.replace("\"PayloadFormatVersion\": \"2.0\",", "")
                    .replace("fixture.EchoHandler", "fixture.EnvelopeHandler"))) {
                probe(demo).probe(new ProbedRoute("$default", "GET /echo", true));
            }
            assertThat(findings)
                    .hasSize(6)
                    .allMatch(finding -> finding.rule().equals("not send back a hostile header"));
        }

        @Test
        void lockedRoutesThatAreOpen() throws IOException {
            try (Demo demo = demo(template -> template)) {
                probe(demo).probe(new ProbedRoute("$default", "GET /method", false));
            }
            assertThat(findings)
                    .hasSize(6)
                    .extracting(Finding::toString)
                    .startsWith("GET /method must let nobody in without credentials, got '200 by method':"
                            + " sent no credentials");
        }

        @Test
        void answersThatAreNone() throws IOException {
            server("nonsense\r\n\r\n");
            assertThat(findings.get(0)).hasToString("GET /a must answer, got 'no HTTP': sent nothing special");
        }

        @Test
        void connectionsThatCloseWithoutAWord() throws IOException {
            server("");
            assertThat(findings.get(0))
                    .hasToString("GET /a must answer, got 'a closed connection': sent nothing special");
        }

        @Test
        void answersWithoutARequestId() throws IOException {
            server("HTTP/1.1 200 OK\r\nX: y\r\n\r\nok");
            assertThat(findings.get(0))
                    .hasToString("GET /a must send a request id, got '200 ok': sent nothing special");
        }

        @Test
        void headersThatAValueStarted() throws IOException {
            server("HTTP/1.1 200 OK\r\nx-request-id: 1\r\nX-Probe-Injected: 1\r\n\r\nok");
            assertThat(findings.get(0))
                    .hasToString("GET /a must let no value start a header, got 'X-Probe-Injected':"
                            + " sent nothing special");
        }

        @Test
        void routesThatCanBeHeldUpAndLeavesTheRest() throws IOException {
            long start = System.nanoTime();
            try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
                probe(silent.getLocalPort()).probe(new ProbedRoute("$default", "GET /a", true));
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(findings).hasSize(4);
            assertThat(findings.get(1).toString()).startsWith("GET /a must answer, got 'no answer within 100 ms'");
            assertThat(findings.get(3).toString())
                    .matches("GET /a must answer in time to be probed, got '\\d+ requests unsent': sent all before");
        }
    }

    @Nested
    final class Leaves {
        @Test
        void handlersWithoutAFault() throws IOException {
            probe("GET /method");
            assertThat(findings).isEmpty();
        }

        @Test
        void whatItSentItself() {
            Shot shot = new Shot(
                    "a", "GET", "/?q=com.example.Pets", List.of(), "/etc/passwd".getBytes(StandardCharsets.UTF_8));
            Answer answer = Answer.parse("HTTP/1.1 200 OK\r\nx-request-id: 1\r\n\r\ncom.example.Pets /etc/passwd");
            assertThat(Inspection.of("GET /", shot, answer)).isEmpty();
        }

        @Test
        void lockedRoutesThatStayLocked() throws IOException {
            UnaryOperator<String> locked = template -> template;
            try (Demo demo = demo(locked)) {
                probe(demo).probe(new ProbedRoute("$default", "GET /nowhere", false));
            }
            assertThat(findings).isEmpty();
        }
    }

    @Test
    void unlocksRoutesWithCredentials() throws IOException {
        List<String> opened = new ArrayList<>();
        try (Demo demo = demo(template -> template)) {
            Probe probe = new Probe(
                    demo.gateway().port(),
                    (routeKey, method, target, body) -> {
                        opened.add(routeKey + " " + method);
                        return List.of("X-Key: 1");
                    },
                    findings::add);
            probe.probe(new ProbedRoute("$default", "GET /nowhere", false));
            assertThat(probe.requests()).isGreaterThan(150);
        }
        assertThat(opened).hasSizeGreaterThan(100).containsOnly("GET /nowhere GET");
        assertThat(findings).isEmpty();
    }

    @Test
    void pathsHaveOneHostileValueAtATime() {
        ProbedRoute route = new ProbedRoute("beta", "ANY /a/{b}/c/{d+}", true);
        assertThat(route.path()).isEqualTo("/beta/a/1/c/1");
        assertThat(route.paths("..")).containsExactly("/beta/a/../c/1", "/beta/a/1/c/..");
        assertThat(route.methods()).containsExactly("GET", "POST");
        assertThat(new ProbedRoute("$default", "$default", true).path()).isEqualTo("/probed");
    }

    @Test
    void findingsAreOneLine() {
        Finding finding = new Finding("GET /a", "answer", "a\nb\u202e", "c".repeat(200));
        assertThat(finding).hasToString("GET /a must answer, got 'a\\u000ab\\u202e': sent " + "c".repeat(160) + "…");
    }

    private void probe(String routeKey) throws IOException {
        UnaryOperator<String> leaky = template -> template.replace("ScriptHandler::handleRequest", "LeakyHandler");
        try (Demo demo = demo(leaky)) {
            probe(demo).probe(new ProbedRoute("$default", routeKey, true));
        }
    }

    private Demo demo(UnaryOperator<String> edit) throws IOException {
        return Demo.start(directory, edit, settings -> settings.throttling(false));
    }

    private Probe probe(Demo demo) {
        return new Probe(demo.gateway().port(), ProbeCredentials.NONE, findings::add);
    }

    private Probe probe(int port) {
        return new Probe(port, ProbeCredentials.NONE, findings::add, Duration.ofMillis(100));
    }

    /** Probes a server that answers the same to all, and may not read. */
    private void server(String answer) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> serve(server, answer), "answers");
            thread.setDaemon(true);
            thread.start();
            probe(server.getLocalPort()).probe(new ProbedRoute("$default", "GET /a", true));
        }
    }

    private static void serve(ServerSocket server, String answer) {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                StringBuilder request = new StringBuilder();
                while (request.indexOf("\r\n\r\n") < 0) {
                    request.append((char) client.getInputStream().read());
                }
                client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException gone) {
                // the probe, or the test
            }
        }
    }
}
