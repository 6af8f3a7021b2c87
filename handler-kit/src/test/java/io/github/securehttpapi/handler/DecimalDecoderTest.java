package io.github.securehttpapi.handler;

import static io.github.securehttpapi.handler.Decoders.decimal;
import static io.github.securehttpapi.handler.Decoding.parameters;
import static io.github.securehttpapi.handler.Decoding.value;
import static io.github.securehttpapi.handler.Decoding.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalDecoderTest {
    private static final String TOO_MANY_DIGITS =
            " too_many_digits must have at most 34 digits before the point and 34 behind it";

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0,0",
        "1.50,1.50",
        "-0.01,-0.01",
        "1.5e3,1500",
        "1E+2,100",
        "5e-3,0.005",
        "0e3,0",
        "1e33,1000000000000000000000000000000000"
    })
    void takesNumbersExactly(String json, BigDecimal expected) {
        assertThat(value(decimal(), json)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"1\"", "true", "[1]", "{}"})
    void refusesWhatIsNoNumber(String json) {
        assertThat(violations(decimal(), json)).containsExactly(" type must be a number");
        assertThat(parameters(decimal(), json)).containsExactly(Map.entry("expected", "number"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e1000000000", "-1e1000000000", "1e-1000000000", "0e999999999", "0e-999999999", "1e2147483647",
                "1e2147483648", "1e-2147483648", "1e99999999999999999999", "1e-99999999999999999999", "1e34", "1e-35",
                "12345678901234567890123456789012345", "0.12345678901234567890123456789012345"
            })
    void grewWithTheExponent(String json) {
        assertThat(violations(decimal(), json)).containsExactly(TOO_MANY_DIGITS);
        assertThat(parameters(decimal(), json)).containsOnly(Map.entry("integer", 34), Map.entry("fraction", 34));
    }

    @Test
    void takesAsManyDigitsAsItIsAsked() {
        DecimalDecoder price = decimal().digits(3, 2);

        assertThat(value(price, "999.99")).isEqualTo(new BigDecimal("999.99"));
        assertThat(value(price, "1e2")).isEqualTo(new BigDecimal("100"));
        assertThat(violations(price, "1000"))
                .containsExactly(" too_many_digits must have at most 3 digits before the point and 2 behind it");
        assertThat(violations(price, "1.500"))
                .containsExactly(" too_many_digits must have at most 3 digits before the point and 2 behind it");
        assertThat(violations(decimal().digits(1, 0), "0.5"))
                .containsExactly(" too_many_digits must have at most 1 digit before the point and none behind it");
        assertThat(value(decimal().digits(400, 400), "9".repeat(400))).isEqualTo(new BigDecimal("9".repeat(400)));
    }

    @Test
    void keepsWithinItsBounds() {
        DecimalDecoder decoder = decimal().min(new BigDecimal("0.01")).max(new BigDecimal("1E+2"));

        assertThat(value(decoder, "0.010")).isEqualTo(new BigDecimal("0.010"));
        assertThat(value(decoder, "100.0")).isEqualTo(new BigDecimal("100.0"));
        assertThat(violations(decoder, "0.009")).containsExactly(" too_small must be at least 0.01");
        assertThat(violations(decoder, "100.01")).containsExactly(" too_large must be at most 100");
        assertThat(parameters(decoder, "0")).containsExactly(Map.entry("min", new BigDecimal("0.01")));
        assertThat(parameters(decoder, "101")).containsExactly(Map.entry("max", new BigDecimal("1E+2")));
    }

    @Test
    void handsOutNothingBeyondItsBounds() {
        Decoder<String> decoder = decimal()
                .min(BigDecimal.ONE)
                .max(BigDecimal.TEN)
                .map(number -> {
                    throw new IllegalStateException("asked");
                });

        assertThat(violations(decoder, "0")).containsExactly(" too_small must be at least 1");
        assertThat(violations(decoder, "11")).containsExactly(" too_large must be at most 10");
    }

    @Test
    void keepsItsBoundsWithOtherDigits() {
        DecimalDecoder decoder =
                decimal().min(BigDecimal.ONE).max(BigDecimal.TEN).digits(2, 0);

        assertThat(violations(decoder, "0")).containsExactly(" too_small must be at least 1");
        assertThat(violations(decoder, "11")).containsExactly(" too_large must be at most 10");
        assertThat(violations(decimal().digits(2, 0).min(BigDecimal.ONE), "1.5"))
                .hasSize(1);
        assertThat(violations(decimal().digits(2, 0).max(BigDecimal.TEN), "1.5"))
                .hasSize(1);
    }

    @Test
    void refusesBoundsThatLeaveNothing() {
        assertThat(value(decimal().min(BigDecimal.ONE).max(BigDecimal.ONE), "1"))
                .isEqualTo(BigDecimal.ONE);
        assertThatThrownBy(() -> decimal().min(BigDecimal.TEN).max(BigDecimal.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("min must be at most max, got '10' and '1'");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,'integer must be from 1 to 400, got ''0'''",
        "401,0,'integer must be from 1 to 400, got ''401'''",
        "1,-1,'fraction must be from 0 to 400, got ''-1'''",
        "1,401,'fraction must be from 0 to 400, got ''401'''"
    })
    void refusesDigitsThatNoBodyHas(int integer, int fraction, String message) {
        assertThatThrownBy(() -> decimal().digits(integer, fraction))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
