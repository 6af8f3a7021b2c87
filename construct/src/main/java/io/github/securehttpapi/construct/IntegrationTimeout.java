package io.github.securehttpapi.construct;

import software.amazon.awscdk.Duration;

/**
 * How long the gateway waits for an integration. In Java's own terms, since each question to a {@code Duration} of the CDK
 * is a call to the kernel, and there is one for each route.
 *
 * @param millis the time in milliseconds
 */
record IntegrationTimeout(long millis) {
    static final IntegrationTimeout DEFAULT = new IntegrationTimeout(10_000);

    /** "Quotas for configuring and running an HTTP API in API Gateway", AWS developer guide: integration timeout. */
    private static final long SHORTEST_MILLIS = 50;

    /** API Gateway takes 30 seconds; the CDK's {@code HttpIntegration} takes no more than 29. */
    private static final long LONGEST_MILLIS = 29_000;

    static IntegrationTimeout of(Duration timeout, String name) {
        if (Boolean.TRUE.equals(timeout.isUnresolved())) {
            throw new IllegalArgumentException(
                    name + " must be known at synthesis, got an unresolved value: write it as a literal");
        }
        long millis = timeout.toMilliseconds().longValue();
        if (millis < SHORTEST_MILLIS || millis > LONGEST_MILLIS) {
            throw new IllegalArgumentException(name + " must be from " + SHORTEST_MILLIS + " ms to " + LONGEST_MILLIS
                    + " ms, got '" + millis + " ms': answer 202 and do the rest later if it takes longer");
        }
        return new IntegrationTimeout(millis);
    }

    Duration toDuration() {
        return Duration.millis(millis);
    }

    /** For construct ids: nothing for the default, so that it may change without replacing integrations. */
    String suffix() {
        return equals(DEFAULT) ? "" : " " + millis + "ms";
    }
}
