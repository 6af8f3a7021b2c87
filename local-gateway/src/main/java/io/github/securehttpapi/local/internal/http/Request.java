package io.github.securehttpapi.local.internal.http;

import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;

/** A request as it came in, its body complete. */
public final class Request {
    private final String id;
    private final long epochMillis;
    private final long nanos;
    private final String method;
    private final String target;
    private final String protocol;
    private final HttpHeaders headers;
    private final byte[] body;
    private final Peer peer;

    Request(HttpRequest head, byte[] body, Peer peer) {
        this(head.method().name(), head.uri(), head.protocolVersion().text(), head.headers(), body, peer);
    }

    private Request(String method, String target, String protocol, HttpHeaders headers, byte[] body, Peer peer) {
        this.id = RequestIds.next();
        this.epochMillis = System.currentTimeMillis();
        this.nanos = System.nanoTime();
        this.method = method;
        this.target = target;
        this.protocol = protocol;
        this.headers = headers;
        this.body = body;
        this.peer = peer;
    }

    private Request(Request original, HttpHeaders headers) {
        this.id = original.id;
        this.epochMillis = original.epochMillis;
        this.nanos = original.nanos;
        this.method = original.method;
        this.target = original.target;
        this.protocol = original.protocol;
        this.headers = headers;
        this.body = original.body;
        this.peer = original.peer;
    }

    /** The same request with other headers. */
    public Request withHeaders(HttpHeaders others) {
        return new Request(this, others);
    }

    /** A request of which nothing can be told. */
    static Request unreadable(Peer peer) {
        return new Request("-", "-", "-", EmptyHttpHeaders.INSTANCE, new byte[0], peer);
    }

    public String id() {
        return id;
    }

    public long epochMillis() {
        return epochMillis;
    }

    /** When it was complete, on {@link System#nanoTime}'s scale. */
    public long nanos() {
        return nanos;
    }

    public String method() {
        return method;
    }

    public String target() {
        return target;
    }

    public String protocol() {
        return protocol;
    }

    public HttpHeaders headers() {
        return headers;
    }

    public byte[] body() {
        return body;
    }

    public String sourceIp() {
        return peer.sourceIp();
    }

    /** The port it came in on. */
    public int port() {
        return peer.port();
    }

    /** The host it was sent to, without the port. */
    public String domainName() {
        String host = header(HttpHeaderNames.HOST);
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    public String domainPrefix() {
        String name = domainName();
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The first value of that name, or an empty text. Netty looks up a constant of its own faster. */
    public String header(CharSequence name) {
        String value = headers.get(name);
        return value == null ? "" : value;
    }
}
