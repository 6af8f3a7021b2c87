/**
 * What the gateway's parts share, and what knows none of them. Start at
 * {@link io.github.securehttpapi.local.internal.Refusal}.
 */
@NullMarked
package io.github.securehttpapi.local.internal;

import org.jspecify.annotations.NullMarked;
