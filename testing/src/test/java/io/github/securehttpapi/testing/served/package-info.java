/** What the tests have served: public, since the gateway loads the handler as any other. */
@NullMarked
package io.github.securehttpapi.testing.served;

import org.jspecify.annotations.NullMarked;
