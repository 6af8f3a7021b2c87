package io.github.securehttpapi.local.internal.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnsweredNamesTest {
    private final AnsweredNames names = new AnsweredNames();

    @Test
    void nameGoesOutInLowerCase() {
        assertThat(names.of("X-Tenant").octets().toString()).isEqualTo("x-tenant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Date", "content-length", "Connection", "apigw-requestid"})
    void someNamesAreTheGateways(String name) {
        assertThat(names.of(name).isLeftOut()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:", "a\r\nb", "é"})
    void otherTextsAreNoNamesHoweverOftenTheyCome(String text) {
        for (int time = 0; time < 2; time++) {
            AnsweredName name = names.of(text);
            assertThat(name.isLeftOut()).isFalse();
            assertThatThrownBy(name::octets)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no header can be called '" + text + "'");
        }
    }

    @Test
    void usualNameIsLookedAtOnce() {
        assertThat(names.of("x-usual")).isSameAs(names.of("x-usual"));
    }

    @Test
    void longNameIsNotKept() {
        assertThat(names.of("x".repeat(64))).isSameAs(names.of("x".repeat(64)));
        assertThat(names.of("x".repeat(65))).isNotSameAs(names.of("x".repeat(65)));
    }

    @Test
    void namesWithoutEndAreNotKept() {
        IntStream.range(0, 256).forEach(number -> names.of("x-" + number));

        assertThat(names.of("x-255")).isSameAs(names.of("x-255"));
        assertThat(names.of("x-256")).isNotSameAs(names.of("x-256")).hasToString("x-256");
    }
}
