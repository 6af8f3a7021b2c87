package io.github.securehttpapi.local.internal.integration;

import io.github.securehttpapi.local.internal.gateway.Exchange;
import io.github.securehttpapi.local.internal.gateway.Integration;
import io.github.securehttpapi.local.internal.gateway.Match;

/** A function that does not let the API invoke it. */
public final class UnpermittedIntegration implements Integration {
    /** As API Gateway writes it to the access log (developer guide, http-api-troubleshooting-lambda.html). */
    private static final String PROBLEM = "The IAM role configured on the integration or API Gateway doesn't have"
            + " permissions to call the integration. Check the permissions and try again.";

    @Override
    public void invoke(Exchange exchange, Match match) {
        exchange.fail(500, "Internal Server Error", PROBLEM);
    }
}
