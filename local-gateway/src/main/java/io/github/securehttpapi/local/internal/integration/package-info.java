/** What routes call, and the forms in which it is called. */
@NullMarked
package io.github.securehttpapi.local.internal.integration;

import org.jspecify.annotations.NullMarked;
