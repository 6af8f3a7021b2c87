package io.github.securehttpapi.local.internal.function;

import io.github.securehttpapi.local.internal.FailureText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs one function. Each invocation has an environment to itself: an idle one, else a new one, as in Lambda. At most
 * {@value #MAX_ENVIRONMENTS} at once; further invocations wait for one, as long as the gateway waits for them.
 */
public final class FunctionHost implements AutoCloseable {
    /** Ours: Lambda's default is 1,000 for an account, each with its own machine; these are threads of one. */
    public static final int MAX_ENVIRONMENTS = 200;

    private final FunctionSettings settings;
    private final HandlerCode code;
    private final Executor threads;
    private final Consumer<String> log;
    private final Deque<Environment> idle = new ArrayDeque<>();

    /** Also those whose invocation was given up: they count until their handler has returned, if it ever does. */
    private final Set<Environment> busy = new LinkedHashSet<>();

    private final Deque<Invocation> waiting = new ArrayDeque<>();
    private boolean closed;

    public FunctionHost(FunctionSettings settings, HandlerCode code, Executor threads, Consumer<String> log) {
        this.settings = settings;
        this.code = code;
        this.threads = threads;
        this.log = log;
    }

    public void invoke(Invocation invocation) {
        Environment environment = environment(invocation);
        if (environment != null) {
            threads.execute(() -> work(environment, invocation));
        } else {
            failIfClosed();
        }
    }

    /** Ends what has run out of time, waiting or under way. */
    void expire(long now) {
        for (Environment environment : busy()) {
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
        busy().forEach(environment -> tell(() -> environment.abandon("The gateway stopped")));
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

    private synchronized @Nullable Environment environment(Invocation invocation) {
        Environment environment = closed ? null : idle.pollFirst();
        if (environment == null && (closed || busy.size() >= MAX_ENVIRONMENTS)) {
            waiting.add(invocation);
            return null;
        }
        Environment found = environment == null ? new Environment(settings, code, log) : environment;
        busy.add(found);
        return found;
    }

    private void work(Environment first, Invocation invocation) {
        Environment environment = first;
        Invocation next = invocation;
        while (environment != null && next != null) {
            Environment.Ended ended = environment.run(next);
            next = release(environment, ended.healthy());
            tell(ended.answer());
            environment = next == null ? null : environment(next);
        }
        failIfClosed();
    }

    /** Takes the environment back, or lets go of it; gives the next invocation that waited for one. */
    private synchronized @Nullable Invocation release(Environment environment, boolean healthy) {
        busy.remove(environment);
        if (healthy) {
            idle.addFirst(environment);
        }
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

    private synchronized List<Environment> busy() {
        return List.copyOf(busy);
    }

    private synchronized List<Invocation> expiredWaiting(long now) {
        List<Invocation> expired = new ArrayList<>();
        waiting.removeIf(invocation -> invocation.isExpired(now) && expired.add(invocation));
        return expired;
    }
}
