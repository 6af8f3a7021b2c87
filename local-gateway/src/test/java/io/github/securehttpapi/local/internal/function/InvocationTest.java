package io.github.securehttpapi.local.internal.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class InvocationTest {
    private static final long BEGUN = 1_000_000_000;

    private final Invocation invocation = new Invocation(new byte[0], 0, outcome -> {});

    @Test
    void computesForAMomentBeforeItsHandlerHasIt() {
        invocation.begin(BEGUN);

        assertThat(invocation.isComputing(BEGUN + TimeUnit.MILLISECONDS.toNanos(20) - 1))
                .isTrue();
        assertThat(invocation.isComputing(BEGUN + TimeUnit.MILLISECONDS.toNanos(20)))
                .isFalse();
    }

    @Test
    void computesForAMomentInItsHandler() {
        invocation.begin(BEGUN);
        invocation.handle();

        assertThat(invocation.isComputing(BEGUN + TimeUnit.MILLISECONDS.toNanos(20) - 1))
                .isTrue();
        assertThat(invocation.isComputing(BEGUN + TimeUnit.MILLISECONDS.toNanos(20)))
                .isFalse();
    }

    @Test
    void doesNotComputeWhileItsHandlerWaits() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Thread handler = new Thread(() -> {
            invocation.handle();
            await(end);
        });
        invocation.begin(BEGUN);
        handler.start();
        while (handler.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        assertThat(invocation.isComputing(BEGUN)).isFalse();
        end.countDown();
        handler.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }
}
