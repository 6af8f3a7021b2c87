/** A function on the typed event of aws-lambda-java-events. */
@NullMarked
package io.github.securehttpapi.benchmarks.events;

import org.jspecify.annotations.NullMarked;
