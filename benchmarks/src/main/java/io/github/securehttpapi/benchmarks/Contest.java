package io.github.securehttpapi.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What contestants came to in the same rounds and the same unit, by their names. */
final class Contest {
    private final String unit;
    private final Map<String, Sample> samples = new LinkedHashMap<>();

    private Contest(String unit) {
        this.unit = unit;
    }

    /** Of what {@link Rounds#measure} gave. */
    static <C, M> Contest of(
            String unit, Map<C, List<M>> rounds, Function<C, String> name, Function<List<M>, Sample> sample) {
        Contest contest = new Contest(unit);
        rounds.forEach((contestant, values) -> contest.samples.put(name.apply(contestant), sample.apply(values)));
        return contest;
    }

    boolean has(String name) {
        return samples.containsKey(name);
    }

    List<Measurement> measurements() {
        return samples.entrySet().stream()
                .map(sample -> new Measurement(sample.getKey(), unit, sample.getValue()))
                .toList();
    }

    Sample sample(String name) {
        return Optional.ofNullable(samples.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "name must be one of " + samples.keySet() + ", got '" + name + "'"));
    }

    /** The median of the rounds' ratios. */
    Claim ratio(String name, String of, String to, @Nullable Aim aim) {
        return new Claim(name, sample(of).per(sample(to)), aim);
    }
}
