package io.github.securehttpapi.local.internal.integration;

import io.github.securehttpapi.local.internal.event.PayloadFormat;
import io.github.securehttpapi.local.internal.function.FunctionHost;
import io.github.securehttpapi.local.internal.function.Invocation;
import io.github.securehttpapi.local.internal.function.Outcome;
import io.github.securehttpapi.local.internal.gateway.Exchange;
import io.github.securehttpapi.local.internal.gateway.Identity;
import io.github.securehttpapi.local.internal.gateway.Integration;
import io.github.securehttpapi.local.internal.gateway.Match;
import io.github.securehttpapi.local.internal.http.Reply;
import io.github.securehttpapi.local.internal.mapping.Mapped;
import io.github.securehttpapi.local.internal.mapping.ParameterMapping;
import java.time.Duration;

/** A Lambda proxy integration. */
public final class LambdaIntegration implements Integration {
    /** Lambda quotas: a synchronous invocation takes at most 6 MB (gettingstarted-limits.html). */
    private static final int MAX_EVENT_BYTES = 6 * 1024 * 1024;

    private static final String INTERNAL_ERROR = "Internal Server Error";

    private final FunctionHost host;
    private final PayloadFormat format;
    private final Duration timeout;
    private final Identity identity;
    private final ParameterMapping mapping;

    /** Of a function, for which the gateway waits as long as {@code timeout}. */
    public LambdaIntegration(
            FunctionHost host, PayloadFormat format, Duration timeout, Identity identity, ParameterMapping mapping) {
        this.host = host;
        this.format = format;
        this.timeout = timeout;
        this.identity = identity;
        this.mapping = mapping;
    }

    @Override
    public void invoke(Exchange exchange, Match match) {
        Mapped mapped = mapping.request(exchange, match);
        byte[] event =
                format.integration(mapped.request(), mapped.match(), identity, exchange.caller(), MAX_EVENT_BYTES);
        if (event == null) {
            exchange.fail(413, "Request Entity Too Large");
            return;
        }
        long deadline = exchange.request().nanos() + timeout.toNanos();
        host.invoke(new Invocation(event, deadline, outcome -> exchange.guard(() -> finish(exchange, match, outcome))));
    }

    private void finish(Exchange exchange, Match match, Outcome outcome) {
        exchange.integrated(outcome.requestId(), outcome.nanos());
        switch (outcome.kind()) {
            case ANSWERED -> respond(exchange, match, outcome);
            case FUNCTION_ERROR -> {
                exchange.integrationStatus(200, 500);
                exchange.fail(500, INTERNAL_ERROR, outcome.problem());
            }
            case THROTTLED -> {
                exchange.integrationStatus(429, 429);
                exchange.fail(503, "Service Unavailable", outcome.problem());
            }
            case TIMED_OUT -> exchange.fail(503, "Service Unavailable", outcome.problem());
        }
    }

    private void respond(Exchange exchange, Match match, Outcome outcome) {
        Reply reply;
        try {
            reply = ResponseReader.read(outcome.payload(), format);
        } catch (ResponseReader.Malformed malformed) {
            exchange.integrationStatus(200, 500);
            exchange.fail(500, INTERNAL_ERROR, String.valueOf(malformed.getMessage()));
            return;
        }
        exchange.integrationStatus(200, reply.status());
        exchange.answer(mapping.response(exchange, match, reply));
    }
}
