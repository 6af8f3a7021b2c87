/** Functions that the local gateway runs for tests. */
@NullMarked
package io.github.securehttpapi.docs.served;

import org.jspecify.annotations.NullMarked;
