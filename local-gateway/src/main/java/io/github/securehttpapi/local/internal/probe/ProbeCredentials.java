package io.github.securehttpapi.local.internal.probe;

import java.util.List;

/** What lets requests through a route's authorizer. */
@FunctionalInterface
public interface ProbeCredentials {
    /** Nothing does. */
    ProbeCredentials NONE = (routeKey, method, target, body) -> List.of();

    /** Lines such as {@code Authorization: Bearer …} for one request; none if the route cannot be opened. */
    List<String> headers(String routeKey, String method, String target, byte[] body);
}
