package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrimingTest {
    /** Keeps what it was asked. */
    private static final class Asked extends HttpApiHandler {
        final List<Request> requests = new ArrayList<>();

        int primed(String routeKey, @Nullable String json) {
            return prime(routeKey, json);
        }

        @Override
        protected Response handle(Request request) throws Exception {
            requests.add(request);
            if (request.routeKey().equals("GET /broken")) {
                throw new IllegalStateException("broken");
            }
            if (request.routeKey().equals("GET /exhausted")) {
                throw new OutOfMemoryError("Java heap space");
            }
            return request.body().length == 0 ? Response.noContent() : Response.of(200);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET /orders/{id},,GET,/orders/{id},204",
        "POST /orders,{},POST,/orders,200",
        "ANY /orders,{},POST,/orders,200",
        "ANY /orders,,GET,/orders,204",
        "$default,,GET,/,204"
    })
    void asksTheHandlerAsTheGatewayWould(
            String routeKey, @Nullable String json, String method, String path, int status) {
        Asked handler = new Asked();

        assertThat(handler.primed(routeKey, json)).isEqualTo(status);
        assertThat(handler.requests).hasSize(1);
        Request request = handler.requests.get(0);
        assertThat(request.routeKey()).isEqualTo(routeKey);
        assertThat(request.method()).isEqualTo(method);
        assertThat(request.path()).isEqualTo(path);
        assertThat(request.requestId()).isEqualTo("priming");
        assertThat(request.caller()).isInstanceOf(AnonymousCaller.class);
        assertThat(request.header("content-type")).contains("application/json");
    }

    @Test
    void survivesAHandlerThatFails() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
        try {
            assertThat(new Asked().primed("GET /broken", null)).isEqualTo(500);
        } finally {
            System.setOut(console);
        }

        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("\"message\":\"request failed\",\"requestId\":\"priming\"", "IllegalStateException: broken");
    }

    @Test
    void letsAnExhaustedHeapEndTheProcess() {
        assertThatThrownBy(() -> new Asked().primed("GET /exhausted", null)).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void tookTheFirstRequestAfterARestoreForAWarmOne() {
        Asked handler = new Asked();
        handler.primed("GET /orders", null);

        assertThat(Invocation.withoutBody().of(handler).requestLine()).containsEntry("coldStart", true);
    }
}
