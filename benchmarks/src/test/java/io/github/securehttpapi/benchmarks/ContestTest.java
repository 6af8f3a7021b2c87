package io.github.securehttpapi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ContestTest {
    private static Contest contest() {
        Map<String, List<Double>> rounds = new LinkedHashMap<>();
        rounds.put("theirs", List.of(1.0, 2.0, 4.0));
        rounds.put("ours", List.of(2.0, 2.0, 2.0));
        return Contest.of("ms", rounds, name -> name, Sample::new);
    }

    @Test
    void measurementsComeInTheOrderOfTheContestants() {
        assertThat(contest().measurements())
                .containsExactly(
                        new Measurement("theirs", "ms", Sample.of(1, 2, 4)),
                        new Measurement("ours", "ms", Sample.of(2, 2, 2)));
    }

    @Test
    void aRatioIsThatOfTheRounds() {
        assertThat(contest().ratio("ours : theirs", "ours", "theirs", Aim.atMost(1)))
                .isEqualTo(new Claim("ours : theirs", Sample.of(2, 1, 0.5), Aim.atMost(1)));
    }

    @Test
    void aContestantThatIsNoneIsNamed() {
        assertThat(contest().has("nobody")).isFalse();
        assertThatThrownBy(() -> contest().sample("nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name must be one of [theirs, ours], got 'nobody'");
    }
}
