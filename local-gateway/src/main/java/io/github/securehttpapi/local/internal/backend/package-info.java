/** The HTTP client of proxied routes. Start at {@link io.github.securehttpapi.local.internal.backend.Backends}. */
@NullMarked
package io.github.securehttpapi.local.internal.backend;

import org.jspecify.annotations.NullMarked;
