/** What the ratios in the documentation rest on: each class prints some, taken in one run. */
@NullMarked
package io.github.securehttpapi.benchmarks;

import org.jspecify.annotations.NullMarked;
