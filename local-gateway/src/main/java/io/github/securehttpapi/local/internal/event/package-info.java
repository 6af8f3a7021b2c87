/**
 * What functions are told of a request, in both payload formats. Start at
 * {@link io.github.securehttpapi.local.internal.event.PayloadFormat}.
 */
@NullMarked
package io.github.securehttpapi.local.internal.event;

import org.jspecify.annotations.NullMarked;
