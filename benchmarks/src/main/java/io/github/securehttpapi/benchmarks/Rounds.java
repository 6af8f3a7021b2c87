package io.github.securehttpapi.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rounds in which every contestant is measured once, the order turned by one from round to round: what else the machine
 * does slows all alike, and nobody always comes first, on the coldest machine.
 *
 * @param warmUps rounds that do not count, which come first
 * @param counted rounds that count
 */
record Rounds(int warmUps, int counted) {
    /** One contestant's turn. */
    @FunctionalInterface
    interface Turn<C, M> {
        M measure(C contestant) throws Exception;
    }

    /** What was measured of each, one value a round, in the order of the contestants. */
    <C, M> Map<C, List<M>> measure(List<C> contestants, Turn<C, M> turn) throws Exception {
        Map<C, List<M>> measured = new LinkedHashMap<>();
        contestants.forEach(contestant -> measured.put(contestant, new ArrayList<>()));
        List<C> order = new ArrayList<>(contestants);
        for (int round = 0; round < warmUps + counted; round++) {
            for (C contestant : order) {
                M value = turn.measure(contestant);
                if (round >= warmUps) {
                    measured.computeIfAbsent(contestant, first -> new ArrayList<>())
                            .add(value);
                }
            }
            Collections.rotate(order, -1);
        }
        return measured;
    }
}
