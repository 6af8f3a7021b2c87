package io.github.securehttpapi.local.internal;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the gateway's threads and waits for their end. They are daemons: a test that forgets to close a gateway still
 * ends.
 */
public final class Threads implements ThreadFactory {
    public static final String PREFIX = "local-gateway-";

    private final AtomicInteger number = new AtomicInteger();
    private final Queue<Thread> started = new ConcurrentLinkedQueue<>();
    private final String purpose;

    public Threads(String purpose) {
        this.purpose = purpose;
    }

    @Override
    public Thread newThread(Runnable task) {
        started.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
        String name = PREFIX + purpose + "-" + number.incrementAndGet();
        // whoever starts it may be running a function, whose values and classes are not for others
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setContextClassLoader(Threads.class.getClassLoader());
        thread.setDaemon(true);
        started.add(thread);
        return thread;
    }

    /** Waits for a bounded time until every thread has ended. Whether they have. */
    public boolean join(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            for (Thread thread : started) {
                TimeUnit.NANOSECONDS.timedJoin(thread, deadline - System.nanoTime());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return started.stream().noneMatch(Thread::isAlive);
    }
}
