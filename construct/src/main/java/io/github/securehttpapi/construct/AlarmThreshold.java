package io.github.securehttpapi.construct;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Token;

/** The checks on thresholds which CloudWatch leaves to the first incident that nobody heard of. */
final class AlarmThreshold {
    private static final double SMALLEST_PERCENT = 0.1;
    private static final double ALL_PERCENT = 100;

    /** "Quotas for configuring and running an HTTP API in API Gateway", AWS developer guide: integration timeout. */
    private static final long LONGEST_MILLIS = 30_000;

    private AlarmThreshold() {}

    static Number requirePercent(Number percent, String name) {
        double value = percent.doubleValue();
        boolean inRange = value == 0 || (value >= SMALLEST_PERCENT && value < ALL_PERCENT);
        if (!inRange && !Boolean.TRUE.equals(Token.isUnresolved(percent))) {
            throw new IllegalArgumentException(name + " must be 0, or from 0.1 to below 100 percent, got '" + percent
                    + "': "
                    + (value >= ALL_PERCENT
                            ? "no rate is above it; to switch an alarm off, use without(…)"
                            : "write 5 for 5 %"));
        }
        return percent;
    }

    static Number requireLatency(Duration latency, String name) {
        Number millis = latency.toMilliseconds();
        if (Boolean.TRUE.equals(latency.isUnresolved())) {
            return millis;
        }
        if (millis.longValue() <= 0 || millis.longValue() > LONGEST_MILLIS) {
            throw new IllegalArgumentException(name + " must be above 0 and up to " + LONGEST_MILLIS + " ms, got '"
                    + millis + " ms': the gateway waits no longer; to switch the alarm off, use without(…)");
        }
        return millis;
    }
}
