package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestLogTest {
    private static final long NOW = Instant.parse("2025-04-14T22:13:56Z").toEpochMilli();

    private static HttpApiHandler answering(int status) {
        return new HttpApiHandler() {
            @Override
            protected Response handle(Request request) {
                return Response.of(status);
            }
        };
    }

    private static HttpApiHandler throwing(RuntimeException failure) {
        return new HttpApiHandler() {
            @Override
            protected Response handle(Request request) {
                throw failure;
            }
        };
    }

    private static String line(int status, long nanos, boolean coldStart, RecordingContext context) {
        Event event = new Event();
        event.requestId = "JCJJxhz4PHcEJgQ=";
        event.routeKey = "POST /contacts";
        event.headers.put("x-request-id", "client-1");
        RequestLog.write(status, nanos, coldStart, event, context, NOW);
        assertThat(context.logged()).hasSize(1);
        return context.logged().get(0);
    }

    @Test
    void joinsTheAccessLogByTheRequestId() {
        RecordingContext context = new RecordingContext()
                .traceHeader("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f;Sampled=1");

        assertThat(line(202, 12_345_678, true, context))
                .isEqualTo(
                        "{\"timestamp\":\"2025-04-14T22:13:56.000Z\",\"level\":\"INFO\",\"message\":\"request answered\","
                                + "\"requestId\":\"JCJJxhz4PHcEJgQ=\",\"awsRequestId\":\"6bc28136-xmpl-4365-b021-0ce6b2e64ab0\","
                                + "\"correlationId\":\"client-1\",\"routeKey\":\"POST /contacts\",\"status\":202,"
                                + "\"durationMs\":12.345,\"coldStart\":true,"
                                + "\"traceId\":\"1-5759e988-bd862e3fe1be46a994272793\"}\n");
        assertThat(context.levels()).containsExactly(LogLevel.INFO);
    }

    @ParameterizedTest
    @CsvSource({"0,0.000", "999,0.000", "1000,0.001", "1000000,1.000", "61001000000,61001.000", "-5,0.000"})
    void writesMilliseconds(long nanos, String millis) {
        assertThat(line(200, nanos, false, new RecordingContext())).contains("\"durationMs\":" + millis + ",");
    }

    @ParameterizedTest
    @CsvSource({"200,INFO", "404,INFO", "499,INFO", "500,ERROR", "503,ERROR"})
    void isAnErrorWhereTheServerIsAtFault(int status, LogLevel level) {
        RecordingContext context = new RecordingContext();

        assertThat(line(status, 1, false, context)).contains("\"level\":\"" + level + "\"");
        assertThat(context.levels()).containsExactly(level);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Parent=1",
                "Root=",
                "Root=;Sampled=1",
                "Root=1 2",
                "Root=<script>",
                "Root=1\n2",
                "Root=\u00e9",
                "Root=11111111111111111111111111111111111111111111111111111111111111111"
            })
    void dropsATraceThatIsNone(String header) {
        assertThat(line(200, 1, false, new RecordingContext().traceHeader(header)))
                .doesNotContain("traceId");
    }

    @Test
    void findsTheTraceWhereAnOlderRuntimeKeepsIt() {
        System.setProperty("com.amazonaws.xray.traceHeader", "Root=1-2-3");
        try {
            assertThat(line(200, 1, false, new RecordingContext())).contains("\"traceId\":\"1-2-3\"");
        } finally {
            System.clearProperty("com.amazonaws.xray.traceHeader");
        }
    }

    @Nested
    final class FollowingAHandler {
        @Test
        void hasOneLineARequestAndOneColdStartAnEnvironment() {
            HttpApiHandler handler = answering(204);

            Answer first = Invocation.withoutBody().of(handler);
            Answer second = Invocation.withoutBody().of(handler);

            assertThat(first.lines()).hasSize(1);
            assertThat(first.requestLine()).containsEntry("coldStart", true).containsEntry("status", 204L);
            assertThat(second.requestLine()).containsEntry("coldStart", false);
        }

        @Test
        void followsTheLineOfAnErrorUnderTheSameId() {
            Answer answer = Invocation.withoutBody().of(throwing(new IllegalStateException("failed")));

            assertThat(answer.lines()).hasSize(2);
            assertThat(JsonText.object(answer.lines().get(0)))
                    .containsEntry("message", "request failed")
                    .containsEntry("requestId", Invocation.REQUEST_ID);
            assertThat(JsonText.object(answer.lines().get(1)))
                    .containsEntry("message", "request answered")
                    .containsEntry("requestId", Invocation.REQUEST_ID)
                    .containsEntry("level", "ERROR")
                    .containsEntry("status", 500L);
        }

        @Test
        void tellsWhatTheClientWasTold() {
            assertThat(Invocation.ofText("{").of(new ContactHandler()).requestLine())
                    .containsEntry("status", 400L);
            assertThat(Invocation.ofText("{}").of(new ContactHandler()).requestLine())
                    .containsEntry("status", 422L);
            assertThat(Invocation.withoutBody()
                            .method("OPTIONS")
                            .of(new ContactHandler())
                            .requestLine())
                    .containsEntry("status", 204L);
            assertThat(Invocation.of(new ContactHandler(), "").requestLine())
                    .containsEntry("status", 500L)
                    .containsEntry("requestId", RecordingContext.AWS_REQUEST_ID);
        }

        @Test
        void canBeSwitchedOffButForErrors() {
            HttpApiHandler silent = new ContactHandler(
                    HandlerOptions.defaults().requestLog(false).maxBodyBytes(100));

            assertThat(Invocation.ofText("{}").of(silent).lines()).isEmpty();
            assertThat(Invocation.of(silent, "").lines()).hasSize(1);
        }

        @Test
        void holdsNothingThatAClientSentButAHarmlessId() {
            String event = """
                    {"version":"2.0","routeKey":"GET /a","rawPath":"/SECRET-path","rawQueryString":"q=SECRET-query",
                     "cookies":["c=SECRET-cookie"],
                     "headers":{"authorization":"SECRET-header","x-request-id":"SECRET\\r\\nheader"},
                     "queryStringParameters":{"q":"SECRET-query"},"pathParameters":{"id":"SECRET-parameter"},
                     "requestContext":{"http":{"method":"GET","userAgent":"SECRET-agent"},"requestId":"id",
                      "authorizer":{"jwt":{"claims":{"sub":"SECRET-claim"}}}},
                     "body":"SECRET-body"}""";

            Answer answer = Invocation.of(answering(200), event);

            assertThat(answer.lines()).hasSize(1);
            assertThat(answer.lines().get(0)).contains("\"requestId\":\"id\"").doesNotContain("SECRET");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\r\nb", "\u0000\u001b[31m\u007f\u0085\u2028\u2029", "\ud83d", "\u00e9\"\\"})
        void staysOneLineOfAsciiWhateverTheRouteKey(String routeKey) {
            RecordingContext context = new RecordingContext();
            Event event = new Event();
            event.routeKey = routeKey;

            RequestLog.write(200, 1, false, event, context, NOW);

            assertThat(context.logged().get(0)).matches("[ -~]*\n");
            assertThat(JsonText.object(context.logged().get(0))).containsEntry("routeKey", routeKey);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\r\nx-evil: 1", "\u00e9", ""})
        void dropsARequestIdThatCouldNotStandInAHeader(String requestId) {
            assertThat(Invocation.withoutBody()
                            .requestId(requestId)
                            .of(answering(200))
                            .requestLine())
                    .containsEntry("requestId", RecordingContext.AWS_REQUEST_ID);
            assertThat(Invocation.withoutBody()
                            .requestId("i".repeat(10_240))
                            .of(answering(200))
                            .requestLine())
                    .containsEntry("requestId", RecordingContext.AWS_REQUEST_ID);
        }
    }

    @Nested
    final class FailingItself {
        @Test
        void costNoClientItsAnswer() {
            RecordingContext context = new RecordingContext(() -> {
                throw new IllegalStateException("no log");
            });

            RequestLog.write(200, 1, false, new Event(), context, NOW);

            assertThat(context.logged()).isEmpty();
        }

        @Test
        void letsAnExhaustedHeapEndTheProcess() {
            OutOfMemoryError exhausted = new OutOfMemoryError("Java heap space");
            RecordingContext context = new RecordingContext(() -> {
                throw exhausted;
            });

            assertThatThrownBy(() -> RequestLog.write(200, 1, false, new Event(), context, NOW))
                    .isSameAs(exhausted);
            assertThat(List.copyOf(context.logged())).isEmpty();
        }
    }
}
