package io.github.securehttpapi.local.internal.integration;

import io.github.securehttpapi.local.internal.http.Request;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The headers of a request on its way to a backend. */
final class ForwardedHeaders {
    /** What concerns one connection only (RFC 9110, 7.6.1), and what our own request has its own of. */
    private static final Set<String> LEFT_OUT = Set.of(
            "connection",
            "content-length",
            "expect",
            "forwarded",
            "host",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final String X_FORWARDED = "x-forwarded-";
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";

    private ForwardedHeaders() {}

    /** With {@code host} for the backend, unless a mapping has set another one than the client sent. */
    static HttpHeaders of(Request original, Request mapped, String host) {
        Set<String> leftOut = new HashSet<>(LEFT_OUT);
        for (String options : mapped.headers().getAll("connection")) {
            for (String option : options.split(",", -1)) {
                leftOut.add(option.strip().toLowerCase(Locale.ROOT));
            }
        }
        HttpHeaders headers = new DefaultHttpHeaders();
        String asked = mapped.header("host");
        headers.set("host", asked.isEmpty() || asked.equals(original.header("host")) ? host : asked);
        for (Map.Entry<String, String> header : mapped.headers()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!leftOut.contains(name) && !name.startsWith(X_FORWARDED)) {
                headers.add(name, header.getValue());
            }
        }
        headers.set("forwarded", forwarded(original));
        headers.add("via", "HTTP/1.1 AmazonAPIGateway");
        if (mapped.body().length > 0) {
            headers.set("content-length", mapped.body().length);
        }
        headers.set("connection", "close");
        return headers;
    }

    /**
     * API Gateway makes one {@code Forwarded} header (RFC 7239) of what came in as {@code X-Forwarded-*}, and adds its
     * own address, host and protocol (API Gateway developer guide, api-gateway-known-issues.html).
     */
    private static String forwarded(Request request) {
        List<String> elements = new ArrayList<>(request.headers().getAll("forwarded"));
        for (String addresses : request.headers().getAll("x-forwarded-for")) {
            for (String address : addresses.split(",", -1)) {
                elements.add("for=" + value(address.strip()));
            }
        }
        elements.add("by=127.0.0.1;for=" + value(request.sourceIp()) + ";host=" + value(request.header("host"))
                + ";proto=http");
        return String.join(", ", elements);
    }

    private static String value(String text) {
        return text.matches(TOKEN) ? text : '"' + text.replaceAll("([\"\\\\])", "\\\\$1") + '"';
    }
}
