package io.github.securehttpapi.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What becomes of the times of some rounds. */
final class Statistics {
    private static final double NANOS_PER_MILLI = 1e6;

    private Statistics() {}

    static double medianMillis(List<Duration> times) {
        return median(times.stream().mapToDouble(time -> time.toNanos() / NANOS_PER_MILLI));
    }

    static double median(List<Double> values) {
        return median(values.stream().mapToDouble(Double::doubleValue));
    }

    static double medianRatio(List<Duration> times, List<Duration> others) {
        return ratio(nanos(times), nanos(others));
    }

    /** The median of the rounds' ratios, not the ratio of the medians: what slows a round slows both. */
    static double ratio(List<Double> values, List<Double> others) {
        return median(IntStream.range(0, values.size()).mapToDouble(i -> values.get(i) / others.get(i)));
    }

    private static List<Double> nanos(List<Duration> times) {
        return times.stream().map(time -> (double) time.toNanos()).toList();
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
