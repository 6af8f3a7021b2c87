/** What the gateway's parts share. */
@NullMarked
package io.github.securehttpapi.local.internal;

import org.jspecify.annotations.NullMarked;
