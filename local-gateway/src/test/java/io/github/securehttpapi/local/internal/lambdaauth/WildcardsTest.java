package io.github.securehttpapi.local.internal.lambdaauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WildcardsTest {
    @ParameterizedTest
    @CsvSource({
        "a, a, true",
        "a, b, false",
        "a, ab, false",
        "ab, a, false",
        "*, '', true",
        "*, abc, true",
        "?, '', false",
        "?, a, true",
        "?, ab, false",
        "a*c, abbc, true",
        "a*c, abb, false",
        "*b*d, abcbd, true",
        "*b*d, abcb, false",
        "a**, a, true",
        "a*?, a, false",
        "a*?, ab, true",
        "'', '', true",
        "'', a, false",
        "*.x, *.x, true",
        "\\*, *, false",
    })
    void starsStandForAnyAndQuestionMarksForOne(String pattern, String text, boolean matches) {
        assertThat(Wildcards.match(pattern, text)).isEqualTo(matches);
    }

    @Test
    void patternsOfManyStarsTakeNoLongTime() {
        String pattern = "*a".repeat(1000) + "b";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(Wildcards.match(pattern, "a".repeat(10_000))).isFalse());
    }
}
