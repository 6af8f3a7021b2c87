package io.github.securehttpapi.local.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.local.RawClient;
import io.github.securehttpapi.local.internal.http.HttpServer;
import io.github.securehttpapi.local.internal.http.Reply;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Faults of the gateway's own parts: they must cost a client its answer no more than give it another one's. */
final class FailureTest {
    private static final String REQUEST = "GET /a HTTP/1.1\r\nHost: localhost\r\n";
    private static final Authorizer ANYONE =
            (request, match, then) -> new Thread(() -> then.accept(Decision.allow("{}", Map.of()))).start();

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    @Test
    void clientOfAFaultyIntegrationWaitedForEver() throws IOException {
        for (@Nullable Authorizer authorizer : Arrays.asList(null, ANYONE)) {
            String answers = answers(authorizer, (exchange, match) -> {
                throw new LinkageError("secret");
            });
            assertThat(answers.split("HTTP/1.1 500 Internal Server Error", -1)).hasSize(3);
            assertThat(answers).doesNotContain("secret");
        }
        assertThat(log).hasSize(4).containsOnly("500 java.lang.LinkageError: secret");
    }

    @Test
    void secondAnswerWasTheNextRequests() throws IOException {
        String answers = answers(null, (exchange, match) -> {
            exchange.fail(501, exchange.request().header("x-name"));
            exchange.fail(503, "Again");
        });
        assertThat(answers).containsSubsequence("501", "first", "501", "second").doesNotContain("503");
        assertThat(log).hasSize(2);
    }

    @Test
    void replyThatNobodyCanWriteEndsItsConnection() throws IOException {
        String answers = answers(
                null, (exchange, match) -> exchange.answer(new Reply(-1, new DefaultHttpHeaders(), new byte[0])));
        assertThat(answers).isEmpty();
    }

    private String answers(@Nullable Authorizer authorizer, Integration integration) throws IOException {
        Endpoint endpoint = new Endpoint("GET /a", RoutePattern.of("GET /a"), authorizer, integration);
        AccessLogFormat format = new AccessLogFormat("$context.status $context.integration.error");
        ServedStage stage = new ServedStage("$default", Map.of(), Map.of(), format);
        Identity identity = new Identity("aws", "us-east-1", "", "api");
        ServedApi api = new ServedApi(identity, Map.of("$default", stage), List.of(endpoint), null);
        try (HttpServer server = new HttpServer(new Gateway(api, OwnEndpoints.NONE, log::add), 0)) {
            return RawClient.send(
                    server.port(),
                    REQUEST + "x-name: first\r\n\r\n" + REQUEST + "x-name: second\r\nConnection: close\r\n\r\n");
        }
    }
}
