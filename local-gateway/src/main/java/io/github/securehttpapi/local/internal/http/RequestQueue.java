package io.github.securehttpapi.local.internal.http;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The pipelined requests of a connection that wait for their turn. */
public final class RequestQueue {
    /** Ours: with this many waiting, no more are read. */
    private static final int MAX_REQUESTS = 16;

    /** Ours: with more than this waiting, no more is read. The one that comes in first of all can always be whole. */
    private static final long MAX_BYTES = IncomingRequest.MAX_BODY_BYTES;

    private final Deque<IncomingRequest> requests = new ArrayDeque<>();
    private long bytes;

    void add(IncomingRequest request) {
        requests.add(request);
        bytes += request.bodyBytes();
    }

    @Nullable IncomingRequest poll() {
        IncomingRequest request = requests.poll();
        if (request != null) {
            bytes -= request.bodyBytes();
        }
        return request;
    }

    void clear() {
        requests.clear();
        bytes = 0;
    }

    boolean isEmpty() {
        return requests.isEmpty();
    }

    /** Whether there is no room for more of what comes in. */
    boolean isFull(@Nullable IncomingRequest incoming) {
        return requests.size() >= MAX_REQUESTS || bytes + (incoming == null ? 0 : incoming.bodyBytes()) > MAX_BYTES;
    }
}
