package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimestampTest {
    private static final DateTimeFormatter JAVA =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

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
    void writesRfc3339(String timestamp) {
        assertThat(Timestamp.of(Instant.parse(timestamp).toEpochMilli())).isEqualTo(timestamp);
    }

    @Test
    void agreesWithJavaOnAHundredThousandPointsOfTime() {
        Random random = new Random(42);
        for (int i = 0; i < 100_000; i++) {
            long millis = random.nextLong(-62_167_219_200_000L, 253_402_300_800_000L);

            assertThat(Timestamp.of(millis)).isEqualTo(JAVA.format(Instant.ofEpochMilli(millis)));
        }
    }
}
