package io.github.securehttpapi.benchmarks;

/** A ratio that is promised. */
final class Target {
    private Target() {}

    static void atMost(double most, String ratio, double measured) {
        System.out.printf(
                "  %-46s %8.2f   at most %.2f: %s%n", ratio, measured, most, measured <= most ? "met" : "MISSED");
    }

    static void atLeast(double least, String ratio, double measured) {
        System.out.printf(
                "  %-46s %8.2f   at least %.2f: %s%n", ratio, measured, least, measured >= least ? "met" : "MISSED");
    }
}
