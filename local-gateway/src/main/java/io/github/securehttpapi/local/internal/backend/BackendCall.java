package io.github.securehttpapi.local.internal.backend;

import io.netty.handler.codec.http.HttpHeaders;

/** A request to a backend, sent as it is. */
public final class BackendCall {
    private final Endpoint endpoint;
    private final String method;
    private final String target;
    private final HttpHeaders headers;
    private final byte[] body;
    private final long deadline;

    /**
     * Where a request goes.
     *
     * @param secure whether over TLS
     * @param host the host's name or address, without brackets
     * @param port the port
     * @param certified the name that its certificate has to have
     */
    public record Endpoint(boolean secure, String host, int port, String certified) {}

    /**
     * A request.
     *
     * @param endpoint where it goes
     * @param method the method
     * @param target the request target, encoded
     * @param headers the headers, {@code host} and {@code content-length} included
     * @param body the body
     * @param deadline until when the answer has to be there, on {@link System#nanoTime}'s scale
     */
    public BackendCall(
            Endpoint endpoint, String method, String target, HttpHeaders headers, byte[] body, long deadline) {
        this.endpoint = endpoint;
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
        this.deadline = deadline;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    String method() {
        return method;
    }

    String target() {
        return target;
    }

    HttpHeaders headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    long deadline() {
        return deadline;
    }
}
