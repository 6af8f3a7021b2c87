package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ErrorLogTest {
    private static final String INTERNAL_SERVER_ERROR =
            "{\"message\":\"Internal Server Error\",\"requestId\":\"JCJJxhz4PHcEJgQ=\"}";

    private static Answer answerTo(RuntimeException failure) {
        return Invocation.withoutBody().of(new HttpApiHandler() {
            @Override
            protected Response handle(Request request) {
                throw failure;
            }
        });
    }

    private static String stackTrace(Answer answer) {
        assertThat(answer.logged()).hasSize(1);
        return String.valueOf(JsonText.object(answer.logged().get(0)).get("stackTrace"));
    }

    private static RuntimeException saying(Supplier<String> message) {
        return new RuntimeException("hidden") {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                return message.get();
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-14T22:13:56Z,2025-04-14T22:13:56.000Z",
        "2025-04-14T22:13:56.120Z,2025-04-14T22:13:56.120Z",
        "2025-04-14T22:13:56.123999999Z,2025-04-14T22:13:56.123Z"
    })
    void leftLambdaWithoutATimestampToKeepTheLevelBy(Instant instant, String timestamp) {
        RecordingContext context = new RecordingContext();

        ErrorLog.write(new IllegalStateException("failed"), new Event(), context, Clock.fixed(instant, ZoneOffset.UTC));

        assertThat(context.logged()).hasSize(1);
        assertThat(context.logged().get(0))
                .startsWith("{\"timestamp\":\"" + timestamp + "\",\"level\":\"ERROR\",\"message\":\"request failed\",");
    }

    @Nested
    final class FailingItself {
        @Test
        void survivesAMessageThatCannotBeHad() {
            Answer answer = answerTo(saying(() -> {
                throw new IllegalStateException("no message");
            }));

            assertThat(answer.body()).isEqualTo(INTERNAL_SERVER_ERROR);
            assertThat(stackTrace(answer)).isEqualTo("cannot be printed");
        }

        @Test
        void passedOnAnErrorThatAMessageThrew() {
            Answer assertion = answerTo(saying(() -> {
                throw new AssertionError("no message");
            }));
            Answer linkage = answerTo(saying(() -> {
                throw new NoClassDefFoundError("com/example/Formatter");
            }));

            assertThat(assertion.body()).isEqualTo(INTERNAL_SERVER_ERROR);
            assertThat(stackTrace(assertion)).isEqualTo("cannot be printed");
            assertThat(linkage.body()).isEqualTo(INTERNAL_SERVER_ERROR);
            assertThat(stackTrace(linkage)).isEqualTo("cannot be printed");
        }

        @Test
        void passedOnAnErrorThatTheLoggerThrew() {
            RecordingContext context = new RecordingContext(() -> {
                throw new NoClassDefFoundError("com/example/Appender");
            });

            ErrorLog.write(new IllegalStateException("failed"), new Event(), context, Clock.systemUTC());

            assertThat(context.logged()).isEmpty();
        }

        @Test
        void letsAnExhaustedHeapEndTheProcess() {
            OutOfMemoryError exhausted = new OutOfMemoryError("Java heap space");
            RecordingContext context = new RecordingContext(() -> {
                throw exhausted;
            });

            assertThatThrownBy(() -> answerTo(saying(() -> {
                        throw exhausted;
                    })))
                    .isSameAs(exhausted);
            assertThatThrownBy(() -> ErrorLog.write(
                            new IllegalStateException("failed"), new Event(), context, Clock.systemUTC()))
                    .isSameAs(exhausted);
        }

        @Test
        void lostTheStackTraceOfAFailureWhoseCauseCannotBePrinted() {
            Answer answer = answerTo(new IllegalStateException("outer", saying(() -> {
                throw new IllegalStateException("no message");
            })));

            assertThat(stackTrace(answer))
                    .startsWith(
                            "java.lang.IllegalStateException: outer\n\tat io.github.securehttpapi.handler.ErrorLogTest")
                    .endsWith(")\ncannot be printed");
        }
    }

    @Nested
    final class KeepingToALimit {
        @Test
        void lostTheStackTraceBehindALongMessage() {
            Answer answer = answerTo(new IllegalStateException("a".repeat(1_000_000)));

            assertThat(answer.logged().get(0)).hasSizeLessThan(1024 * 1024);
            assertThat(stackTrace(answer))
                    .startsWith("java.lang.IllegalStateException: " + "a".repeat(2015)
                            + " ... 995937 characters left out ... " + "a".repeat(2048)
                            + "\n\tat io.github.securehttpapi.handler.ErrorLogTest");
        }

        @Test
        void lostTheRootCauseBehindItsMessageRepeatedByAWrapper() {
            Answer answer = answerTo(new IllegalStateException(new IllegalArgumentException("a".repeat(1_000_000))));

            assertThat(stackTrace(answer))
                    .startsWith("java.lang.IllegalStateException: java.lang.IllegalArgumentException: aaa")
                    .contains(
                            "a\n\tat io.github.securehttpapi.handler.ErrorLogTest",
                            "\nCaused by: java.lang.IllegalArgumentException: aaa")
                    .endsWith(" more\n")
                    .hasSizeLessThan(32 * 1024);
        }

        @Test
        void lostTheRootCauseOfALongChain() {
            RuntimeException failure = new IllegalArgumentException("the root");
            for (int i = 0; i < 200; i++) {
                failure = new IllegalStateException("\u00e9".repeat(4_000), failure);
            }

            Answer answer = answerTo(failure);

            assertThat(answer.logged().get(0)).hasSizeLessThan(1024 * 1024);
            assertThat(stackTrace(answer))
                    .startsWith("java.lang.IllegalStateException: \u00e9")
                    .contains(
                            " characters left out ... ",
                            "\nCaused by: java.lang.IllegalArgumentException: the root\n\t")
                    .endsWith(" more\n");
        }
    }
}
