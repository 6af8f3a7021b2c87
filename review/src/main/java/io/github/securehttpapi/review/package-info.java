/** Judges the HTTP APIs of a template, and says what to change; start at {@link Review}. */
@NullMarked
package io.github.securehttpapi.review;

import org.jspecify.annotations.NullMarked;
