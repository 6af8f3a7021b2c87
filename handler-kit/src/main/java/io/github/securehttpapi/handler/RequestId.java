package io.github.securehttpapi.handler;

import com.amazonaws.services.lambda.runtime.Context;
import org.jspecify.annotations.Nullable;

/** The id that response, log line and access log share, and the id that the client brought. */
final class RequestId {
    /** In characters, chosen here: the gateway's ids have 16, Lambda's 36. */
    private static final int MAX_LENGTH = 128;

    /** In characters, chosen here: room for a UUID with a prefix. */
    private static final int MAX_CORRELATION_LENGTH = 64;

    private RequestId() {}

    /**
     * The gateway's request id, or else Lambda's. Whoever may invoke the function can put anything into an event, so an
     * id that could not stand in a header is passed over.
     */
    static String of(Event event, Context context) {
        String gateway = event.requestId;
        if (gateway != null && isVisibleAscii(gateway)) {
            return gateway;
        }
        String lambda = context.getAwsRequestId();
        return lambda != null && isVisibleAscii(lambda) ? lambda : "unknown";
    }

    /** The client's {@code x-request-id} if it is harmless, or else null: another value is never shown to anyone. */
    static @Nullable String correlation(Event event) {
        String sent = event.headers.get("x-request-id");
        return sent != null && isCorrelationId(sent) ? sent : null;
    }

    private static boolean isVisibleAscii(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) <= ' ' || id.charAt(i) > '~') {
                return false;
            }
        }
        return !id.isEmpty() && id.length() <= MAX_LENGTH;
    }

    // [A-Za-z0-9._-]{1,64}, by hand: the first regex costs a cold start 6 ms.
    private static boolean isCorrelationId(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (!Ascii.isAlphanumeric(c) && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return !id.isEmpty() && id.length() <= MAX_CORRELATION_LENGTH;
    }
}
