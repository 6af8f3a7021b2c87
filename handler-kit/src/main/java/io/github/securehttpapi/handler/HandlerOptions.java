package io.github.securehttpapi.handler;

/**
 * The limits of a handler. Immutable: each method returns changed options.
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

    private static final HandlerOptions DEFAULTS = new HandlerOptions(DEFAULT_MAX_BODY_BYTES);

    private final int maxBodyBytes;

    private HandlerOptions(int maxBodyBytes) {
        this.maxBodyBytes = maxBodyBytes;
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
     * <p>Raise the function's memory along with it: while a body is decoded, it is held as text, as bytes and as what
     * the decoder makes of it, in all about 16 times its size at worst. Measured with 5.2 MB of short names: a heap of
     * 61 MB was exhausted, one of 96 MB was enough. An exhausted heap ends the process.
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
        return new HandlerOptions(maxBodyBytes);
    }

    int maxBodyBytes() {
        return maxBodyBytes;
    }
}
