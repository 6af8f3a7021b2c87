package io.github.securehttpapi.handler;

import static io.github.securehttpapi.handler.Decoders.longInteger;
import static io.github.securehttpapi.handler.Decoding.parameters;
import static io.github.securehttpapi.handler.Decoding.value;
import static io.github.securehttpapi.handler.Decoding.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LongDecoderTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 2_147_483_648L, Long.MAX_VALUE, Long.MIN_VALUE})
    void takesEveryLong(long number) {
        assertThat(value(longInteger(), Long.toString(number))).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"1\"", "1.0", "1e3", "true", "[1]", "{}"})
    void refusesWhatIsNotWrittenAsAWholeNumber(String json) {
        assertThat(violations(longInteger(), json)).containsExactly(" type must be a whole number");
        assertThat(parameters(longInteger(), json)).containsExactly(Map.entry("expected", "integer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775808", "18446744073709551617", "99999999999999999999", "100000000000000000000"})
    void doesNotOverflowUpwards(String json) {
        assertThat(violations(longInteger(), json)).containsExactly(" too_large must be at most 9223372036854775807");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-9223372036854775809", "-18446744073709551617", "-99999999999999999999"})
    void doesNotOverflowDownwards(String json) {
        assertThat(violations(longInteger(), json)).containsExactly(" too_small must be at least -9223372036854775808");
    }

    @Test
    void keepsWithinItsBounds() {
        LongDecoder decoder = longInteger().min(-5_000_000_000L).max(5_000_000_000L);

        assertThat(value(decoder, "-5000000000")).isEqualTo(-5_000_000_000L);
        assertThat(value(decoder, "5000000000")).isEqualTo(5_000_000_000L);
        assertThat(violations(decoder, "-5000000001")).containsExactly(" too_small must be at least -5000000000");
        assertThat(violations(decoder, "5000000001")).containsExactly(" too_large must be at most 5000000000");
        assertThat(violations(decoder, "9".repeat(400))).containsExactly(" too_large must be at most 5000000000");
        assertThat(parameters(decoder, "-5000000001")).containsEntry("min", -5_000_000_000L);
        assertThat(parameters(decoder, "5000000001")).containsEntry("max", 5_000_000_000L);
    }

    @Test
    void refusesBoundsThatLeaveNothing() {
        assertThat(value(longInteger().min(1).max(1), "1")).isEqualTo(1);
        assertThatThrownBy(() -> longInteger().min(2).max(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("min must be at most max, got '2' and '1'");
    }
}
