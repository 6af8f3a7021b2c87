package io.github.securehttpapi.local.internal.jwt;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys that an issuer publishes, fetched when the first token needs one. Requests that come meanwhile wait for the
 * same fetch; one that failed, or did not bring the key, is not repeated for a pause, however many tokens ask for it.
 */
final class RemoteKeys implements Keys {
    /** API Gateway "can cache the public key for two hours" (http-api-jwt-authorizer.html). */
    private static final Duration FRESH = Duration.ofHours(2);

    /** Ours: no token in whose header anyone can write anything makes the issuer's server busy. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final String BROKEN = "JWKS communication error";

    /** Reads an issuer's keys. */
    interface Publication {
        /** Blocks the caller. */
        KeySet read() throws Unavailable;
    }

    /** Keys that cannot be read; the message is API Gateway's. */
    static final class Unavailable extends Exception {
        private static final long serialVersionUID = 1L;

        Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private final Publication publication;
    private final Executor threads;
    private final LongSupplier nanoClock;
    private final List<Waiting> waiting = new ArrayList<>();
    private @Nullable KeySet known;
    private long knownSince;
    private @Nullable String problem;
    private @Nullable Long lastEnd;

    private record Waiting(String keyId, Consumer<Finding> then) {}

    RemoteKeys(Publication publication, Executor threads, LongSupplier nanoClock) {
        this.publication = publication;
        this.threads = threads;
        this.nanoClock = nanoClock;
    }

    @Override
    public void find(String keyId, Consumer<Finding> then) {
        Finding finding = lookUp(keyId, then);
        if (finding != null) {
            then.accept(finding);
        }
    }

    /** What is known, or null if the answer has to wait. */
    private synchronized @Nullable Finding lookUp(String keyId, Consumer<Finding> then) {
        Finding finding = known(keyId);
        if (finding.key() != null || pauses()) {
            return finding;
        }
        waiting.add(new Waiting(keyId, then));
        if (waiting.size() == 1) {
            try {
                threads.execute(this::fetch);
            } catch (RejectedExecutionException closing) {
                waiting.clear();
                return Finding.failed(BROKEN);
            }
        }
        return null;
    }

    private synchronized Finding known(String keyId) {
        KeySet keys = known;
        if (keys != null && nanoClock.getAsLong() - knownSince < FRESH.toNanos()) {
            Finding finding = Finding.of(keys.get(keyId));
            if (finding.key() != null || problem == null) {
                return finding;
            }
        }
        return problem == null ? Finding.UNKNOWN : Finding.failed(problem);
    }

    private boolean pauses() {
        return lastEnd != null && nanoClock.getAsLong() - lastEnd < PAUSE.toNanos();
    }

    private void fetch() {
        KeySet fetched = null;
        String failure = null;
        try {
            fetched = publication.read();
        } catch (Unavailable unavailable) {
            failure = String.valueOf(unavailable.getMessage());
        } catch (RuntimeException | Error broken) {
            failure = BROKEN;
            throw broken;
        } finally {
            settle(fetched, failure);
        }
    }

    private void settle(@Nullable KeySet fetched, @Nullable String failure) {
        RuntimeException first = null;
        for (Waiting request : settled(fetched, failure)) {
            try {
                request.then().accept(known(request.keyId()));
            } catch (RuntimeException failed) {
                // the others still wait for their answer
                first = first == null ? failed : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private synchronized List<Waiting> settled(@Nullable KeySet fetched, @Nullable String failure) {
        lastEnd = nanoClock.getAsLong();
        problem = failure;
        if (fetched != null) {
            known = fetched;
            knownSince = lastEnd;
        }
        List<Waiting> requests = List.copyOf(waiting);
        waiting.clear();
        return requests;
    }
}
