package io.github.securehttpapi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class SampleTest {
    @Nested
    final class Quantiles {
        @Test
        void ofAnOddNumberOfRoundsAreValuesOfRounds() {
            Sample sample = Sample.of(5, 1, 4, 2, 3);

            assertThat(sample.median()).isEqualTo(3);
            assertThat(sample.lowerQuartile()).isEqualTo(2);
            assertThat(sample.upperQuartile()).isEqualTo(4);
        }

        @Test
        void ofAnEvenNumberOfRoundsLieBetweenThem() {
            Sample sample = Sample.of(40, 10, 30, 20);

            assertThat(sample.median()).isEqualTo(25);
            assertThat(sample.lowerQuartile()).isEqualTo(17.5);
            assertThat(sample.upperQuartile()).isEqualTo(32.5);
        }

        @Test
        void ofOneRoundAreItsValue() {
            Sample sample = Sample.of(7);

            assertThat(sample.median()).isEqualTo(7);
            assertThat(sample.lowerQuartile()).isEqualTo(7);
            assertThat(sample.upperQuartile()).isEqualTo(7);
        }

        @Test
        void ofNoRoundAreNone() {
            assertThatThrownBy(() -> new Sample(List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("values must be those of one round or more, got none");
        }
    }

    @Nested
    final class Ratios {
        @Test
        void areTakenRoundByRound() {
            assertThat(Sample.of(10, 80, 30).per(Sample.of(10, 40, 10))).isEqualTo(Sample.of(1, 2, 3));
        }

        @Test
        void needAsManyRoundsOfBoth() {
            assertThatThrownBy(() -> Sample.of(1, 2).per(Sample.of(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("other must be a sample of as many rounds, 2, got '1'");
        }
    }

    @Test
    void timesComeInTheUnitAskedFor() {
        List<Duration> times = List.of(Duration.ofNanos(1_500_000));

        assertThat(Sample.millis(times)).isEqualTo(Sample.of(1.5));
        assertThat(Sample.seconds(times)).isEqualTo(Sample.of(0.0015));
    }
}
