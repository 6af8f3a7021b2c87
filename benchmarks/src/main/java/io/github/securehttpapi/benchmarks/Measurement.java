package io.github.securehttpapi.benchmarks;

/**
 * What one contestant came to.
 *
 * @param contestant as the report calls it
 * @param unit of the values
 * @param sample the values
 */
record Measurement(String contestant, String unit, Sample sample) {}
