package io.github.securehttpapi.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What some rounds measured.
 *
 * @param values one of each round, in their order
 */
record Sample(List<Double> values) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    Sample {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("values must be those of one round or more, got none");
        }
        values = List.copyOf(values);
    }

    static Sample of(double... values) {
        return new Sample(Arrays.stream(values).boxed().toList());
    }

    static <T> Sample of(List<T> rounds, ToDoubleFunction<T> value) {
        return of(rounds.stream().mapToDouble(value).toArray());
    }

    static Sample millis(List<Duration> times) {
        return of(times, time -> time.toNanos() / NANOS_PER_MILLI);
    }

    static Sample seconds(List<Duration> times) {
        return of(times, time -> time.toNanos() / NANOS_PER_SECOND);
    }

    /** The rounds' ratios, whose median is not the ratio of the medians: what slows a round slows both. */
    Sample per(Sample other) {
        if (other.values.size() != values.size()) {
            throw new IllegalArgumentException("other must be a sample of as many rounds, " + values.size() + ", got '"
                    + other.values.size() + "'");
        }
        return of(IntStream.range(0, values.size())
                .mapToDouble(round -> values.get(round) / other.values.get(round))
                .toArray());
    }

    @JsonProperty
    double median() {
        return quantile(0.5);
    }

    /** A quarter of the rounds is below it. */
    @JsonProperty
    double lowerQuartile() {
        return quantile(0.25);
    }

    /** A quarter of the rounds is above it. */
    @JsonProperty
    double upperQuartile() {
        return quantile(0.75);
    }

    /** On the line between the two values beside it: type 7 of Hyndman and Fan, "Sample Quantiles", 1996. */
    private double quantile(double share) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
