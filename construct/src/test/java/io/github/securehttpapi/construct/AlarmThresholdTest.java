package io.github.securehttpapi.construct;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;

final class AlarmThresholdTest {
    private final ApiAlarms.Builder builder = ApiAlarms.Builder.create(new Stack(new App(), "Shop"), "Alarms");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.05     | write 5 for 5 %
            -1       | write 5 for 5 %
            NaN      | write 5 for 5 %
            100      | no rate is above it; to switch an alarm off, use without(…)
            Infinity | no rate is above it; to switch an alarm off, use without(…)
            """)
    void percentages(double percent, String fix) {
        String message = " must be 0, or from 0.1 to below 100 percent, got '" + percent + "': " + fix;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.serverErrorPercent(percent))
                .withMessage("serverErrorPercent" + message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.integrationErrorPercent(percent))
                .withMessage("integrationErrorPercent" + message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.throttledPercent(percent))
                .withMessage("throttledPercent" + message);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 30_001})
    void latency(long millis) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.latency(Duration.millis(millis)))
                .withMessage(
                        "latency must be above 0 and up to 30000 ms, got '%s ms': the gateway waits no longer; to"
                                + " switch the alarm off, use without(…)",
                        millis);
    }

    @Test
    void minimumRequests() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.minimumRequests(0))
                .withMessage("minimumRequests must be from 1, got '0': a rate of no requests is none");
    }
}
