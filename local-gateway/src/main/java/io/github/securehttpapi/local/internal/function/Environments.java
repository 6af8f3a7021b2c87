package io.github.securehttpapi.local.internal.function;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function's execution environments, and how many invocations each has. Guarded by its host. */
final class Environments {
    private final FunctionSettings.Limits limits;

    /**
     * The invocations of each, 0 for an idle one. Also of those that have ended: they count until their handlers have
     * returned, if they ever do.
     */
    private final Map<Environment, Integer> invocations = new LinkedHashMap<>();

    /** Those that can take one more invocation, the one that was used last first. */
    private final Deque<Environment> free = new ArrayDeque<>();

    /** The sum of {@link #invocations}. */
    private int running;

    Environments(FunctionSettings.Limits limits) {
        this.limits = limits;
    }

    /** One that takes a further invocation; null if there is none. */
    @Nullable Environment take() {
        while (!free.isEmpty() && free.getFirst().isEnded()) {
            dropIfIdle(free.removeFirst());
        }
        Environment environment = isReservedTaken() ? null : free.peekFirst();
        if (environment != null) {
            count(environment, 1);
        }
        return environment;
    }

    /** A new one, with its first invocation. */
    void add(Environment environment) {
        invocations.put(environment, 0);
        free.addFirst(environment);
        count(environment, 1);
    }

    /** Ends one of its invocations. */
    void release(Environment environment) {
        free.remove(environment);
        count(environment, -1);
        if (environment.isEnded()) {
            dropIfIdle(environment);
        } else {
            free.addFirst(environment);
        }
    }

    boolean isFull() {
        return invocations.size() >= FunctionHost.MAX_ENVIRONMENTS;
    }

    /** Whether one more invocation would find an environment, or could be given a new one. */
    boolean hasRoom() {
        return !free.isEmpty() || !isFull();
    }

    /** Lambda counts invocations; one that was given up is none any more. */
    boolean isReservedTaken() {
        Integer reserved = limits.reserved();
        if (reserved == null || running < reserved) {
            return false;
        }
        int taken = 0;
        for (Map.Entry<Environment, Integer> environment : invocations.entrySet()) {
            taken += environment.getKey().isEnded() ? 0 : environment.getValue();
        }
        return taken >= reserved;
    }

    List<Environment> all() {
        return new ArrayList<>(invocations.keySet());
    }

    /** How many invocations are under way. */
    int running() {
        return running;
    }

    private void count(Environment environment, int change) {
        running += change;
        int taken = invocations.merge(environment, change, Integer::sum);
        if (taken >= limits.concurrency()) {
            free.remove(environment);
        }
    }

    private void dropIfIdle(Environment environment) {
        if (invocations.remove(environment, 0)) {
            environment.close();
        }
    }
}
