package io.github.securehttpapi.handler;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a handler, what it logs, and what all its responses have in common. Immutable: each method returns changed
 * options.
 *
 * <pre>{@code
 * UploadHandler() {
 *     super(HandlerOptions.defaults().maxBodyBytes(2 * 1024 * 1024));
 * }
 * }</pre>
 */
public final class HandlerOptions {
    /** The largest body of a request unless {@link #maxBodyBytes} says otherwise, in bytes: 256 KiB. */
    public static final int DEFAULT_MAX_BODY_BYTES = 256 * 1024;

    /** Source: Lambda quotas, "invocation payload (request and response)": 6 MB for a synchronous invocation. */
    static final int LAMBDA_PAYLOAD_BYTES = 6 * 1024 * 1024;

    private static final HandlerOptions DEFAULTS =
            new HandlerOptions(DEFAULT_MAX_BODY_BYTES, true, null, false, Map.of());

    private final int maxBodyBytes;
    private final boolean requestLog;
    private final @Nullable Messages messages;
    private final boolean problemDetails;
    private final Map<String, String> headers;

    private HandlerOptions(
            int maxBodyBytes,
            boolean requestLog,
            @Nullable Messages messages,
            boolean problemDetails,
            Map<String, String> headers) {
        this.maxBodyBytes = maxBodyBytes;
        this.requestLog = requestLog;
        this.messages = messages;
        this.problemDetails = problemDetails;
        this.headers = headers;
    }

    /**
     * The options that a handler has unless it chooses others.
     *
     * @return the defaults
     */
    public static HandlerOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Changes the size above which a body is refused with 413. It is measured after base64 decoding.
     *
     * <p>Raise the function's memory with it: reading a body allocates up to 18 bytes for each of its event's, and what the
     * decoder makes of it stays. An exhausted heap ends the process.
     *
     * @param maxBodyBytes the largest body accepted, in bytes, from 1 to the 6,291,456 that Lambda takes
     * @return options with this limit
     * @throws IllegalArgumentException if {@code maxBodyBytes} is out of that range
     */
    public HandlerOptions maxBodyBytes(int maxBodyBytes) {
        if (maxBodyBytes < 1 || maxBodyBytes > LAMBDA_PAYLOAD_BYTES) {
            throw new IllegalArgumentException("maxBodyBytes must be from 1 to " + LAMBDA_PAYLOAD_BYTES
                    + ", Lambda's largest payload, got '" + maxBodyBytes + "'");
        }
        return new HandlerOptions(maxBodyBytes, requestLog, messages, problemDetails, headers);
    }

    /**
     * Changes whether every error, the kit's and the handler's, has the body of RFC 9457 in place of the gateway's own
     * shape: {@code application/problem+json} with {@code type}, {@code title}, {@code status}, {@code detail},
     * {@code requestId}, and {@code violations} where there are any. What the gateway answers by itself, a 401 or 429
     * say, keeps its shape.
     *
     * @param problemDetails whether it has; by default, it has not
     * @return options with this choice
     */
    public HandlerOptions problemDetails(boolean problemDetails) {
        return new HandlerOptions(maxBodyBytes, requestLog, messages, problemDetails, headers);
    }

    /**
     * Puts a header on every response of the handler that does not have it by itself, errors included:
     * {@code strict-transport-security}, say, where every service of the host keeps to https.
     *
     * @param name the header's name, as for {@link Response#header}, but not {@code content-type}, {@code location} or
     *     {@code etag}, which go with one response, nor {@code cache-control}, which would have errors kept
     * @param value its value, as for {@link Response#header}
     * @return options with this header
     * @throws IllegalArgumentException if {@code name} or {@code value} is not of that kind
     */
    public HandlerOptions header(String name, String value) {
        String lowerCase = HeaderField.requireName(name);
        switch (lowerCase) {
            case "cache-control", "content-type", "etag", "location" ->
                throw new IllegalArgumentException(
                        "header name must be of one for every response, errors included, got '" + lowerCase
                                + "': use Response.header(…)");
            default -> HeaderField.requireValue(lowerCase, value);
        }
        Map<String, String> extended = new LinkedHashMap<>(headers);
        extended.put(lowerCase, value);
        return new HandlerOptions(maxBodyBytes, requestLog, messages, problemDetails, extended);
    }

    /**
     * Changes whether each request leaves a line in the function's log: its ids, route key, status and duration, and
     * nothing that a client sent. Errors are logged either way.
     *
     * @param requestLog whether it does; by default, it does
     * @return options with this choice
     */
    public HandlerOptions requestLog(boolean requestLog) {
        return new HandlerOptions(maxBodyBytes, requestLog, messages, problemDetails, headers);
    }

    /**
     * Says what decoders find wrong with a request in other words than the kit's, or in another language.
     *
     * @param messages returns the words; what it throws is a bug, and answered with 500
     * @return options with these messages
     */
    public HandlerOptions messages(Messages messages) {
        Objects.requireNonNull(messages, "messages must not be null");
        return new HandlerOptions(maxBodyBytes, requestLog, messages, problemDetails, headers);
    }

    int maxBodyBytes() {
        return maxBodyBytes;
    }

    boolean problemDetails() {
        return problemDetails;
    }

    Map<String, String> headers() {
        return headers;
    }

    boolean requestLog() {
        return requestLog;
    }

    @Nullable Messages messages() {
        return messages;
    }
}
