/**
 * Sends routes what no polite client would, and looks at what comes back. Start at
 * {@link io.github.securehttpapi.local.internal.probe.Probe}.
 */
@NullMarked
package io.github.securehttpapi.local.internal.probe;

import org.jspecify.annotations.NullMarked;
