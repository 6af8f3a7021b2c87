package io.github.securehttpapi.local.internal.function;

import io.github.securehttpapi.local.internal.FailureText;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One invocation under way: its thread and its time. */
final class Execution {
    private final FunctionSettings settings;
    private final Invocation invocation;
    private final Consumer<String> log;
    private @Nullable Thread thread;
    private String phase = "Init";
    private Duration timeout;
    private long deadline;
    private boolean abandoned;

    /** In its init phase, until {@link #invoke}. */
    Execution(FunctionSettings settings, Invocation invocation, Consumer<String> log) {
        this.settings = settings;
        this.invocation = invocation;
        this.log = log;
        this.thread = Thread.currentThread();
        this.timeout = settings.limits().initTimeout();
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    Invocation invocation() {
        return invocation;
    }

    /** The environment is ready: from now on the function's own timeout counts. Gives its end. */
    synchronized long invoke() {
        phase = "Task";
        timeout = settings.limits().timeout();
        deadline = System.nanoTime() + timeout.toNanos();
        return deadline;
    }

    /** Whether the function has run out of time, and has not been told yet. */
    synchronized boolean isOver(long now) {
        return thread != null && !abandoned && now - deadline >= 0;
    }

    /** Ends what has run out of time; its handler may never return. */
    synchronized void expire(long now) {
        if (thread != null && !abandoned) {
            invocation.expire(now);
        }
        if (isOver(now)) {
            abandon("%s timed out after %.2f seconds".formatted(phase, timeout.toMillis() / 1000.0));
        }
    }

    /** Gives it up, if it is still under way, and interrupts its handler. */
    synchronized void abandon(String problem) {
        if (thread != null && !abandoned) {
            abandoned = true;
            thread.interrupt();
            say(problem);
            invocation.fail(problem);
        }
    }

    /** The function ended its process. Its thread is not interrupted: it unwinds. */
    synchronized void exit(String problem) {
        if (thread != null && !abandoned) {
            abandoned = true;
            say(problem);
            invocation.fail("Runtime.ExitError");
        }
    }

    /** The handler failed: what ends the invocation. */
    synchronized Runnable fail(Throwable failure) {
        if (!abandoned) {
            say(FailureText.full(failure));
        }
        return () -> invocation.fail(failure.getClass().getName());
    }

    /** After this no interrupt can hit the thread, which goes on to other work. */
    synchronized void end() {
        thread = null;
        Thread.interrupted();
    }

    private void say(String what) {
        log.accept(settings.name() + " " + invocation.requestId() + " " + what);
    }
}
