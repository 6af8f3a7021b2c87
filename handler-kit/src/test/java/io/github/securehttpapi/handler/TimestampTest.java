package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimestampTest {
    private static final long FIRST_SECOND =
            Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    @Nested
    final class OfALine {
        private static final DateTimeFormatter JAVA =
                new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

        private static String written(long epochMillis) {
            JsonBytes text = new JsonBytes(0);
            Timestamp.write(epochMillis, text);
            return text.toString();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0000-01-01T00:00:00.000Z",
                    "0001-02-28T01:02:03.004Z",
                    "1969-12-31T23:59:59.999Z",
                    "1970-01-01T00:00:00.000Z",
                    "2000-02-29T12:00:00.010Z",
                    "2024-02-29T23:59:59.999Z",
                    "2024-03-01T00:00:00.000Z",
                    "2025-12-31T23:59:59.100Z",
                    "2100-02-28T00:00:00.000Z",
                    "2100-03-01T00:00:00.000Z",
                    "9999-12-31T23:59:59.999Z"
                })
        void hasThreeDigitsOfASecond(String timestamp) {
            assertThat(written(Instant.parse(timestamp).toEpochMilli())).isEqualTo(timestamp);
        }

        @Test
        void agreesWithJavaOnAHundredThousandPointsOfTime() {
            Random random = new Random(42);
            for (int i = 0; i < 100_000; i++) {
                long millis = random.nextLong(FIRST_SECOND * 1_000, (LAST_SECOND + 1) * 1_000);

                assertThat(written(millis)).isEqualTo(JAVA.format(Instant.ofEpochMilli(millis)));
            }
        }
    }

    @Nested
    final class OfAnInstant {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0000-01-01T00:00:00Z",
                    "0000-02-29T00:00:00.000000001Z",
                    "0000-03-01T00:00:00.1Z",
                    "1900-02-28T23:59:59.999999999Z",
                    "1900-03-01T00:00:00.000001Z",
                    "1969-12-31T23:59:59.999999Z",
                    "1970-01-01T00:00:00.001Z",
                    "2000-02-29T12:00:00.100100Z",
                    "2024-12-31T23:59:59.010Z",
                    "2025-04-14T22:13:56.000000010Z",
                    "9999-12-31T23:59:59Z",
                    "9999-12-31T23:59:59.999999999Z"
                })
        void hasAsManyDigitsOfASecondAsJavaGivesIt(String timestamp) {
            Instant instant = Instant.parse(timestamp);

            assertThat(Timestamp.of(instant)).isEqualTo(instant.toString());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "-1000000000-01-01T00:00:00Z",
                    "-0001-12-31T23:59:59.999999999Z",
                    "+10000-01-01T00:00:00Z",
                    "+1000000000-12-31T23:59:59.999999999Z"
                })
        void hasASignInAYearThatNeedsOne(String timestamp) {
            assertThat(Timestamp.of(Instant.parse(timestamp))).isEqualTo(timestamp);
        }

        @Test
        void agreesWithJavaOnAHundredThousandPointsOfTime() {
            Random random = new Random(43);
            int[] precisions = {1, 1_000, 1_000_000, 1_000_000_000};
            for (int i = 0; i < 100_000; i++) {
                int nanos = random.nextInt(1_000_000_000);
                Instant instant = Instant.ofEpochSecond(
                        random.nextLong(FIRST_SECOND, LAST_SECOND + 1), nanos - nanos % precisions[i % 4]);

                assertThat(Timestamp.of(instant)).isEqualTo(instant.toString());
            }
        }
    }
}
