package io.github.securehttpapi.local.internal.gateway;

import java.util.function.LongSupplier;

/**
 * A token bucket: full at first, one token a request, refilled at the rate up to the burst. A rate or a burst of 0 lets
 * nothing through, not even the first burst.
 */
public final class TokenBucket {
    private static final double NANOS_PER_SECOND = 1e9;

    private final double ratePerNano;
    private final double burst;
    private final LongSupplier nanoClock;
    private double tokens;
    private long refilled;

    public TokenBucket(double ratePerSecond, int burst, LongSupplier nanoClock) {
        this.ratePerNano = ratePerSecond / NANOS_PER_SECOND;
        this.burst = burst;
        this.nanoClock = nanoClock;
        this.tokens = ratePerSecond > 0 ? burst : 0;
        this.refilled = nanoClock.getAsLong();
    }

    synchronized boolean take() {
        long now = nanoClock.getAsLong();
        tokens = Math.min(burst, tokens + Math.max(0, now - refilled) * ratePerNano);
        refilled = now;
        if (tokens < 1) {
            return false;
        }
        tokens -= 1;
        return true;
    }
}
