/** The contact function with a JSON schema. */
@NullMarked
package io.github.securehttpapi.benchmarks.powertools;

import org.jspecify.annotations.NullMarked;
