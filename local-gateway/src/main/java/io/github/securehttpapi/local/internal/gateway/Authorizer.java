package io.github.securehttpapi.local.internal.gateway;

import io.github.securehttpapi.local.internal.http.Request;
import java.util.function.Consumer;

/** Decides whether a request may reach its route's integration. */
public interface Authorizer {
    /** Decides now or later, on any thread, exactly once. Never blocks the caller, which is an event loop. */
    void authorize(Request request, Match match, Consumer<Decision> then);
}
