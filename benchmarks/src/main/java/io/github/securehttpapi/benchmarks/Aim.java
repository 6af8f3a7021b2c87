package io.github.securehttpapi.benchmarks;

import java.util.Locale;

/**
 * What a figure is meant to come to.
 *
 * @param bound the side it has to stay on
 * @param limit of the figure's unit
 */
record Aim(Bound bound, double limit) {
    /** The side of the limit that is good. */
    enum Bound {
        AT_MOST,
        AT_LEAST
    }

    static Aim atMost(double limit) {
        return new Aim(Bound.AT_MOST, limit);
    }

    static Aim atLeast(double limit) {
        return new Aim(Bound.AT_LEAST, limit);
    }

    /** What is no number meets no aim. */
    boolean isMetBy(double measured) {
        return bound == Bound.AT_MOST ? measured <= limit : measured >= limit;
    }

    @Override
    public String toString() {
        String side = bound == Bound.AT_MOST ? "at most" : "at least";
        return String.format(Locale.ROOT, "%s %.2f", side, limit);
    }
}
