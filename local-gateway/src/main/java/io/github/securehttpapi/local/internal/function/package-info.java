/** Runs functions as Lambda would. Start at {@link io.github.securehttpapi.local.internal.function.FunctionHost}. */
@NullMarked
package io.github.securehttpapi.local.internal.function;

import org.jspecify.annotations.NullMarked;
