/**
 * What the ratios in the documentation rest on, taken in one run and told in one {@link
 * io.github.securehttpapi.benchmarks.Report}: {@link io.github.securehttpapi.benchmarks.Benchmarks} runs them.
 */
@NullMarked
package io.github.securehttpapi.benchmarks;

import org.jspecify.annotations.NullMarked;
