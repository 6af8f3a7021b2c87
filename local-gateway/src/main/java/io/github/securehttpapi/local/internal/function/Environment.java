package io.github.securehttpapi.local.internal.function;

import io.github.securehttpapi.local.internal.Payload;
import java.io.ByteArrayInputStream;
import java.io.IOError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An execution environment: one handler instance with threads of its own, as many as it takes invocations at once, which
 * is one unless the function asks for more. What a handler leaves behind in its thread, no other instance finds.
 */
final class Environment {
    /** Lambda's limit for an answer, as its error message states it. */
    private static final int MAX_ANSWER_BYTES = 6_291_556;

    private static final int USUAL_ANSWER_BYTES = 512;

    /** The environment of the threads that belong to one, and of those that they start. */
    private static final ThreadLocal<@Nullable Environment> CURRENT = new InheritableThreadLocal<>();

    private final FunctionSettings settings;
    private final FunctionCode source;
    private final ExecutorService threads;
    private final Consumer<String> log;
    private final Lock init = new ReentrantLock();
    private final List<Execution> running = new ArrayList<>(1);
    private volatile @Nullable HandlerCode code;
    private volatile @Nullable Handler handler;
    private volatile boolean ended;

    Environment(FunctionSettings settings, FunctionCode source, ExecutorService threads, Consumer<String> log) {
        this.settings = settings;
        this.source = source;
        this.threads = threads;
        this.log = log;
    }

    /** Ends the environment of the current thread, which the function's code asks for; does not return. */
    static void exit(FunctionLoader loader, int status) {
        Environment environment = CURRENT.get();
        if (environment != null && environment.runs(loader)) {
            String reason = status == 0 ? "without providing a reason" : "with error: exit status " + status;
            environment.end().forEach(execution -> execution.exit("Error: Runtime exited " + reason));
        }
        throw new FunctionExit(status);
    }

    /** Whether it takes no more invocations; those under way may go on. */
    boolean isEnded() {
        return ended;
    }

    /** Has one of its threads do something. */
    void execute(Runnable task) {
        threads.execute(task);
    }

    /** Runs one invocation, in a thread of its own. Gives what ends it, for when a place is free again. */
    Runnable run(Invocation invocation) {
        if (CURRENT.get() != this) {
            CURRENT.set(this);
        }
        Execution execution = begin(invocation);
        try {
            byte[] payload = call(execution);
            return () -> invocation.answer(payload);
        } catch (Throwable failure) {
            if (isFatal(failure)) {
                end();
            }
            return execution.fail(failure);
        } finally {
            end(execution);
        }
    }

    /** Ends what has run out of time. */
    void expire(long now) {
        for (Execution execution : running()) {
            if (execution.isOver(now)) {
                end();
            }
            execution.expire(now);
        }
    }

    /** Gives up the invocations under way and interrupts their handlers. */
    void abandon(String problem) {
        end().forEach(execution -> execution.abandon(problem));
    }

    /** Lets go of its threads, when they are done. */
    void close() {
        threads.shutdown();
    }

    private byte[] call(Execution execution) throws Throwable {
        Handler ready = ready();
        Invocation invocation = execution.invocation();
        Payload answer = new Payload(MAX_ANSWER_BYTES, USUAL_ANSWER_BYTES);
        InvocationContext context = new InvocationContext(settings, invocation.requestId(), execution.invoke(), log);
        invocation.handle();
        ready.handle(new ByteArrayInputStream(invocation.event()), answer, context);
        if (answer.overflown()) {
            throw new IllegalStateException(
                    "Response payload size exceeded maximum allowed payload size (" + MAX_ANSWER_BYTES + " bytes).");
        }
        return answer.toByteArray();
    }

    private Handler ready() throws Throwable {
        Handler ready = handler;
        if (ready == null) {
            init.lockInterruptibly();
            try {
                ready = handler == null ? init() : handler;
            } finally {
                init.unlock();
            }
        }
        Thread current = Thread.currentThread();
        if (current.getContextClassLoader() != loader()) {
            current.setContextClassLoader(loader());
        }
        return ready;
    }

    private Handler init() throws Throwable {
        HandlerCode loaded = source.begin();
        code = loaded;
        try {
            Thread.currentThread().setContextClassLoader(loaded.loader());
            Handler made = loaded.newHandler();
            if (isEnded()) {
                throw new IllegalStateException("the environment was ready too late");
            }
            handler = made;
            source.ready(loaded);
            return made;
        } catch (Throwable failure) {
            source.fail(loaded);
            source.end(loaded);
            throw failure;
        }
    }

    private boolean runs(FunctionLoader loader) {
        return loader() == loader;
    }

    private @Nullable FunctionLoader loader() {
        HandlerCode loaded = code;
        return loaded == null ? null : loaded.loader();
    }

    /** What Lambda's Java runtime does not go on after, beside a handler that could not be made. */
    private boolean isFatal(Throwable failure) {
        return handler == null || failure instanceof VirtualMachineError || failure instanceof IOError;
    }

    private synchronized Execution begin(Invocation invocation) {
        Execution execution = new Execution(settings, invocation, log);
        running.add(execution);
        return execution;
    }

    private void end(Execution execution) {
        try {
            FunctionLoader loader = loader();
            if (loader != null) {
                loader.endLine();
            }
        } finally {
            execution.end();
            synchronized (this) {
                running.remove(execution);
            }
        }
    }

    /** Takes no more invocations; gives those under way. Before anybody is told: the next one comes at once. */
    private synchronized List<Execution> end() {
        ended = true;
        HandlerCode loaded = code;
        if (loaded != null && handler == null) {
            source.fail(loaded);
        }
        return new ArrayList<>(running);
    }

    private synchronized List<Execution> running() {
        return List.copyOf(running);
    }
}
