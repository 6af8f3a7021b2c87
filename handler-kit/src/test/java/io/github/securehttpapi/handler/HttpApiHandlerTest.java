package io.github.securehttpapi.handler;

import static io.github.securehttpapi.handler.Answer.BODY_HEADERS;
import static io.github.securehttpapi.handler.Answer.CACHE_HEADER;
import static io.github.securehttpapi.handler.Invocation.REQUEST_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpApiHandlerTest {
    private static final String INTERNAL_SERVER_ERROR =
            "{\"message\":\"Internal Server Error\",\"requestId\":\"JCJJxhz4PHcEJgQ=\"}";

    private static HttpApiHandler answering(Response response) {
        return new HttpApiHandler() {
            @Override
            protected Response handle(Request request) {
                return response;
            }
        };
    }

    private static HttpApiHandler throwing(Throwable failure) {
        return new HttpApiHandler() {
            @Override
            protected Response handle(Request request) throws Exception {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (Exception) failure;
            }
        };
    }

    @Nested
    final class AnsweringARequest {
        @Test
        void decodesTheBodyAndWritesTheResponse() {
            Answer answer = Invocation.ofText("{\"name\":\" Zoë \",\"email\":\"zoe@example.com\"}")
                    .of(new ContactHandler());

            assertThat(answer.json())
                    .isEqualTo("{\"statusCode\":202,\"headers\":{\"x-request-id\":\"JCJJxhz4PHcEJgQ=\","
                            + "\"content-type\":\"application/json\"," + BODY_HEADERS + "},"
                            + "\"body\":\"{\\\"message\\\":\\\"accepted\\\",\\\"requestId\\\":\\\"JCJJxhz4PHcEJgQ=\\\","
                            + "\\\"received\\\":{\\\"name\\\":\\\"Zoë\\\",\\\"email\\\":\\\"zoe@example.com\\\"}}\"}");
            assertThat(answer.logged()).isEmpty();
        }

        @Test
        void answersPreflightBeforeTheHandlerDoes() {
            Answer answer = Invocation.withoutBody()
                    .method("OPTIONS")
                    .of(throwing(new IllegalStateException("not to be asked")));

            assertThat(answer.json())
                    .isEqualTo("{\"statusCode\":204,\"headers\":{\"x-request-id\":\"JCJJxhz4PHcEJgQ=\"," + CACHE_HEADER
                            + "}}");
            assertThat(answer.logged()).isEmpty();
        }

        @Test
        void decodesABodyThatCameAsBase64() {
            Answer answer = Invocation.ofBase64("eyJuYW1lIjoiWm/DqyIsImVtYWlsIjoiemRAZXhhbXBsZS5jb20ifQ==")
                    .header("content-type", "application/vnd.contact+json")
                    .of(new ContactHandler());

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.body()).contains("{\"name\":\"Zoë\",\"email\":\"zd@example.com\"}");
        }

        @Test
        void tellsEveryViolationInTheOrderOfTheFields() {
            Answer answer = Invocation.ofText("{\"x/~\":1,\"email\":\"a\"}").of(new ContactHandler());

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body())
                    .isEqualTo("{\"message\":\"body is not what this route accepts\","
                            + "\"requestId\":\"JCJJxhz4PHcEJgQ=\",\"violations\":["
                            + "{\"pointer\":\"/name\",\"code\":\"required\",\"message\":\"must be present\"},"
                            + "{\"pointer\":\"/email\",\"code\":\"email\",\"message\":\"must be an e-mail address\"},"
                            + "{\"pointer\":\"/x~1~0\",\"code\":\"unknown_field\","
                            + "\"message\":\"must not be present: no such field\"}]}");
            assertThat(answer.logged()).isEmpty();
        }

        @Test
        void leavesTheBodyOutForHeadButKeepsItsType() {
            Answer answer =
                    Invocation.withoutBody().method("HEAD").of(answering(Response.ok(json -> json.put("a", 1))));

            assertThat(answer.json())
                    .isEqualTo("{\"statusCode\":200,\"headers\":{\"x-request-id\":\"JCJJxhz4PHcEJgQ=\","
                            + "\"content-type\":\"application/json\"," + BODY_HEADERS + "}}");
        }

        @Test
        void writesNeitherBodyNorTypeForNoContent() {
            assertThat(Invocation.withoutBody()
                            .of(answering(Response.noContent()))
                            .json())
                    .isEqualTo("{\"statusCode\":204,\"headers\":{\"x-request-id\":\"JCJJxhz4PHcEJgQ=\"," + CACHE_HEADER
                            + "}}");
        }

        @Test
        void writesTheHeadersOfTheResponse() {
            Answer answer = Invocation.withoutBody()
                    .of(answering(Response.created(json -> json.put("id", "7"))
                            .header("Location", "/contacts/7")
                            .header("content-type", "application/vnd.contact+json")));

            assertThat(answer.json())
                    .isEqualTo("{\"statusCode\":201,\"headers\":{\"x-request-id\":\"JCJJxhz4PHcEJgQ=\","
                            + BODY_HEADERS
                            + ",\"location\":\"/contacts/7\",\"content-type\":\"application/vnd.contact+json\"},"
                            + "\"body\":\"{\\\"id\\\":\\\"7\\\"}\"}");
        }
    }

    @Nested
    final class Failing {
        @Test
        void answersAnExceptionWithA500ThatSaysNothing() {
            Answer answer = Invocation.withoutBody()
                    .of(throwing(new IllegalStateException("password=hunter2\n\u2028{\"level\":\"INFO\"}")));

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo(INTERNAL_SERVER_ERROR);
            assertThat(answer.header("x-request-id")).isEqualTo(REQUEST_ID);
        }

        @Test
        void logsTheCauseInOneLineUnderTheSameRequestId() {
            Answer answer = Invocation.withoutBody()
                    .header("x-request-id", "client-1")
                    .of(throwing(new IllegalStateException("first\nsecond\u2028third\u0085\u007f")));

            assertThat(answer.logged()).hasSize(1);
            assertThat(answer.logged().get(0))
                    .matches("[ -~]*\n")
                    .contains(
                            "Z\",\"level\":\"ERROR\",\"message\":\"request failed\",\"requestId\":\"JCJJxhz4PHcEJgQ=\","
                                    + "\"awsRequestId\":\"6bc28136-xmpl-4365-b021-0ce6b2e64ab0\",\"correlationId\":\"client-1\","
                                    + "\"routeKey\":\"POST /contacts\",\"exception\":\"java.lang.IllegalStateException\","
                                    + "\"stackTrace\":\"java.lang.IllegalStateException: "
                                    + "first\\nsecond\\u2028third\\u0085\\u007F\\n\\tat io.github.securehttpapi");
            assertThat(JsonText.object(answer.logged().get(0))).containsKey("stackTrace");
        }

        @Test
        void survivesAStackOverflow() {
            HttpApiHandler handler = new HttpApiHandler() {
                @Override
                protected Response handle(Request request) {
                    return Response.ok(json -> json.put("depth", depth(1)));
                }

                private int depth(int above) {
                    return above < 0 ? 0 : 1 + depth(above + 1);
                }
            };

            Answer answer = Invocation.withoutBody().of(handler);

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo(INTERNAL_SERVER_ERROR);
            assertThat(answer.logged()).hasSize(1);
            assertThat(JsonText.object(answer.logged().get(0)))
                    .containsEntry("exception", "java.lang.StackOverflowError")
                    .containsEntry("requestId", REQUEST_ID);
        }

        @Test
        void answersALinkageErrorAndAnAssertionError() {
            assertThat(Invocation.withoutBody()
                            .of(throwing(new NoClassDefFoundError("x")))
                            .body())
                    .isEqualTo(INTERNAL_SERVER_ERROR);
            assertThat(Invocation.withoutBody()
                            .of(throwing(new AssertionError("x")))
                            .body())
                    .isEqualTo(INTERNAL_SERVER_ERROR);
        }

        @Test
        void letsAnExhaustedHeapEndTheProcess() {
            OutOfMemoryError exhausted = new OutOfMemoryError("Java heap space");

            assertThatThrownBy(() -> Invocation.withoutBody().of(throwing(exhausted)))
                    .isSameAs(exhausted);
        }

        @Test
        void leftTheThreadInterruptedForTheNextRequest() {
            Answer answer = Invocation.withoutBody().of(throwing(new InterruptedException("stop")));

            assertThat(answer.status()).isEqualTo(500);
            assertThat(Thread.interrupted()).isFalse();
        }

        @Test
        void leftTheInterruptThatAHandlerRestored() {
            HttpApiHandler handler = new HttpApiHandler() {
                @Override
                protected Response handle(Request request) {
                    Thread.currentThread().interrupt();
                    return Response.noContent();
                }
            };

            assertThat(Invocation.withoutBody().of(handler).status()).isEqualTo(204);
            assertThat(Thread.interrupted()).isFalse();
        }

        @Test
        void handedLambdaAResponseLargerThanItPassesOn() {
            Answer answer = Invocation.withoutBody()
                    .of(answering(Response.ok(json -> json.put("text", "a".repeat(6 * 1024 * 1024)))));

            assertThat(answer.json())
                    .isEqualTo("{\"statusCode\":500,\"headers\":{\"x-request-id\":\"JCJJxhz4PHcEJgQ=\","
                            + "\"content-type\":\"application/json\"," + BODY_HEADERS + "},\"body\":\"{\\\"message\\\":"
                            + "\\\"Internal Server Error\\\",\\\"requestId\\\":\\\"JCJJxhz4PHcEJgQ=\\\"}\"}");
            assertThat(answer.logged()).hasSize(1);
            assertThat(answer.logged().get(0))
                    .contains(
                            "java.lang.IllegalStateException: response must have at most 6291456 bytes with its headers "
                                    + "and escapes, Lambda's largest payload, got '6291712': "
                                    + "answer in pages, or with a link to a file\\n");
        }

        @Test
        void answersWithAsMuchAsLambdaPassesOn() {
            int envelope = ("{\"statusCode\":200,\"headers\":{\"x-request-id\":\"JCJJxhz4PHcEJgQ=\","
                            + "\"content-type\":\"application/json\"," + BODY_HEADERS
                            + "},\"body\":\"{\\\"a\\\":\\\"\\\"}\"}")
                    .length();

            assertThat(Invocation.withoutBody()
                            .of(answering(Response.ok(json -> json.put("a", "b".repeat(6_291_456 - envelope)))))
                            .json())
                    .hasSize(6_291_456);
            assertThat(Invocation.withoutBody()
                            .of(answering(Response.ok(json -> json.put("a", "b".repeat(6_291_457 - envelope)))))
                            .status())
                    .isEqualTo(500);
        }

        @Test
        void countedABodyThatHeadLeavesOut() {
            Response large = Response.ok(json -> json.put("text", "a".repeat(6 * 1024 * 1024)));

            assertThat(Invocation.withoutBody()
                            .method("HEAD")
                            .of(answering(large))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        @SuppressWarnings("NullAway") // A handler that is not null-checked can do this.
        void answersAHandlerThatReturnsNull() {
            Answer answer = Invocation.withoutBody().of(answering(null));

            assertThat(answer.body()).isEqualTo(INTERNAL_SERVER_ERROR);
            assertThat(answer.logged().get(0)).contains("handle must return a response, got null");
        }

        @Test
        void answersABodyThatCannotBeWritten() {
            HttpApiHandler handler = new HttpApiHandler() {
                @Override
                protected Response handle(Request request) {
                    return Response.ok(json -> json.put("sum", Double.NaN));
                }
            };

            Answer answer = Invocation.withoutBody().of(handler);

            assertThat(answer.body()).isEqualTo(INTERNAL_SERVER_ERROR);
            assertThat(answer.logged().get(0)).contains("sum must be a finite number, got 'NaN'");
        }
    }

    @Nested
    final class Identifying {
        @ParameterizedTest
        @ValueSource(strings = {"", "a b", "a\r\nset-cookie: x=y", "id\u00e9", "\u007f"})
        void fallsBackToLambdasRequestIdWhereTheEventsCannotStandInAHeader(String requestId) {
            Answer answer =
                    Invocation.withoutBody().requestId(requestId).of(answering(Response.error(404, "Not Found")));

            assertThat(answer.header("x-request-id")).isEqualTo(RecordingContext.AWS_REQUEST_ID);
            assertThat(answer.body())
                    .isEqualTo("{\"message\":\"Not Found\",\"requestId\":\"6bc28136-xmpl-4365-b021-0ce6b2e64ab0\"}");
        }

        @Test
        void takesARequestIdOf128CharactersButNotOf129() {
            assertThat(Invocation.withoutBody()
                            .requestId("i".repeat(128))
                            .of(answering(Response.noContent()))
                            .header("x-request-id"))
                    .isEqualTo("i".repeat(128));
            assertThat(Invocation.withoutBody()
                            .requestId("i".repeat(129))
                            .of(answering(Response.noContent()))
                            .header("x-request-id"))
                    .isEqualTo(RecordingContext.AWS_REQUEST_ID);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a,b", "a b", "<script>", "a\nb", "\u00e9", "${jndi:x}"})
        void neitherEchoesNorLogsACorrelationIdOfTheWrongKind(String sent) {
            Answer answer = Invocation.withoutBody()
                    .header("x-request-id", sent)
                    .of(throwing(new IllegalStateException("failed")));

            assertThat(answer.logged().get(0)).doesNotContain("correlationId");
            assertThat(answer.header("x-request-id")).isEqualTo(REQUEST_ID);
        }
    }

    private static final String EVENT_OF_THREAD = """
            {"version":"2.0","headers":{"content-type":"application/json"},
             "requestContext":{"requestId":"request-%d","http":{"method":"POST"}},
             "body":"{\\"name\\":\\"%d\\",\\"email\\":\\"a@b\\"}"}""";

    @Test
    void servesManyThreadsWithOneInstance() throws Exception {
        HttpApiHandler handler = new ContactHandler();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String event = EVENT_OF_THREAD.formatted(i, i);
            answers.add(threads.submit(() -> Invocation.of(handler, event).body()));
        }
        threads.shutdown();

        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get())
                    .isEqualTo("{\"message\":\"accepted\",\"requestId\":\"request-" + i + "\",\"received\":{\"name\":\""
                            + i + "\",\"email\":\"a@b\"}}");
        }
    }
}
