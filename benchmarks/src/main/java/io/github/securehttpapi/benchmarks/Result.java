package io.github.securehttpapi.benchmarks;

import java.util.List;

/**
 * What came of one part of a benchmark.
 *
 * @param name of the part
 * @param conditions how it was measured
 * @param measurements each contestant's, in the order to show them in
 * @param claims what follows from them
 */
record Result(String name, String conditions, List<Measurement> measurements, List<Claim> claims) {
    Result {
        measurements = List.copyOf(measurements);
        claims = List.copyOf(claims);
    }
}
