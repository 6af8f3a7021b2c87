/** The executable jar in a process of its own, under load: run by the profile {@code load}. */
@NullMarked
package io.github.securehttpapi.local.load;

import org.jspecify.annotations.NullMarked;
