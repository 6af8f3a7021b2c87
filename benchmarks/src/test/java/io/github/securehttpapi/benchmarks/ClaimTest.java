package io.github.securehttpapi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ClaimTest {
    @Test
    void aLimitItselfIsMet() {
        assertThat(new Claim("ours : theirs", Sample.of(1.15), Aim.atMost(1.15)).missed())
                .isFalse();
        assertThat(new Claim("ours : theirs", Sample.of(10), Aim.atLeast(10)).missed())
                .isFalse();
    }

    @Test
    void whatIsOnTheWrongSideOfItIsMissed() {
        assertThat(new Claim("ours : theirs", Sample.of(1.151), Aim.atMost(1.15)).missed())
                .isTrue();
        assertThat(new Claim("ours : theirs", Sample.of(9.9), Aim.atLeast(10)).missed())
                .isTrue();
    }

    @Test
    void theMedianCounts() {
        assertThat(new Claim("ours : theirs", Sample.of(1, 1, 9), Aim.atMost(2)).missed())
                .isFalse();
    }

    @Test
    void whatIsNoNumberIsMissed() {
        assertThat(new Claim("ours : theirs", Sample.of(Double.NaN), Aim.atMost(2)).missed())
                .isTrue();
        assertThat(new Claim("ours : theirs", Sample.of(Double.NaN), Aim.atLeast(2)).missed())
                .isTrue();
    }

    @Test
    void whereNoAimIsNoneIsMissed() {
        assertThat(new Claim("ours : theirs", Sample.of(99), null).missed()).isFalse();
    }

    @Test
    void anAimSaysItsSide() {
        assertThat(Aim.atMost(0.5)).hasToString("at most 0.50");
        assertThat(Aim.atLeast(10)).hasToString("at least 10.00");
    }
}
