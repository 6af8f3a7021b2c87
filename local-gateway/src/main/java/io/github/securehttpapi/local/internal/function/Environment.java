package io.github.securehttpapi.local.internal.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.securehttpapi.local.internal.FailureText;
import io.github.securehttpapi.local.internal.Payload;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An execution environment: one handler instance, one invocation at a time. */
public final class Environment {
    /** Lambda's limit for the init phase (developer guide, lambda-runtime-environment.html). */
    private static final Duration INIT_TIMEOUT = Duration.ofSeconds(10);

    /** Lambda's limit for an answer, as its error message states it. */
    private static final int MAX_ANSWER_BYTES = 6_291_556;

    private final FunctionSettings settings;
    private final HandlerCode code;
    private final Consumer<String> log;
    private @Nullable RequestStreamHandler handler;
    private @Nullable Invocation current;
    private @Nullable Thread thread;
    private long deadline;
    private boolean abandoned;

    Environment(FunctionSettings settings, HandlerCode code, Consumer<String> log) {
        this.settings = settings;
        this.code = code;
        this.log = log;
    }

    /**
     * What is left when the handler has returned.
     *
     * @param healthy whether the environment can take another invocation
     * @param answer ends the invocation
     */
    record Ended(boolean healthy, Runnable answer) {}

    /** Runs one invocation. The caller ends it, when the environment is back in its place. */
    Ended run(Invocation invocation) {
        Ended ended;
        boolean kept = false;
        begin(invocation);
        try {
            ended = outcome(invocation);
        } finally {
            kept = end();
        }
        return kept ? ended : new Ended(false, ended.answer());
    }

    /** Ends what has run out of time; its handler may never return. */
    synchronized void expire(long now) {
        Invocation running = current;
        if (running == null || abandoned) {
            return;
        }
        running.expire(now);
        if (now - deadline >= 0) {
            abandon("Task timed out after %.2f seconds"
                    .formatted(settings.timeout().toMillis() / 1000.0));
        }
    }

    /** Gives up the invocation under way, if there is one, and interrupts its handler. */
    synchronized void abandon(String problem) {
        Invocation running = current;
        if (running != null && thread != null && !abandoned) {
            abandoned = true;
            thread.interrupt();
            log.accept(running.requestId() + " " + problem);
            running.fail(problem);
        }
    }

    private Ended outcome(Invocation invocation) {
        Thread.currentThread().setContextClassLoader(code.loader());
        try {
            byte[] payload = call(invocation);
            return new Ended(true, () -> invocation.answer(payload));
        } catch (Exception failed) {
            return new Ended(handler != null, report(invocation, failed));
        } catch (Throwable fatal) {
            return new Ended(false, report(invocation, fatal));
        } finally {
            Thread.currentThread().setContextClassLoader(null);
        }
    }

    private byte[] call(Invocation invocation) throws Exception {
        RequestStreamHandler ready = handler;
        if (ready == null) {
            ready = code.newHandler();
            handler = ready;
        }
        long end = extend(settings.timeout());
        Payload answer = new Payload(MAX_ANSWER_BYTES);
        InvocationContext context = new InvocationContext(settings, invocation.requestId(), end, log);
        ready.handleRequest(new ByteArrayInputStream(invocation.event()), answer, context);
        if (answer.overflown()) {
            throw new IllegalStateException(
                    "Response payload size exceeded maximum allowed payload size (" + MAX_ANSWER_BYTES + " bytes).");
        }
        return answer.toByteArray();
    }

    private synchronized void begin(Invocation invocation) {
        current = invocation;
        thread = Thread.currentThread();
        deadline = System.nanoTime() + INIT_TIMEOUT.toNanos();
    }

    private synchronized long extend(Duration timeout) {
        deadline = System.nanoTime() + timeout.toNanos();
        return deadline;
    }

    /** After this no interrupt can hit the thread, which goes on to other work. */
    private synchronized boolean end() {
        current = null;
        thread = null;
        Thread.interrupted();
        return !abandoned;
    }

    private Runnable report(Invocation invocation, Throwable failure) {
        Throwable cause = failure instanceof InvocationTargetException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (!isAbandoned()) {
            log.accept(settings.name() + " " + invocation.requestId() + " " + FailureText.full(cause));
        }
        return () -> invocation.fail(cause.getClass().getName());
    }

    private synchronized boolean isAbandoned() {
        return abandoned;
    }
}
