package io.github.securehttpapi.local;

import java.time.Duration;

/**
 * A route at work.
 *
 * @param routeKey the route key
 * @param pattern the route key, parsed
 * @param host the function behind it
 * @param timeout how long the gateway waits for the function
 */
record Endpoint(String routeKey, RoutePattern pattern, FunctionHost host, Duration timeout) {}
