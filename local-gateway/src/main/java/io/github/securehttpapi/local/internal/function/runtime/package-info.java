/**
 * What class loaders of functions define for themselves, from the gateway's own classes: each loader has its copy, with
 * static fields of its own. These classes know the JDK, Lambda's libraries and each other.
 */
@NullMarked
package io.github.securehttpapi.local.internal.function.runtime;

import org.jspecify.annotations.NullMarked;
