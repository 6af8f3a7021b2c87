package io.github.securehttpapi.local.internal.event;

import io.github.securehttpapi.local.internal.http.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request's headers as format 1.0 has them: with each of their values, and under the names that they were sent by, but
 * for those that were recorded to have one name, whatever the client wrote.
 */
final class MultiValueHeaders {
    private static final Map<String, String> RECORDED = recorded(
            "accept",
            "accept-encoding",
            "authorization",
            "cache-control",
            "Content-Length",
            "Content-Type",
            "Host",
            "User-Agent",
            "via",
            "X-Amzn-Trace-Id",
            "X-Forwarded-For",
            "X-Forwarded-Port",
            "X-Forwarded-Proto");

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private MultiValueHeaders() {}

    static MultiValueHeaders of(Request request) {
        MultiValueHeaders headers = new MultiValueHeaders();
        for (Map.Entry<String, String> header : request.headers()) {
            if (!EventHeaders.concernsConnection(header.getKey().toLowerCase(Locale.ROOT))) {
                headers.add(header.getKey(), header.getValue());
            }
        }
        EventHeaders.options(request.headers()).forEach(headers.values::remove);
        headers.joinCookies(request);
        headers.addOwn(request);
        return headers;
    }

    /** All values by name. */
    Map<String, List<String>> all() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        values.forEach((name, list) -> all.put(names.getOrDefault(name, name), list));
        return all;
    }

    /** The last value of each name (recorded). */
    Map<String, String> last() {
        return QueryParameters.last(all());
    }

    private void add(String name, String value) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        names.putIfAbsent(lowerCase, RECORDED.getOrDefault(lowerCase, name));
        values.computeIfAbsent(lowerCase, any -> new ArrayList<>()).add(value);
    }

    private void set(String name, String value) {
        values.remove(name.toLowerCase(Locale.ROOT));
        add(name, value);
    }

    /** In one header, as every client but those of HTTP/2 has to send them (RFC 6265, 5.4). */
    private void joinCookies(Request request) {
        List<String> cookies = request.headers().getAll(HttpHeaderNames.COOKIE);
        if (cookies.size() > 1 && values.containsKey("cookie")) {
            values.put("cookie", List.of(String.join("; ", cookies)));
        }
    }

    private void addOwn(Request request) {
        if (!values.containsKey("x-amzn-trace-id")) {
            add("X-Amzn-Trace-Id", EventHeaders.traceId(request));
        }
        List<String> forwardedFor = new ArrayList<>(values.getOrDefault("x-forwarded-for", List.of()));
        forwardedFor.add(request.sourceIp());
        set("X-Forwarded-For", String.join(", ", forwardedFor));
        set("X-Forwarded-Port", Integer.toString(request.port()));
        set("X-Forwarded-Proto", "http");
        if (!values.containsKey("content-length")) {
            add("Content-Length", Integer.toString(request.body().length));
        }
    }

    private static Map<String, String> recorded(String... names) {
        Map<String, String> recorded = new LinkedHashMap<>();
        for (String name : names) {
            recorded.put(name.toLowerCase(Locale.ROOT), name);
        }
        return recorded;
    }
}
