package io.github.securehttpapi.local.internal.gateway;

import java.util.Map;

/**
 * Where a request goes.
 *
 * @param target what it asked for
 * @param stage the stage
 * @param endpoint the route
 * @param pathParameters what the route's variables matched
 */
public record Match(RequestTarget target, ServedStage stage, Endpoint endpoint, Map<String, String> pathParameters) {
    /** The path without the stage's name. */
    public String routedPath() {
        return "/" + String.join("/", ServedApi.routed(target, stage));
    }
}
