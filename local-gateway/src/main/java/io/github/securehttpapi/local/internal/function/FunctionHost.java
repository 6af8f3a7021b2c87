package io.github.securehttpapi.local.internal.function;

import io.github.securehttpapi.local.internal.FailureText;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs one function. Each invocation has an environment to itself: an idle one, else a new one, as in Lambda. At most
 * {@value #MAX_ENVIRONMENTS} at once; further invocations wait for one, as long as the gateway waits for them. Beyond
 * the function's reserved concurrency they are refused, as Lambda does.
 *
 * <p>Lambda has a machine for each environment. Here they share the processors, so that a function gets a further
 * environment only if those at work wait for something themselves, or do not end in a moment: that spares the machine the
 * loading and compiling of code that it has no processor for. What waits for that moment counts for no concurrency.
 */
public final class FunctionHost implements AutoCloseable {
    /** Ours: Lambda's default is 1,000 for an account, each with its own machine; these are threads of one. */
    public static final int MAX_ENVIRONMENTS = 200;

    /** Ours: as many as there are processors. One more would be done sooner after another than beside it. */
    static final int AT_ONCE = Runtime.getRuntime().availableProcessors();

    /** Ours: how long an invocation waits at least, once it has to, for those under way to end. */
    private static final Duration HELD_BACK = Duration.ofMillis(5);

    private final FunctionSettings settings;
    private final FunctionCode code;
    private final FunctionThreads threads;
    private final Consumer<String> log;
    private final LongSupplier nanoTime;
    private final Environments environments;
    private final Deque<Invocation> waiting = new ArrayDeque<>();
    private volatile boolean closed;

    /** What is to run, and where. */
    private record Turn(Environment environment, Invocation invocation) {}

    public FunctionHost(FunctionSettings settings, HandlerCode code, FunctionThreads threads, Consumer<String> log) {
        this(settings, code, threads, log, System::nanoTime);
    }

    /** With a clock, on {@link System#nanoTime}'s scale. */
    FunctionHost(
            FunctionSettings settings,
            HandlerCode code,
            FunctionThreads threads,
            Consumer<String> log,
            LongSupplier nanoTime) {
        this.settings = settings;
        this.code = new FunctionCode(code);
        this.threads = threads;
        this.log = log;
        this.nanoTime = nanoTime;
        this.environments = new Environments(settings.limits());
    }

    public void invoke(Invocation invocation) {
        start(invocation, true);
    }

    /**
     * Starts what has been held back for too long, but no more than are under way, since a moment later those may have
     * ended after all. Whether something waits still.
     */
    boolean catchUp(long now) {
        int more = Math.max(1, underWay());
        for (Invocation late = late(now); late != null; late = more > 0 ? late(now) : null) {
            more--;
            start(late, false);
        }
        return isHoldingBack();
    }

    /** Ends what has run out of time, waiting or under way. */
    void expire(long now) {
        for (Environment environment : all()) {
            tell(() -> environment.expire(now));
        }
        for (Invocation expired : expiredWaiting(now)) {
            tell(() -> expired.expire(now));
        }
    }

    /** Answers whoever still waits, and interrupts what is under way. */
    public void abandon() {
        synchronized (this) {
            closed = true;
        }
        failIfClosed();
        all().forEach(environment -> {
            tell(() -> environment.abandon("The gateway stopped"));
            environment.close();
        });
    }

    /** Lets go of the code. A handler that goes on nevertheless finds no more classes. */
    @Override
    public void close() {
        code.close();
    }

    private void failIfClosed() {
        if (!closed) {
            return;
        }
        List<Invocation> unserved = new ArrayList<>();
        synchronized (this) {
            unserved.addAll(waiting);
            waiting.clear();
        }
        unserved.forEach(invocation -> tell(() -> invocation.fail("The gateway stopped")));
    }

    private void start(Invocation invocation, boolean mayWait) {
        Environment environment = begin(invocation, mayWait);
        if (environment != null) {
            execute(environment, invocation);
        }
        failIfClosed();
    }

    /** The environment that is to run it; null if it waits for one, or has been refused. */
    private @Nullable Environment begin(Invocation invocation, boolean mayWait) {
        synchronized (this) {
            if (closed || !environments.isReservedTaken()) {
                long now = nanoTime.getAsLong();
                Environment environment = mayWait && isBusy(now) ? null : environment(invocation, now);
                if (environment == null) {
                    waiting.add(invocation);
                    threads.hurry();
                }
                return environment;
            }
        }
        tell(invocation::throttle);
        return null;
    }

    /** An idle one or a new one, with this further invocation; null if it would be one too many. */
    private @Nullable Environment environment(Invocation invocation, long now) {
        Environment idle = closed ? null : environments.take(invocation, now);
        if (idle != null || closed || environments.isFull()) {
            return idle;
        }
        Environment added = new Environment(
                settings, code, threads.environment(settings.limits().concurrency()), log);
        environments.add(added, invocation, now);
        return added;
    }

    private void execute(Environment environment, Invocation invocation) {
        try {
            environment.execute(() -> work(environment, invocation));
        } catch (RejectedExecutionException stopped) {
            tell(() -> invocation.fail("The gateway stopped"));
        } catch (Throwable unstarted) {
            // nobody else would end it, or give its place to another
            giveBack(environment, invocation);
            tell(() -> invocation.fail("The function got no thread"));
            log.accept(
                    "function must get a thread, got '" + FailureText.line(unstarted) + "': have it run less at once");
        }
    }

    private synchronized void giveBack(Environment environment, Invocation invocation) {
        environments.release(environment, invocation);
    }

    /** Runs an invocation, and then those that waited for it, for as long as this thread's environment takes them. */
    private void work(Environment environment, Invocation first) {
        Invocation invocation = first;
        while (invocation != null) {
            Runnable answer = run(environment, invocation);
            Turn next = release(environment, invocation);
            invocation = next != null && next.environment == environment ? next.invocation : null;
            tell(answer);
            if (next != null && invocation == null) {
                execute(next.environment, next.invocation);
            }
            failIfClosed();
        }
    }

    private static Runnable run(Environment environment, Invocation invocation) {
        try {
            return environment.run(invocation);
        } catch (Throwable failed) {
            return () -> invocation.fail(failed.getClass().getName());
        }
    }

    /** Takes the environment back, or lets go of it; gives what has waited for that, and its environment. */
    private synchronized @Nullable Turn release(Environment environment, Invocation invocation) {
        environments.release(environment, invocation);
        Invocation next = waiting.peekFirst();
        long now = next == null ? 0 : nanoTime.getAsLong();
        if (next == null || isBusy(now) || environments.isReservedTaken()) {
            return null;
        }
        Environment chosen = environment(next, now);
        return chosen == null ? null : new Turn(chosen, waiting.removeFirst());
    }

    /** Whether those under way use all the processors that are there for functions. */
    private boolean isBusy(long now) {
        return environments.areComputing(AT_ONCE, now);
    }

    /** Ends an invocation. If that fails, it must not cost the others their end, or their turn. */
    private void tell(Runnable end) {
        try {
            end.run();
        } catch (Throwable failed) {
            log.accept("answer must reach its client, got '" + FailureText.line(failed) + "': report it");
        }
    }

    private synchronized @Nullable Invocation late(long now) {
        Invocation first = waiting.peekFirst();
        return first != null && first.hasWaited(now, HELD_BACK) && !isBusy(now) && environments.hasRoom()
                ? waiting.pollFirst()
                : null;
    }

    private synchronized int underWay() {
        return environments.underWay();
    }

    private synchronized boolean isHoldingBack() {
        return !waiting.isEmpty() && environments.hasRoom();
    }

    private synchronized List<Environment> all() {
        return environments.all();
    }

    private synchronized List<Invocation> expiredWaiting(long now) {
        List<Invocation> expired = new ArrayList<>();
        waiting.removeIf(invocation -> invocation.isExpired(now) && expired.add(invocation));
        return expired;
    }
}
