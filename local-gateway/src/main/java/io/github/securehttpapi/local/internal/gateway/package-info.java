/**
 * What becomes of a request: stage, route, CORS, throttle, authorizer, integration, access log. Start at
 * {@link io.github.securehttpapi.local.internal.gateway.Gateway}.
 */
@NullMarked
package io.github.securehttpapi.local.internal.gateway;

import org.jspecify.annotations.NullMarked;
