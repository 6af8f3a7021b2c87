package io.github.securehttpapi.local.internal.function;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function's execution environments, and the invocations that they have. Guarded by its host. */
final class Environments {
    private final FunctionSettings.Limits limits;

    /**
     * How many invocations each has, 0 for an idle one, the oldest first. Also of those that have ended: they count until
     * their handlers have returned, if they ever do.
     */
    private final Map<Environment, Integer> invocations = new LinkedHashMap<>();

    /** The invocations of all, the one that was started last first. */
    private final Deque<Invocation> underWay = new ArrayDeque<>();

    Environments(FunctionSettings.Limits limits) {
        this.limits = limits;
    }

    /** The oldest that takes this further invocation, since it has compiled most; null if there is none. */
    @Nullable Environment take(Invocation invocation, long now) {
        Environment environment = isReservedTaken() ? null : free();
        if (environment != null) {
            begin(environment, invocation, now);
        }
        return environment;
    }

    /** A new one, with its first invocation. */
    void add(Environment environment, Invocation invocation, long now) {
        begin(environment, invocation, now);
    }

    /** Ends one of its invocations. */
    void release(Environment environment, Invocation invocation) {
        underWay.remove(invocation);
        invocations.merge(environment, -1, Integer::sum);
        dropIfOver(environment);
    }

    boolean isFull() {
        if (invocations.size() >= FunctionHost.MAX_ENVIRONMENTS) {
            // one may have ended between two invocations, by a thread that it left behind
            all().forEach(this::dropIfOver);
        }
        return invocations.size() >= FunctionHost.MAX_ENVIRONMENTS;
    }

    /** Whether one more invocation would find an environment, or could be given a new one. */
    boolean hasRoom() {
        return !isFull() || free() != null;
    }

    /** Lambda counts invocations; one that was given up is none any more. */
    boolean isReservedTaken() {
        Integer reserved = limits.reserved();
        if (reserved == null || underWay.size() < reserved) {
            return false;
        }
        int taken = 0;
        for (Map.Entry<Environment, Integer> environment : invocations.entrySet()) {
            taken += environment.getKey().isEnded() ? 0 : environment.getValue();
        }
        return taken >= reserved;
    }

    /** Whether at least as many invocations as that are computing, and may end in a moment. */
    boolean areComputing(int atLeast, long now) {
        int computing = 0;
        for (Invocation invocation : underWay) {
            computing += invocation.isComputing(now) ? 1 : 0;
            if (computing == atLeast) {
                return true;
            }
        }
        return false;
    }

    List<Environment> all() {
        return new ArrayList<>(invocations.keySet());
    }

    /** How many invocations are under way. */
    int underWay() {
        return underWay.size();
    }

    private @Nullable Environment free() {
        for (Map.Entry<Environment, Integer> environment : invocations.entrySet()) {
            if (environment.getValue() < limits.concurrency()
                    && !environment.getKey().isEnded()) {
                return environment.getKey();
            }
        }
        return null;
    }

    private void begin(Environment environment, Invocation invocation, long now) {
        invocation.begin(now);
        underWay.addFirst(invocation);
        invocations.merge(environment, 1, Integer::sum);
    }

    private void dropIfOver(Environment environment) {
        if (environment.isEnded() && invocations.remove(environment, 0)) {
            environment.close();
        }
    }
}
