package io.github.securehttpapi.local.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class TokenBucketTest {
    private final AtomicLong nanos = new AtomicLong(-5);

    @Test
    void givesTheBurstThenTheRate() {
        TokenBucket bucket = new TokenBucket(2, 3, nanos::get);
        assertThat(taken(bucket, 10)).isEqualTo(3);
        nanos.addAndGet(499_999_999);
        assertThat(taken(bucket, 10)).isZero();
        nanos.addAndGet(2);
        assertThat(taken(bucket, 10)).isEqualTo(1);
    }

    @Test
    void refillsToTheBurstAndNoFurther() {
        TokenBucket bucket = new TokenBucket(100, 3, nanos::get);
        assertThat(taken(bucket, 10)).isEqualTo(3);
        nanos.addAndGet(3_600_000_000_000L);
        assertThat(taken(bucket, 10)).isEqualTo(3);
    }

    @Test
    void burstOfZeroGivesNothing() {
        TokenBucket bucket = new TokenBucket(100, 0, nanos::get);
        nanos.addAndGet(1_000_000_000);
        assertThat(bucket.take()).isFalse();
    }

    @Test
    void clockThatStepsBackTakesNothingAway() {
        TokenBucket bucket = new TokenBucket(1, 2, nanos::get);
        assertThat(bucket.take()).isTrue();
        nanos.addAndGet(-1_000_000_000);
        assertThat(bucket.take()).isTrue();
    }

    private static int taken(TokenBucket bucket, int attempts) {
        int taken = 0;
        for (int attempt = 0; attempt < attempts; attempt++) {
            taken += bucket.take() ? 1 : 0;
        }
        return taken;
    }
}
