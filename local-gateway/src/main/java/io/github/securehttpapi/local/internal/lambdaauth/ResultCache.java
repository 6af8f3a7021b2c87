package io.github.securehttpapi.local.internal.lambdaauth;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Answers by what the identity sources gave, for a time, as many as fit; the one least recently used goes first. */
final class ResultCache {
    /** Ours: bounds the memory, with {@link #MAX_ANSWER_BYTES}. */
    static final int MAX_ANSWERS = 1000;

    /** Ours: a longer answer is not kept. */
    static final int MAX_ANSWER_BYTES = 16 * 1024;

    private final long ttlNanos;
    private final LongSupplier nanoClock;
    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
            return size() > MAX_ANSWERS;
        }
    };

    ResultCache(Duration ttl, LongSupplier nanoClock) {
        this.ttlNanos = ttl.toNanos();
        this.nanoClock = nanoClock;
    }

    /**
     * Whose answer it is.
     *
     * @param stage the stage's name
     * @param identity what the identity sources gave
     */
    record Key(String stage, List<String> identity) {}

    private record Kept(Answer answer, long since) {}

    synchronized @Nullable Answer find(Key key) {
        Kept found = kept.get(key);
        if (found != null && nanoClock.getAsLong() - found.since() >= ttlNanos) {
            kept.remove(key);
            return null;
        }
        return found == null ? null : found.answer();
    }

    synchronized void keep(Key key, Answer answer, int bytes) {
        if (ttlNanos > 0 && bytes <= MAX_ANSWER_BYTES) {
            kept.put(key, new Kept(answer, nanoClock.getAsLong()));
        }
    }
}
