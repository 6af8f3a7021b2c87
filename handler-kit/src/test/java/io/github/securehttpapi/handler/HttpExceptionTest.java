package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpExceptionTest {
    private static Answer answerTo(RuntimeException failure) {
        return Invocation.withoutBody().of(new HttpApiHandler() {
            @Override
            protected Response handle(Request request) {
                throw failure;
            }
        });
    }

    // snippet:own-error
    private static final class OutOfStockException extends HttpException {
        @Serial
        private static final long serialVersionUID = 1L;

        OutOfStockException(String item) {
            super(Response.error(409, item + " is out of stock")
                    .problemType(URI.create("https://api.example.com/problems/out-of-stock"), "Out of stock"));
        }
    }
    // end

    @Nested
    final class Answering {
        @Test
        void answersWithItsStatusAndMessage() {
            Answer answer = answerTo(HttpException.notFound("no \"such\" contact\r\n\u2028\ud83d</script>"));

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body())
                    .isEqualTo("{\"message\":\"no \\\"such\\\" contact\\r\\n\u2028\ufffd</script>\","
                            + "\"requestId\":\"JCJJxhz4PHcEJgQ=\"}");
            assertThat(answer.header("x-request-id")).isEqualTo("JCJJxhz4PHcEJgQ=");
            assertThat(answer.header("cache-control")).isEqualTo("no-store");
            assertThat(answer.logged()).isEmpty();
        }

        @Test
        void hasAFactoryForEachCommonStatus() {
            assertThat(HttpException.forbidden("a").status()).isEqualTo(403);
            assertThat(HttpException.notFound("a").status()).isEqualTo(404);
            assertThat(HttpException.conflict("a").status()).isEqualTo(409);
            assertThat(HttpException.gone("a").status()).isEqualTo(410);
            assertThat(HttpException.preconditionFailed("a").status()).isEqualTo(412);
            assertThat(HttpException.unprocessable("a").status()).isEqualTo(422);
            assertThat(HttpException.tooManyRequests(Duration.ZERO, "a").status())
                    .isEqualTo(429);
            assertThat(HttpException.serviceUnavailable(Duration.ZERO, "a").status())
                    .isEqualTo(503);
            assertThat(new HttpException(400, "a")).hasMessage("a");
        }

        @Test
        void tellsTheViolationsThatAHandlerFound() {
            assertThat(answerTo(HttpException.unprocessable(
                                    "cannot be booked", new Violation("/day", "holiday", "must be a working day")))
                            .body())
                    .isEqualTo("{\"message\":\"cannot be booked\",\"requestId\":\"JCJJxhz4PHcEJgQ=\",\"violations\":["
                            + "{\"pointer\":\"/day\",\"code\":\"holiday\",\"message\":\"must be a working day\"}]}");
        }

        @ParameterizedTest
        @CsvSource({"PT0S,0", "PT30S,30", "PT0.001S,1", "PT59.000000001S,60", "P1D,86400"})
        void saysWhenToComeBack(Duration retryAfter, String seconds) {
            assertThat(answerTo(HttpException.tooManyRequests(retryAfter, "slow down"))
                            .header("retry-after"))
                    .isEqualTo(seconds);
            assertThat(answerTo(HttpException.serviceUnavailable(retryAfter, "come back"))
                            .header("retry-after"))
                    .isEqualTo(seconds);
        }

        @Test
        void refusesToHaveThemComeBackInThePast() {
            assertThatThrownBy(() -> HttpException.tooManyRequests(Duration.ofSeconds(-1), "a"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("retryAfter must not be negative, got '-1' seconds");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 200, 399, 600})
        void refusesAStatusThatIsNoError(int status) {
            assertThatThrownBy(() -> new HttpException(status, "a"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("status must be from 400 to 599, got '" + status + "'");
        }

        @Test
        void refusesAResponseThatIsNoError() {
            assertThatThrownBy(() -> new HttpException(Response.of(404)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("error must be made by Response.error(…), got a response of status '404'");
        }

        @Test
        @SuppressWarnings("NullAway") // Code that is not null-checked passes an exception's message on.
        void madeA500OfAMessageThatIsNull() {
            HttpException failure = HttpException.conflict(new IllegalStateException().getMessage());

            assertThat(answerTo(failure).body())
                    .isEqualTo("{\"message\":\"Conflict\",\"requestId\":\"JCJJxhz4PHcEJgQ=\"}");
            assertThat(failure).hasMessage("Conflict");
        }

        @Test
        void letsAnApplicationNameItsOwn() {
            Answer answer = answerTo(new OutOfStockException("tea"));

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body())
                    .isEqualTo("{\"message\":\"tea is out of stock\",\"requestId\":\"JCJJxhz4PHcEJgQ=\"}");
        }

        @Test
        void comesOutOfTheWritingOfABody() {
            HttpApiHandler handler = new HttpApiHandler() {
                @Override
                protected Response handle(Request request) {
                    return Response.ok(json -> json.put("half", "a").put("owner", "b", (owner, half) -> {
                        throw HttpException.gone(owner);
                    }));
                }
            };

            assertThat(Invocation.withoutBody().of(handler).body())
                    .isEqualTo("{\"message\":\"b\",\"requestId\":\"JCJJxhz4PHcEJgQ=\"}");
        }
    }

    @Nested
    final class Logging {
        private Response find(String id) {
            if (id.isEmpty()) {
                // snippet:not-found
                throw HttpException.notFound("no such contact");
                // end
            }
            try {
                throw new IllegalStateException("table contacts is throttled");
            } catch (IllegalStateException busy) {
                // snippet:cause
                throw HttpException.serviceUnavailable(Duration.ofSeconds(5), "try again later")
                        .causedBy(busy);
                // end
            }
        }

        @Test
        void answersAsTheReferenceShows() {
            assertThatThrownBy(() -> find("")).hasMessage("no such contact").hasNoCause();
            assertThatThrownBy(() -> find("7"))
                    .hasMessage("try again later")
                    .hasRootCauseMessage("table contacts is throttled");
        }

        @Test
        void tellsItsCauseToTheLogAlone() {
            Answer answer = answerTo(HttpException.serviceUnavailable(Duration.ofSeconds(5), "try later")
                    .causedBy(new IllegalStateException("table contacts is throttled")));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("retry-after")).isEqualTo("5");
            assertThat(answer.json()).doesNotContain("throttled", "Exception");
            assertThat(answer.logged()).hasSize(1);
            assertThat(String.valueOf(JsonText.object(answer.logged().get(0)).get("stackTrace")))
                    .startsWith("io.github.securehttpapi.handler.HttpException: try later\n"
                            + "Caused by: java.lang.IllegalStateException: table contacts is throttled\n\tat ");
        }

        @Test
        void takesItsCauseByConstructorToo() {
            Throwable cause = new IllegalStateException("inside");

            assertThat(answerTo(new HttpException(502, "try later", cause))
                            .logged()
                            .get(0))
                    .contains("inside");
            assertThat(answerTo(new HttpException(Response.error(502, "try later"), cause))
                            .logged()
                            .get(0))
                    .contains("inside");
        }

        @Test
        void costsNoStackTraceThatAnyoneCanProvoke() {
            assertThat(HttpException.notFound("a").getStackTrace()).isEmpty();
            assertThat(HttpException.notFound("a")
                            .causedBy(new IllegalStateException("b"))
                            .getStackTrace())
                    .isEmpty();
        }
    }

    @Nested
    final class FailingItself {
        @Test
        void answersA500WhereTheCauseCannotBeHad() {
            HttpException failure = new HttpException(404, "a") {
                private static final long serialVersionUID = 1L;

                @Override
                public synchronized @Nullable Throwable getCause() {
                    throw new IllegalStateException("inside");
                }
            };

            Answer answer = answerTo(failure);

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body())
                    .isEqualTo("{\"message\":\"Internal Server Error\",\"requestId\":\"JCJJxhz4PHcEJgQ=\"}");
        }

        @Test
        void answersA500WhereTheMessageIsLargerThanLambdaPassesOn() {
            Answer answer = answerTo(HttpException.conflict("a".repeat(6 * 1024 * 1024)));

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.logged().get(0)).contains("response must have at most 6291456 bytes");
        }
    }

    @Test
    void hadNullForAResponseOnceDeserialized() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
            output.writeObject(new OutOfStockException("tea"));
        }

        try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            HttpException read = (HttpException) input.readObject();

            assertThat(read.status()).isEqualTo(409);
            assertThat(read.response().status()).isEqualTo(409);
            assertThat(read.response().errorMessage()).isEqualTo("tea is out of stock");
        }
    }
}
