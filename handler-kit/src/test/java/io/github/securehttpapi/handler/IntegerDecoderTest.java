package io.github.securehttpapi.handler;

import static io.github.securehttpapi.handler.Decoders.bool;
import static io.github.securehttpapi.handler.Decoders.integer;
import static io.github.securehttpapi.handler.Decoding.value;
import static io.github.securehttpapi.handler.Decoding.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IntegerDecoderTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void takesEveryInt(int number) {
        assertThat(value(integer(), Integer.toString(number))).isEqualTo(number);
    }

    @Test
    void takesMinusZeroForZero() {
        assertThat(value(integer(), "-0")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"1\"", "1.0", "1e3", "0.5", "true", "[1]", "{}"})
    void refusesWhatIsNotWrittenAsAWholeNumber(String json) {
        assertThat(violations(integer(), json)).containsExactly(" type must be a whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "4294967297", "9223372036854775807", "18446744073709551617"})
    void doesNotOverflowUpwards(String json) {
        assertThat(violations(integer(), json)).containsExactly(" too_large must be at most 2147483647");
        assertThat(violations(integer(), json + "0".repeat(300)))
                .containsExactly(" too_large must be at most 2147483647");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2147483649", "-4294967297", "-9223372036854775808", "-18446744073709551617"})
    void doesNotOverflowDownwards(String json) {
        assertThat(violations(integer(), json)).containsExactly(" too_small must be at least -2147483648");
    }

    @Test
    void keepsWithinItsBounds() {
        IntegerDecoder oneToThree = integer().min(1).max(3);

        assertThat(value(oneToThree, "1")).isEqualTo(1);
        assertThat(value(oneToThree, "3")).isEqualTo(3);
        assertThat(violations(oneToThree, "0")).containsExactly(" too_small must be at least 1");
        assertThat(violations(oneToThree, "4")).containsExactly(" too_large must be at most 3");
    }

    @Test
    void refusesBoundsThatLeaveNothing() {
        assertThatThrownBy(() -> integer().min(2).max(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("min must be at most max, got '2' and '1'");
    }

    @Test
    void readsBooleansFromBooleansOnly() {
        assertThat(value(bool(), "true")).isTrue();
        assertThat(value(bool(), "false")).isFalse();
        assertThat(violations(bool(), "\"true\"")).containsExactly(" type must be true or false");
        assertThat(violations(bool(), "[true]")).containsExactly(" type must be true or false");
    }
}
