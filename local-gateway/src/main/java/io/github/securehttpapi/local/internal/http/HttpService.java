package io.github.securehttpapi.local.internal.http;

import java.util.function.Consumer;

/** What answers requests: now or later, on any thread, exactly once each. Never blocks the caller, an event loop. */
public interface HttpService {
    /** Answers a request. */
    void handle(Request request, Consumer<Reply> client);

    /** Answers a request that cannot be taken any further. */
    void refuse(Request request, int status, String message, Consumer<Reply> client);
}
