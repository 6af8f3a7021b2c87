package io.github.securehttpapi.local;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the gateway's threads and waits for their end. They are daemons: a test that forgets to close a gateway still
 * ends.
 */
final class Threads implements ThreadFactory {
    static final String PREFIX = "local-gateway-";

    private final AtomicInteger number = new AtomicInteger();
    private final Queue<Thread> started = new ConcurrentLinkedQueue<>();
    private final String purpose;

    Threads(String purpose) {
        this.purpose = purpose;
    }

    @Override
    public Thread newThread(Runnable task) {
        started.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
        Thread thread = new Thread(task, PREFIX + purpose + "-" + number.incrementAndGet());
        thread.setDaemon(true);
        started.add(thread);
        return thread;
    }

    /** Waits until every thread has ended, each for a bounded time. Whether they have. */
    boolean join(long millisEach) {
        boolean ended = true;
        try {
            for (Thread thread : started) {
                thread.join(millisEach);
                ended &= !thread.isAlive();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
        return ended;
    }
}
