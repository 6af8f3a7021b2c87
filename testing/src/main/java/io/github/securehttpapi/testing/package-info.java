/**
 * What a team adds in test scope to guard what its CDK app synthesizes, and to call it: start at {@link
 * io.github.securehttpapi.testing.ReviewAssert}, {@link io.github.securehttpapi.testing.Snapshot} and {@link
 * io.github.securehttpapi.testing.LocalHttpApi}.
 */
@NullMarked
package io.github.securehttpapi.testing;

import org.jspecify.annotations.NullMarked;
