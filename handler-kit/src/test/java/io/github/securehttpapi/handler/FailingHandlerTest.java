package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong: a 500 with a request id, nothing of it in the response, all of it in the log. */
final class FailingHandlerTest {
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

    private static Answer writing(Consumer<JsonWriter> body) {
        return Invocation.withoutBody().of(new HttpApiHandler() {
            @Override
            protected Response handle(Request request) {
                return Response.ok(body);
            }
        });
    }

    private static void assertSaysNothing(Answer answer) {
        assertThat(answer.json())
                .isEqualTo("{\"statusCode\":500,\"headers\":{\"x-request-id\":\"JCJJxhz4PHcEJgQ=\","
                        + "\"content-type\":\"application/json\"," + Answer.BODY_HEADERS
                        + "},\"body\":\"{\\\"message\\\":\\\"Internal Server Error\\\","
                        + "\\\"requestId\\\":\\\"JCJJxhz4PHcEJgQ=\\\"}\"}");
        assertThat(answer.logged()).hasSize(1);
    }

    static List<Throwable> failures() {
        return List.of(
                new RuntimeException(),
                new RuntimeException((String) null),
                new NullPointerException(),
                new IOException("secret"),
                new UncheckedIOException(new IOException("secret")),
                new Exception("secret", new Error("secret")),
                new InterruptedException("secret"),
                new StackOverflowError("secret"),
                new AssertionError("secret"),
                new NoClassDefFoundError("com/example/Secret"),
                new ExceptionInInitializerError(new IllegalStateException("secret")),
                new UnsatisfiedLinkError("secret"),
                new MalformedEventException("secret"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysNothingOfWhatWasThrown(Throwable failure) {
        Answer answer = Invocation.withoutBody().of(throwing(failure));

        assertSaysNothing(answer);
        assertThat(answer.logged().get(0))
                .contains("\"exception\":\"" + failure.getClass().getName() + "\"");
    }

    static Stream<VirtualMachineError> ends() {
        return Stream.of(
                new OutOfMemoryError("Java heap space"), new InternalError("secret"), new VirtualMachineError() {
                    private static final long serialVersionUID = 1L;
                });
    }

    @ParameterizedTest
    @MethodSource("ends")
    void letsAnErrorOfTheVirtualMachineEndTheProcess(VirtualMachineError failure) {
        assertThatThrownBy(() -> Invocation.withoutBody().of(throwing(failure))).isSameAs(failure);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void saysNothingOfABodyThatWasWrittenHalfWay(int written) {
        Answer answer = writing(json -> {
            for (int i = 0; i < written; i++) {
                json.put("secret" + i, "secret");
            }
            json.put("half", "x", (x, half) -> {
                half.put("secret", "secret");
                throw new IllegalStateException("secret");
            });
        });

        assertSaysNothing(answer);
    }

    @Test
    void survivesAnEncoderThatOverflowsTheStack() {
        Encoder<String> endless = new Encoder<>() {
            @Override
            public void write(String value, JsonWriter json) {
                if (!value.isEmpty()) {
                    write(value + "x", json);
                }
            }
        };

        assertSaysNothing(writing(json -> json.put("self", "x", endless)));
    }

    @Test
    void survivesAnEncoderThatDoesNotEnd() {
        assertSaysNothing(writing(json -> json.putArray("rows", rows -> {
            while (true) {
                rows.addObject(row -> row.put("id", 1));
            }
        })));
    }

    @Test
    void survivesAHeaderThatWouldEndTheHeaders() {
        Answer answer = Invocation.withoutBody().of(new HttpApiHandler() {
            @Override
            protected Response handle(Request request) {
                return Response.redirect(303, "/a\r\nset-cookie: a=b");
            }
        });

        assertSaysNothing(answer);
    }

    @Test
    void doesNotTakeAResponseForSentThatWasTooLarge() {
        Answer answer = Invocation.withoutBody().of(new HttpApiHandler() {
            @Override
            protected Response handle(Request request) {
                return Response.text(200, "text/plain", "secret".repeat(1024 * 1024 + 1))
                        .cookie(Cookie.of("session", "secret"));
            }
        });

        assertSaysNothing(answer);
        assertThat(answer.logged().get(0)).contains("response must have at most 6291456 bytes");
    }
}
