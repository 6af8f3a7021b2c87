package io.github.securehttpapi.local.internal.function;

import io.github.securehttpapi.local.internal.FailureText;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs one function. Each invocation has an environment to itself: an idle one, else a new one, as in Lambda. At most
 * {@value #MAX_ENVIRONMENTS} at once; further invocations wait for one, as long as the gateway waits for them. Beyond
 * the function's reserved concurrency they are refused, as Lambda does.
 *
 * <p>Lambda has a machine for each environment. Here they share the processors, so that a function gets a further
 * environment only if those at work do not end in a moment: that spares each request a change of threads, which costs as
 * much as all the rest of it. What waits for that moment counts for no concurrency.
 */
public final class FunctionHost implements AutoCloseable {
    /** Ours: Lambda's default is 1,000 for an account, each with its own machine; these are threads of one. */
    public static final int MAX_ENVIRONMENTS = 200;

    /**
     * Ours: as many as half of the processors, whose other half is for the connections. One more would be done sooner
     * after another than beside it.
     */
    static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    /** Ours: unless those under way do not compute, but wait for something themselves. They get so long to end. */
    private static final Duration HELD_BACK = Duration.ofMillis(5);

    private final FunctionSettings settings;
    private final FunctionCode code;
    private final FunctionThreads threads;
    private final Consumer<String> log;
    private final Environments environments;
    private final Deque<Invocation> waiting = new ArrayDeque<>();
    private boolean closed;

    public FunctionHost(FunctionSettings settings, HandlerCode code, FunctionThreads threads, Consumer<String> log) {
        this.settings = settings;
        this.code = new FunctionCode(code);
        this.threads = threads;
        this.log = log;
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
        List<Invocation> unserved = new ArrayList<>();
        synchronized (this) {
            if (closed) {
                unserved.addAll(waiting);
                waiting.clear();
            }
        }
        unserved.forEach(invocation -> tell(() -> invocation.fail("The gateway stopped")));
    }

    private void start(Invocation invocation, boolean mayWait) {
        if (!begin(invocation, mayWait)) {
            tell(invocation::throttle);
        }
        failIfClosed();
    }

    /** Has an environment run it, or has it wait for one. Whether either was possible. */
    private boolean begin(Invocation invocation, boolean mayWait) {
        Environment environment;
        synchronized (this) {
            if (!closed && environments.isReservedTaken()) {
                return false;
            }
            environment = mayWait && environments.running() >= AT_ONCE ? null : environment();
            if (environment == null) {
                waiting.add(invocation);
                threads.hurry();
                return true;
            }
        }
        execute(environment, invocation);
        return true;
    }

    /** An idle one or a new one, with one more invocation; null if it would be one too many. */
    private @Nullable Environment environment() {
        Environment idle = closed ? null : environments.take();
        if (idle != null || closed || environments.isFull()) {
            return idle;
        }
        Environment added = new Environment(
                settings, code, threads.environment(settings.limits().concurrency()), log);
        environments.add(added);
        return added;
    }

    private void execute(Environment environment, Invocation invocation) {
        try {
            environment.execute(() -> work(environment, invocation));
        } catch (RejectedExecutionException stopped) {
            tell(() -> invocation.fail("The gateway stopped"));
        }
    }

    private void work(Environment environment, Invocation invocation) {
        Runnable answer;
        try {
            answer = environment.run(invocation);
        } catch (Throwable failed) {
            answer = () -> invocation.fail(failed.getClass().getName());
        }
        Invocation next = release(environment);
        tell(answer);
        if (next != null) {
            start(next, false);
        }
        failIfClosed();
    }

    /** Takes the environment back, or lets go of it; gives the next invocation that waited for one. */
    private synchronized @Nullable Invocation release(Environment environment) {
        environments.release(environment);
        return waiting.pollFirst();
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
        return first != null && first.hasWaited(now, HELD_BACK) && environments.hasRoom() ? waiting.pollFirst() : null;
    }

    private synchronized int underWay() {
        return environments.running();
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
