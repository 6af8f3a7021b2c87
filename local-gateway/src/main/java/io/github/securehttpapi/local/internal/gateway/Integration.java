package io.github.securehttpapi.local.internal.gateway;

/** What a route calls: ends the exchange exactly once, now or later, on any thread. Never blocks the caller. */
public interface Integration {
    /** Answers the request, or fails it. */
    void invoke(Exchange exchange, Match match);
}
