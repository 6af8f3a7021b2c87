package io.github.securehttpapi.local.internal.backend;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;

/** How a call of a backend ended. */
public final class BackendAnswer {
    /** The ends there are. */
    public enum Kind {
        ANSWERED,
        TIMED_OUT,
        /** It could not be connected to, or gave no HTTP. */
        UNREACHABLE,
        /** It answered more than the gateway takes. */
        TOO_LARGE,
        /** The gateway stopped. */
        STOPPED
    }

    private final Kind kind;
    private final String problem;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    private BackendAnswer(Kind kind, String problem, int status, HttpHeaders headers, byte[] body) {
        this.kind = kind;
        this.problem = problem;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    static BackendAnswer of(int status, HttpHeaders headers, byte[] body) {
        return new BackendAnswer(Kind.ANSWERED, "", status, headers, body);
    }

    static BackendAnswer failed(Kind kind, String problem) {
        return new BackendAnswer(kind, problem, 0, new DefaultHttpHeaders(), new byte[0]);
    }

    public Kind kind() {
        return kind;
    }

    /** What went wrong, for the log; empty if nothing did. */
    public String problem() {
        return problem;
    }

    public int status() {
        return status;
    }

    public HttpHeaders headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }
}
