/** The contact function with annotations. */
@NullMarked
package io.github.securehttpapi.benchmarks.hibernate;

import org.jspecify.annotations.NullMarked;
