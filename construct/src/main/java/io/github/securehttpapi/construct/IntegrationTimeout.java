package io.github.securehttpapi.construct;

import software.amazon.awscdk.Duration;

/** How long the gateway waits for an integration. */
final class IntegrationTimeout {
    static final Duration DEFAULT = Duration.seconds(10);

    /** "Quotas for configuring and running an HTTP API in API Gateway", AWS developer guide: integration timeout. */
    private static final long SHORTEST_MILLIS = 50;

    /** API Gateway takes 30 seconds; the CDK's {@code HttpIntegration} takes no more than 29. */
    private static final long LONGEST_MILLIS = 29_000;

    private IntegrationTimeout() {}

    static void require(Duration timeout, String name) {
        if (Boolean.TRUE.equals(timeout.isUnresolved())) {
            throw new IllegalArgumentException(
                    name + " must be known at synthesis, got an unresolved value: write it as a literal");
        }
        long millis = millis(timeout);
        if (millis < SHORTEST_MILLIS || millis > LONGEST_MILLIS) {
            throw new IllegalArgumentException(name + " must be from " + SHORTEST_MILLIS + " ms to " + LONGEST_MILLIS
                    + " ms, got '" + millis + " ms': answer 202 and do the rest later if it takes longer");
        }
    }

    static long millis(Duration timeout) {
        return timeout.toMilliseconds().longValue();
    }
}
