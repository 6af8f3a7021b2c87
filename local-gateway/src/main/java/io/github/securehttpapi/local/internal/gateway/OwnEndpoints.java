package io.github.securehttpapi.local.internal.gateway;

import io.github.securehttpapi.local.internal.http.Reply;
import io.github.securehttpapi.local.internal.http.Request;
import java.util.function.Consumer;

/**
 * What the gateway answers itself where the API has no route. Requests for a page of another site, even of an origin that
 * CORS allows, do not get there.
 */
public interface OwnEndpoints {
    /** None. */
    OwnEndpoints NONE = new OwnEndpoints() {
        @Override
        public boolean has(String path) {
            return false;
        }

        @Override
        public void handle(Request request, String path, Consumer<Reply> then) {
            throw new IllegalStateException("has() says no");
        }
    };

    /** Whether there is something at a path. */
    boolean has(String path);

    /** Answers now or later, on any thread, exactly once. Never blocks the caller, which is an event loop. */
    void handle(Request request, String path, Consumer<Reply> then);
}
