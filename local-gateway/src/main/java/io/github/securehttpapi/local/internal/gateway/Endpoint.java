package io.github.securehttpapi.local.internal.gateway;

import org.jspecify.annotations.Nullable;

/**
 * A route at work.
 *
 * @param routeKey the route key
 * @param pattern the route key, parsed
 * @param authorizer who may call it, or null if anyone may
 * @param integration what it calls
 */
public record Endpoint(
        String routeKey, RoutePattern pattern, @Nullable Authorizer authorizer, Integration integration) {}
