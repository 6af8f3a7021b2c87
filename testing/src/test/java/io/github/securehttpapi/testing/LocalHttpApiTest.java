package io.github.securehttpapi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpServer;
import io.github.securehttpapi.local.LocalGateway;
import io.github.securehttpapi.local.ServedRoute;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestMethodOrder(OrderAnnotation.class)
final class LocalHttpApiTest {
    private static final Path TEMPLATE = GreetingApi.anywhere();

    @RegisterExtension
    static final LocalHttpApi api = LocalHttpApi.of(TEMPLATE);

    @Test
    void servesOnItsPort() throws Exception {
        assertThat(api.url()).isEqualTo(URI.create("http://127.0.0.1:" + api.port() + "/"));
        assertThat(get("greeting").statusCode()).isEqualTo(200);
        assertThat(api.gateway().routes())
                .extracting(ServedRoute::routeKey)
                .containsExactly("GET /greeting", "GET /rare");
    }

    @Test
    void givesTheAccessLogLineOfAnAnswer() throws Exception {
        HttpResponse<String> first = get("greeting");
        HttpResponse<String> second = get("nowhere");

        String id = second.headers().firstValue("apigw-requestid").orElseThrow();
        assertThat(api.accessLogLine(second)).isEqualTo(id + " - 404");
        assertThat(api.accessLogLine(id)).isEqualTo(id + " - 404");
        assertThat(api.accessLogLine(first)).endsWith(" GET /greeting 200");
        assertThat(api.accessLog()).containsExactly(api.accessLogLine(first), api.accessLogLine(second));
    }

    @Test
    void givesWhatFunctionsLog() throws Exception {
        get("greeting");

        assertThat(api.functionLog())
                .singleElement()
                .satisfies(entry -> assertThat(entry).matches("greeting \\d+"));
    }

    @Test
    void anAnswerOfAnotherServerHasNoLine() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        other.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + other.getAddress().getPort() + "/");
            HttpResponse<String> answer = GreetingApi.get(url, "other");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> api.accessLogLine(answer))
                    .withMessage(
                            "answer must have the header apigw-requestid, got none from '%sother': pass an answer of this"
                                    + " gateway",
                            url);
        } finally {
            other.stop(0);
        }
    }

    @Test
    void aRestartFillsBucketsAndForgetsWhatWas() throws Exception {
        assertThat(get("rare").statusCode()).isEqualTo(200);
        assertThat(get("rare").statusCode()).isEqualTo(429);

        api.restart();

        assertThat(api.accessLog()).isEmpty();
        assertThat(api.functionLog()).isEmpty();
        HttpResponse<String> answer = get("rare");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"greetings\":1}");
    }

    @Test
    void theTemplateIsForAnotherGatewayToo() throws Exception {
        try (LocalGateway other = LocalGateway.builder()
                .template(api.template())
                .parameter("Origin", "https://www.example.org")
                .accessLog(line -> {})
                .functionLog(entry -> {})
                .start()) {
            HttpResponse<String> answer = GreetingApi.get(other.url(), "greeting", "Origin", "https://www.example.org");

            assertThat(answer.headers().firstValue("access-control-allow-origin"))
                    .hasValue("https://www.example.org");
        }
        assertThat(api.accessLog()).isEmpty();
    }

    @Nested
    final class BetweenTests {
        private static URI first = URI.create("none:none");

        @Test
        @Order(1)
        void theGatewayOfAStaticFieldStaysForNestedClassesToo() throws Exception {
            first = api.url();
            get("greeting");
        }

        @Test
        @Order(2)
        void andOnlyItsLogsAreEmptied() {
            assertThat(api.url()).isEqualTo(first);
            assertThat(api.accessLog()).isEmpty();
            assertThat(api.functionLog()).isEmpty();
        }
    }

    @Nested
    final class PerTest {
        private static URI first = URI.create("none:none");

        @RegisterExtension
        final LocalHttpApi own = LocalHttpApi.of(TEMPLATE);

        @Test
        @Order(1)
        void anInstanceFieldHasAGatewayOfItsOwn() throws Exception {
            first = own.url();
            assertThat(first).isNotEqualTo(api.url());
            assertThat(GreetingApi.get(own.url(), "rare").statusCode()).isEqualTo(200);
        }

        @Test
        @Order(2)
        void whichIsAnotherForEachTest() throws Exception {
            assertThat(own.url()).isNotEqualTo(first);
            assertThat(GreetingApi.get(own.url(), "rare").statusCode()).isEqualTo(200);
            assertThat(api.accessLog()).isEmpty();
        }
    }

    @Nested
    final class Settings {
        @RegisterExtension
        final LocalHttpApi changed = LocalHttpApi.of(TEMPLATE)
                .with(gateway -> gateway.throttling(false))
                .with(gateway -> gateway.parameter("Origin", "https://www.example.net"))
                .with(gateway -> gateway.parameter("AWS::Region", "eu-central-1"));

        @Test
        void areTheGatewaysOwn() throws Exception {
            for (int i = 0; i < 3; i++) {
                HttpResponse<String> answer =
                        GreetingApi.get(changed.url(), "rare", "Origin", "https://www.example.net");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("access-control-allow-origin"))
                        .hasValue("https://www.example.net");
            }
        }

        @Test
        void addUp() throws Exception {
            assertThat(changed.gateway().region()).isEqualTo("eu-central-1");
            areTheGatewaysOwn();
        }

        @Test
        void surviveARestart() throws Exception {
            changed.restart();
            areTheGatewaysOwn();
        }
    }

    @Test
    void outsideOfATestThereIsNoGateway() {
        assertThatIllegalStateException()
                .isThrownBy(() -> LocalHttpApi.of(TEMPLATE).url())
                .withMessage(
                        "local gateway must be running, got 'no test under way': put LocalHttpApi into a field with"
                                + " @RegisterExtension, and ask it in a test or a @BeforeAll method");
    }

    @Test
    void aLineThatNeverComesIsMissedWithThoseThatCame() {
        LogLines lines = new LogLines(Duration.ofMillis(50));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> lines.await("JCJ="))
                .withMessage("access log must have a line with 'JCJ=', got no line\n"
                        + "the stage's format must have $context.requestId, and the request must be of this test");
        lines.add("GET /greeting 200");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> lines.await("JCJ="))
                .withMessage("access log must have a line with 'JCJ=', got 1:\nGET /greeting 200\n"
                        + "the stage's format must have $context.requestId, and the request must be of this test");
    }

    @Test
    void aLineThatIsStillToComeIsWaitedFor() {
        LogLines lines = new LogLines(Duration.ofSeconds(20));
        Thread late = new Thread(() -> lines.add("JCJ= 200"));
        late.start();

        assertThat(lines.await("JCJ=")).isEqualTo("JCJ= 200");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return GreetingApi.get(api.url(), path);
    }
}
