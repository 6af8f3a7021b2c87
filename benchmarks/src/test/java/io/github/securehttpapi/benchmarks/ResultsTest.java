package io.github.securehttpapi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ResultsTest {
    private static final Result FIRST = new Result("first", "Quickly.", List.of(), List.of());
    private static final Result LAST = new Result("last", "Quickly.", List.of(), List.of());

    private final Results results = new Results(Map.of());

    @Test
    void aPartThatBreaksLosesNoOthersResults() throws InterruptedException {
        results.part("first", () -> results.add(FIRST));
        results.part("broken", () -> {
            throw new IllegalStateException("server must answer");
        });
        results.part("last", () -> results.add(LAST));

        assertThat(results.report().results()).containsExactly(FIRST, LAST);
        assertThat(results.report().failed())
                .isEqualTo(Map.of("broken", "java.lang.IllegalStateException: server must answer"));
    }

    @Test
    void aPartThatBreaksKeepsWhatItHad() throws InterruptedException {
        results.part("first", () -> {
            results.add(FIRST);
            throw new NoClassDefFoundError("com/example/Gone");
        });

        assertThat(results.report().results()).containsExactly(FIRST);
        assertThat(results.report().failed())
                .isEqualTo(Map.of("first", "java.lang.NoClassDefFoundError: com/example/Gone"));
    }

    @Test
    void whatBrokeSaysWhatBrokeIt() throws InterruptedException {
        IOException root = new IOException("disk full");
        results.part("warm", () -> {
            throw new IllegalStateException("fork must end", new RuntimeException("wrapper", root));
        });

        assertThat(results.report().failed())
                .isEqualTo(Map.of(
                        "warm",
                        "java.lang.IllegalStateException: fork must end, caused by java.io.IOException: disk full"));
    }

    @Test
    void aPartWithoutItsToolIsSkipped() throws InterruptedException {
        results.part("load", () -> {
            throw new UnavailableException("wrk must be on the PATH");
        });

        assertThat(results.report().skipped()).isEqualTo(Map.of("load", "wrk must be on the PATH"));
        assertThat(results.report().failed()).isEmpty();
    }

    @Test
    void anInterruptEndsTheRun() {
        assertThatThrownBy(() -> results.part("long", () -> {
                    throw new InterruptedException("stop");
                }))
                .isInstanceOf(InterruptedException.class)
                .hasMessage("stop");
    }

    @Test
    void whatIsFoundOutOnTheWayIsOfTheEnvironment() {
        results.environment("wrk", "4.1.0");

        assertThat(results.report().environment()).isEqualTo(Map.of("wrk", "4.1.0"));
    }
}
