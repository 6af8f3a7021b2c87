/** Functions on a stream, without the kit. */
@NullMarked
package io.github.securehttpapi.benchmarks.stream;

import org.jspecify.annotations.NullMarked;
