package io.github.securehttpapi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class SettingsTest {
    private static Settings settings(String... properties) {
        Properties all = new Properties();
        for (int i = 0; i < properties.length; i += 2) {
            all.setProperty(properties[i], properties[i + 1]);
        }
        return Settings.of(Path.of("benchmarks"), all);
    }

    @Test
    void allRunAsTheyAreMeantToUnlessTold() {
        assertThat(settings())
                .isEqualTo(new Settings(
                        Path.of("benchmarks"),
                        List.of("cold-start", "warm", "synthesis", "review", "local-gateway"),
                        21,
                        4,
                        false,
                        ""));
    }

    @Test
    void anEmptyPropertyIsNone() {
        assertThat(settings("benchmark", "", "benchmark.strict", "", "jdk25", ""))
                .isEqualTo(settings());
    }

    @Test
    void someRunInTheOrderOfTheirNames() {
        assertThat(settings("benchmark", "warm,cold-start").benchmarks()).containsExactly("warm", "cold-start");
    }

    @Test
    void whatTakesLongHasFewerRoundsAndNeverMoreThanAskedFor() {
        assertThat(settings().rounds(5)).isEqualTo(5);
        assertThat(settings("benchmark.rounds", "3").rounds(5)).isEqualTo(3);
    }

    @Test
    void refusesABenchmarkThatIsNone() {
        assertThatThrownBy(() -> settings("benchmark", "warm,cold"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("benchmark must be of [cold-start, warm, synthesis, review, local-gateway], got 'cold':"
                        + " -Dbenchmark=cold-start");
    }

    @Test
    void refusesACountThatIsNone() {
        assertThatThrownBy(() -> settings("benchmark.rounds", "0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("benchmark.rounds must be a whole number from 1 to 9999, got '0': -Dbenchmark.rounds=21");
        assertThatThrownBy(() -> settings("benchmark.seconds", "2s"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("benchmark.seconds must be a whole number from 1 to 9999, got '2s': -Dbenchmark.seconds=4");
    }

    @Test
    void refusesStrictnessThatIsNeither() {
        assertThat(settings("benchmark.strict", "true").strict()).isTrue();
        assertThatThrownBy(() -> settings("benchmark.strict", "yes"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("benchmark.strict must be true or false, got 'yes': -Dbenchmark.strict=true");
    }
}
