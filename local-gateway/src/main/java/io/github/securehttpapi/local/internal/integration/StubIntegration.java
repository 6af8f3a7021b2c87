package io.github.securehttpapi.local.internal.integration;

import io.github.securehttpapi.local.internal.gateway.Exchange;
import io.github.securehttpapi.local.internal.gateway.Integration;
import io.github.securehttpapi.local.internal.gateway.Match;

/** Stands in for what the gateway cannot call. The route's authorizer, throttle and CORS are the real ones. */
public final class StubIntegration implements Integration {
    @Override
    public void invoke(Exchange exchange, Match match) {
        exchange.fail(501, "Not Implemented", "The integration is a stub here");
    }
}
