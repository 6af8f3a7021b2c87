package io.github.securehttpapi.local.internal.integration;

import io.github.securehttpapi.local.internal.backend.BackendAnswer;
import io.github.securehttpapi.local.internal.backend.BackendCall;
import io.github.securehttpapi.local.internal.backend.Backends;
import io.github.securehttpapi.local.internal.gateway.Exchange;
import io.github.securehttpapi.local.internal.gateway.Integration;
import io.github.securehttpapi.local.internal.gateway.Match;
import io.github.securehttpapi.local.internal.http.Reply;
import io.github.securehttpapi.local.internal.mapping.Mapped;
import io.github.securehttpapi.local.internal.mapping.ParameterMapping;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** An HTTP proxy integration (API Gateway developer guide, http-api-develop-integrations-http.html). */
public final class HttpProxyIntegration implements Integration {
    /** The integration's method that stands for the request's. */
    public static final String ANY = "ANY";

    /** What concerns the backend's connection only (RFC 9110, 7.6.1), and what the gateway has its own of. */
    private static final Set<String> LEFT_OUT = Set.of(
            "apigw-requestid",
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private static final Set<String> WITH_CONTENT = Set.of("PATCH", "POST", "PUT");

    private final Map<String, BackendUri> uris;
    private final String method;
    private final Duration timeout;
    private final ParameterMapping mapping;
    private final Backends backends;

    /**
     * Of a backend.
     *
     * @param uris its URL on each stage, by the stage's name
     * @param method its method, or {@value #ANY}
     * @param timeout for how long the gateway waits
     * @param mapping what is changed on the way
     * @param backends the client
     */
    public HttpProxyIntegration(
            Map<String, BackendUri> uris,
            String method,
            Duration timeout,
            ParameterMapping mapping,
            Backends backends) {
        this.uris = Map.copyOf(uris);
        this.method = method;
        this.timeout = timeout;
        this.mapping = mapping;
        this.backends = backends;
    }

    @Override
    public void invoke(Exchange exchange, Match match) {
        long started = System.nanoTime();
        Mapped mapped = mapping.request(exchange, match);
        BackendUri uri = Objects.requireNonNull(uris.get(match.stage().name()));
        String called = method.equals(ANY) ? exchange.request().method() : method;
        HttpHeaders headers = ForwardedHeaders.of(exchange.request(), mapped.request(), uri.authority());
        if (WITH_CONTENT.contains(called) && !headers.contains("content-length")) {
            headers.set("content-length", 0);
        }
        BackendCall call = new BackendCall(
                uri.endpoint(),
                called,
                uri.target(mapped.match(), mapped.path()),
                headers,
                exchange.request().body(),
                exchange.request().nanos() + timeout.toNanos());
        backends.call(
                call, answer -> exchange.guard(() -> finish(exchange, match, answer, System.nanoTime() - started)));
    }

    private void finish(Exchange exchange, Match match, BackendAnswer answer, long nanos) {
        exchange.integrated(nanos);
        switch (answer.kind()) {
            case ANSWERED -> {
                exchange.integrationStatus(answer.status(), answer.status());
                exchange.answer(mapping.response(exchange, match, reply(answer)));
            }
            case TIMED_OUT, UNREACHABLE -> exchange.fail(503, "Service Unavailable", answer.problem());
            case TOO_LARGE, STOPPED -> exchange.fail(500, "Internal Server Error", answer.problem());
        }
    }

    private static Reply reply(BackendAnswer answer) {
        Set<String> leftOut = new HashSet<>(LEFT_OUT);
        for (String options : answer.headers().getAll("connection")) {
            leftOut.addAll(List.of(options.toLowerCase(Locale.ROOT).split("[,\\s]+", -1)));
        }
        HttpHeaders headers = new DefaultHttpHeaders();
        for (Map.Entry<String, String> header : answer.headers()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!leftOut.contains(name)) {
                headers.add(name, header.getValue());
            }
        }
        return new Reply(answer.status(), headers, answer.body());
    }
}
