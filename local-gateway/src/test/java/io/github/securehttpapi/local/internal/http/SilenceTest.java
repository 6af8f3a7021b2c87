package io.github.securehttpapi.local.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.local.internal.gateway.Endpoint;
import io.github.securehttpapi.local.internal.gateway.Gateway;
import io.github.securehttpapi.local.internal.gateway.Identity;
import io.github.securehttpapi.local.internal.gateway.OwnEndpoints;
import io.github.securehttpapi.local.internal.gateway.RoutePattern;
import io.github.securehttpapi.local.internal.gateway.ServedApi;
import io.github.securehttpapi.local.internal.gateway.ServedStage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that let the gateway wait, in a time of the test's own. */
final class SilenceTest {
    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";

    @SuppressWarnings("NullAway.Init") // JUnit
    private EmbeddedChannel connection;

    @BeforeEach
    void connect() {
        Endpoint endpoint = new Endpoint("GET /never", RoutePattern.of("GET /never"), null, (exchange, match) -> {});
        ServedStage stage = new ServedStage("$default", Map.of(), Map.of(), null);
        ServedApi api = new ServedApi(
                new Identity("aws", "us-east-1", "", "api"), Map.of("$default", stage), List.of(endpoint), null);
        connection = new EmbeddedChannel(HttpConnection.handlers(new Gateway(api, OwnEndpoints.NONE, line -> {})));
        connection.freezeTime();
    }

    @AfterEach
    void disconnect() {
        connection.finishAndReleaseAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G",
                "GET / HTTP/1.1\r\n",
                "GET /" + HOST,
                "POST /" + HOST + "Content-Length: 2\r\n\r\nx",
                "POST /" + HOST + "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n"
            })
    void stalledRequestStayedForEver(String begun) {
        send(begun);
        pass(29);
        assertThat(connection.isOpen()).isTrue();
        pass(2);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void slowRequestIsTaken() {
        for (String octet : ("GET /" + HOST + "\r\n").split("", -1)) {
            send(octet);
            pass(29);
        }
        assertThat(answer()).startsWith("HTTP/1.1 404 Not Found");
    }

    @Test
    void idleConnectionStayedForEver() {
        send("GET /" + HOST + "\r\n");
        assertThat(answer()).startsWith("HTTP/1.1 404 Not Found");
        pass(74);
        assertThat(connection.isOpen()).isTrue();
        pass(2);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void clientThatIsOwedAnAnswerMayWait() {
        send("GET /never" + HOST + "\r\nPOST /" + HOST);
        pass(600);
        assertThat(connection.isOpen()).isTrue();
    }

    private void send(String octets) {
        connection.writeInbound(Unpooled.copiedBuffer(octets, StandardCharsets.US_ASCII));
    }

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            connection.advanceTimeBy(1, TimeUnit.SECONDS);
            connection.runScheduledPendingTasks();
        }
    }

    private String answer() {
        connection.runPendingTasks();
        StringBuilder answer = new StringBuilder();
        for (ByteBuf octets = connection.readOutbound(); octets != null; octets = connection.readOutbound()) {
            answer.append(octets.toString(StandardCharsets.US_ASCII));
            octets.release();
        }
        return answer.toString();
    }
}
