package io.github.securehttpapi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RoundsTest {
    @Test
    void eachRoundStartsWithTheNextContestant() throws Exception {
        List<String> turns = new ArrayList<>();

        new Rounds(1, 2).measure(List.of("a", "b", "c"), turns::add);

        assertThat(turns).containsExactly("a", "b", "c", "b", "c", "a", "c", "a", "b");
    }

    @Test
    void warmUpsDoNotCount() throws Exception {
        List<String> turns = new ArrayList<>();

        Map<String, List<Integer>> measured = new Rounds(2, 3).measure(List.of("a", "b"), contestant -> {
            turns.add(contestant);
            return turns.size();
        });

        assertThat(measured).isEqualTo(Map.of("a", List.of(5, 8, 9), "b", List.of(6, 7, 10)));
    }

    @Test
    void contestantsStayInTheirOrder() throws Exception {
        assertThat(new Rounds(0, 3)
                        .measure(List.of("c", "a", "b"), String::length)
                        .keySet())
                .containsExactly("c", "a", "b");
    }
}
