/** Checks the documentation against the code. */
@NullMarked
package io.github.securehttpapi.docs;

import org.jspecify.annotations.NullMarked;
