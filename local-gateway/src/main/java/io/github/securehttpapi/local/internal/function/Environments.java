package io.github.securehttpapi.local.internal.function;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function's execution environments, and the invocations that they have. Guarded by its host. */
final class Environments {
    private final FunctionSettings.Limits limits;

    /** The oldest first. Also those that have ended: they count until their handlers have returned, if they ever do. */
    private final List<Place> places = new ArrayList<>();

    /** The invocations of all, the one that was started last first. */
    private final Deque<Invocation> underWay = new ArrayDeque<>();

    Environments(FunctionSettings.Limits limits) {
        this.limits = limits;
    }

    /** An environment, and how many invocations it has: 0 for an idle one. */
    private static final class Place {
        private final Environment environment;
        private int invocations;

        Place(Environment environment) {
            this.environment = environment;
        }

        boolean isOver() {
            return invocations == 0 && environment.isEnded();
        }
    }

    /** The oldest that takes this further invocation, since it has compiled most; null if there is none. */
    @Nullable Environment take(Invocation invocation, long now) {
        Place place = isReservedTaken() ? null : free();
        if (place == null) {
            return null;
        }
        begin(place, invocation, now);
        return place.environment;
    }

    /** A new one, with its first invocation. */
    void add(Environment environment, Invocation invocation, long now) {
        Place place = new Place(environment);
        places.add(place);
        begin(place, invocation, now);
    }

    /** Ends one of its invocations. */
    void release(Environment environment, Invocation invocation) {
        underWay.remove(invocation);
        for (Place place : places) {
            if (place.environment == environment) {
                place.invocations--;
                dropIfOver(place);
                return;
            }
        }
    }

    boolean isFull() {
        if (places.size() >= FunctionHost.MAX_ENVIRONMENTS) {
            // one may have ended between two invocations, by a thread that it left behind
            List.copyOf(places).forEach(this::dropIfOver);
        }
        return places.size() >= FunctionHost.MAX_ENVIRONMENTS;
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
        for (Place place : places) {
            taken += place.environment.isEnded() ? 0 : place.invocations;
        }
        return taken >= reserved;
    }

    /** Whether at least as many invocations as that are computing, and may end in a moment. */
    boolean areComputing(int atLeast, long now) {
        if (underWay.size() < atLeast) {
            return false;
        }
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
        return places.stream().map(place -> place.environment).toList();
    }

    /** How many invocations are under way. */
    int underWay() {
        return underWay.size();
    }

    private @Nullable Place free() {
        for (Place place : places) {
            if (place.invocations < limits.concurrency() && !place.environment.isEnded()) {
                return place;
            }
        }
        return null;
    }

    private void begin(Place place, Invocation invocation, long now) {
        invocation.begin(now);
        underWay.addFirst(invocation);
        place.invocations++;
    }

    private void dropIfOver(Place place) {
        if (place.isOver() && places.remove(place)) {
            place.environment.close();
        }
    }
}
