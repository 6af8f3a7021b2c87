package io.github.securehttpapi.local.internal.function;

import io.github.securehttpapi.local.internal.FailureText;
import io.github.securehttpapi.local.internal.Threads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The threads that run functions, and the one among them that watches their time. */
public final class FunctionThreads implements AutoCloseable {
    /** Ours: how late a time-out may be noticed. */
    private static final Duration TICK = Duration.ofMillis(20);

    /** Ours: the same, while invocations wait for their turn. */
    private static final Duration HURRY = Duration.ofMillis(2);

    /** Ours: how long a thread waits for more work. */
    private static final long KEEP_ALIVE_SECONDS = 10;

    /** Ours: how long {@link #close} waits for the handlers that were interrupted, all together. */
    private static final Duration STOP = Duration.ofSeconds(2);

    private final Threads threads = new Threads("function");

    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);

    private final ThreadFactory ofEnvironments;
    private final Consumer<String> log;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private volatile @Nullable Thread watch;
    private volatile boolean resting;

    public FunctionThreads(Consumer<String> log) {
        this(log, threads -> threads);
    }

    /** With another way to make the threads of environments. */
    FunctionThreads(Consumer<String> log, UnaryOperator<ThreadFactory> ofEnvironments) {
        this.log = log;
        this.ofEnvironments = ofEnvironments.apply(threads);
    }

    /** For what else may block. */
    public Executor workers() {
        return workers;
    }

    /** The threads of one execution environment, which end after a pause and are there again when needed. */
    ExecutorService environment(int concurrency) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                concurrency,
                concurrency,
                KEEP_ALIVE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                ofEnvironments);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    public synchronized void watch(List<FunctionHost> hosts) {
        Thread watching = threads.newThread(() -> watch(hosts, System.nanoTime()));
        watching.start();
        watch = watching;
    }

    // XXX: a handler that ignores its interrupt cannot be stopped; its thread is a daemon
    @Override
    public synchronized void close() {
        stopped.set(true);
        workers.shutdownNow();
        LockSupport.unpark(watch);
        if (!threads.join(STOP)) {
            log.accept("function must return when it is interrupted, got 'a handler still running': stop it");
        }
    }

    /** Something waits: it is looked after soon. */
    void hurry() {
        if (resting) {
            resting = false;
            LockSupport.unpark(watch);
        }
    }

    private void watch(List<FunctionHost> hosts, long start) {
        long expired = start;
        long needed = start;
        while (!stopped.get()) {
            // not at once when nothing waits any more: under load, something does all the time, for microseconds
            resting = System.nanoTime() - needed >= TICK.toNanos();
            LockSupport.parkNanos(resting ? TICK.toNanos() : HURRY.toNanos());
            long now = System.nanoTime();
            for (FunctionHost host : hosts) {
                needed = catchUp(host, now) ? now : needed;
            }
            if (now - expired >= TICK.toNanos()) {
                expired = now;
                hosts.forEach(this::expire);
            }
        }
    }

    /** Whether it has to be looked after again soon. */
    private boolean catchUp(FunctionHost host, long now) {
        try {
            return host.catchUp(now);
        } catch (Throwable failed) {
            log.accept("function must get a thread, got '" + FailureText.line(failed) + "': have it run less at once");
            return true;
        }
    }

    /** Whatever happens to one function's invocations, the time of all others goes on being watched. */
    private void expire(FunctionHost host) {
        try {
            host.expire(System.nanoTime());
        } catch (Throwable failed) {
            log.accept("time-out must end its invocation, got '" + FailureText.line(failed) + "': report it");
        }
    }
}
