package io.github.securehttpapi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ReportTest {
    private static final Map<String, String> NONE = Map.of();
    private static final Claim MET = new Claim("a : b", Sample.of(1), Aim.atMost(2));
    private static final Claim MISSED = new Claim("a : c", Sample.of(3), Aim.atMost(2));
    private static final Claim AIMLESS = new Claim("a : d", Sample.of(3), null);

    private static Report report(Map<String, String> skipped, Map<String, String> failed, Claim... claims) {
        return new Report(NONE, List.of(new Result("part", "Quickly.", List.of(), List.of(claims))), skipped, failed);
    }

    @Test
    void countsAims() {
        Report report = report(NONE, NONE, MET, MISSED, AIMLESS);

        assertThat(report.aims()).isEqualTo(2);
        assertThat(report.missed()).isEqualTo(1);
    }

    @Test
    void objectsToWhatCounts() {
        Report report = report(Map.of("load", "no wrk"), Map.of("part", "broken"), MET, MISSED);

        assertThat(report.objection(false)).isEqualTo("benchmarks must run, got 1 failed");
        assertThat(report.objection(true))
                .isEqualTo(
                        "benchmarks must run, and all aims be measured and met, got 1 failed, 1 skipped and 1 missed");
    }

    @Nested
    final class Passes {
        @Test
        void neverIfAPartFailed() {
            assertThat(report(NONE, Map.of("part", "broken"), MET).passes(false))
                    .isFalse();
            assertThat(report(NONE, Map.of("part", "broken"), MET).passes(true)).isFalse();
        }

        @Test
        void withAMissedAimUnlessItIsStrict() {
            assertThat(report(NONE, NONE, MET, MISSED).passes(false)).isTrue();
            assertThat(report(NONE, NONE, MET, MISSED).passes(true)).isFalse();
        }

        @Test
        void withASkippedPartUnlessItIsStrict() {
            assertThat(report(Map.of("load", "no wrk"), NONE, MET).passes(false))
                    .isTrue();
            assertThat(report(Map.of("load", "no wrk"), NONE, MET).passes(true)).isFalse();
        }

        @Test
        void strictlyIfAllIsMeasuredAndMet() {
            assertThat(report(NONE, NONE, MET, AIMLESS).passes(true)).isTrue();
        }
    }
}
