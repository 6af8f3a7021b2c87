/**
 * The server: requests in, replies out, in bounded memory and time. Start at
 * {@link io.github.securehttpapi.local.internal.http.HttpServer}.
 */
@NullMarked
package io.github.securehttpapi.local.internal.http;

import org.jspecify.annotations.NullMarked;
