package io.github.securehttpapi.local;

import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;

/** A request as it came in, its body complete. */
final class Request {
    private final String id = RequestIds.next();
    private final long epochMillis = System.currentTimeMillis();
    private final long nanos = System.nanoTime();
    private final String method;
    private final String target;
    private final String protocol;
    private final HttpHeaders headers;
    private final byte[] body;
    private final String sourceIp;
    private final int port;

    Request(HttpRequest head, byte[] body, String sourceIp, int port) {
        this(head.method().name(), head.uri(), head.protocolVersion().text(), head.headers(), body, sourceIp, port);
    }

    private Request(
            String method,
            String target,
            String protocol,
            HttpHeaders headers,
            byte[] body,
            String sourceIp,
            int port) {
        this.method = method;
        this.target = target;
        this.protocol = protocol;
        this.headers = headers;
        this.body = body;
        this.sourceIp = sourceIp;
        this.port = port;
    }

    /** A request of which nothing can be told. */
    static Request unreadable(String sourceIp, int port) {
        return new Request("-", "-", "-", EmptyHttpHeaders.INSTANCE, new byte[0], sourceIp, port);
    }

    String id() {
        return id;
    }

    long epochMillis() {
        return epochMillis;
    }

    /** When it was complete, on {@link System#nanoTime}'s scale. */
    long nanos() {
        return nanos;
    }

    String method() {
        return method;
    }

    String target() {
        return target;
    }

    String protocol() {
        return protocol;
    }

    HttpHeaders headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    String sourceIp() {
        return sourceIp;
    }

    /** The port it came in on. */
    int port() {
        return port;
    }

    /** The host it was sent to, without the port. */
    String domainName() {
        String host = header("host");
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    String domainPrefix() {
        String name = domainName();
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    String header(String name) {
        String value = headers.get(name);
        return value == null ? "" : value;
    }
}
