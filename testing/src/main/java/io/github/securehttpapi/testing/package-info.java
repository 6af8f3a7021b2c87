/**
 * What a team adds in test scope to guard what its CDK app synthesizes: start at {@link
 * io.github.securehttpapi.testing.ReviewAssert} and {@link io.github.securehttpapi.testing.Snapshot}.
 */
@NullMarked
package io.github.securehttpapi.testing;

import org.jspecify.annotations.NullMarked;
