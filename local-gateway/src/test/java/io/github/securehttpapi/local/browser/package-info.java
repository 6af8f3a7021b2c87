/** What a browser makes of the gateway's answers: start at {@code BrowserTest}. */
@NullMarked
package io.github.securehttpapi.local.browser;

import org.jspecify.annotations.NullMarked;
