package io.github.securehttpapi.local;

import java.util.function.Consumer;

/** Takes a request through the gateway: stage, route, throttle, function, response. */
final class Gateway {
    /** Lambda quotas: a synchronous invocation takes at most 6 MB (gettingstarted-limits.html). */
    static final int MAX_EVENT_BYTES = 6 * 1024 * 1024;

    private static final String INTERNAL_ERROR = "Internal Server Error";

    private final ServedApi api;
    private final Consumer<String> accessLog;

    Gateway(ServedApi api, Consumer<String> accessLog) {
        this.api = api;
        this.accessLog = accessLog;
    }

    /** Answers now or later, on any thread, exactly once. */
    void handle(Request request, Consumer<Reply> client) {
        Exchange exchange = new Exchange(request, api, accessLog, client);
        RequestTarget target = RequestTarget.parse(request.target());
        if (target == null || request.headers().getAll("host").size() != 1) {
            exchange.fail(400, "Bad Request");
            return;
        }
        exchange.at(target);
        String authority = target.authority();
        if (!LoopbackHost.accepts(request.header("host")) || (authority != null && !LoopbackHost.accepts(authority))) {
            exchange.forbid("Host is not localhost, 127.0.0.1 or [::1]");
            return;
        }
        route(exchange, target);
    }

    /** Answers a request that cannot be taken any further. */
    void refuse(Request request, int status, String message, Consumer<Reply> client) {
        Exchange exchange = new Exchange(request, api, accessLog, client);
        RequestTarget target = RequestTarget.parse(request.target());
        if (target != null) {
            exchange.at(target);
        }
        exchange.fail(status, message);
    }

    private void route(Exchange exchange, RequestTarget target) {
        ServedStage stage = api.stage(target);
        if (stage == null) {
            exchange.fail(404, "Not Found");
            return;
        }
        exchange.in(stage);
        Match match = api.match(exchange.request().method(), target, stage);
        if (match != null) {
            invoke(exchange, match);
            return;
        }
        CorsPolicy cors = api.cors();
        if (cors != null && CorsPolicy.isPreflight(exchange.request())) {
            exchange.preflight(cors);
        } else {
            exchange.fail(404, "Not Found");
        }
    }

    private void invoke(Exchange exchange, Match match) {
        Endpoint endpoint = match.endpoint();
        exchange.on(endpoint);
        String crossSite = CrossSite.problem(exchange.request(), api.cors());
        if (crossSite != null) {
            exchange.forbid(crossSite);
            return;
        }
        if (match.stage().throttles(endpoint.routeKey())) {
            exchange.fail(429, "Too Many Requests");
            return;
        }
        byte[] event = EventWriter.write(exchange.request(), match, api.identity(), MAX_EVENT_BYTES);
        if (event == null) {
            exchange.fail(413, "Request Entity Too Large");
            return;
        }
        long deadline = exchange.request().nanos() + endpoint.timeout().toNanos();
        endpoint.host().invoke(new Invocation(event, deadline, outcome -> finish(exchange, outcome)));
    }

    private static void finish(Exchange exchange, Outcome outcome) {
        exchange.integrated(outcome.requestId(), outcome.nanos());
        switch (outcome.kind()) {
            case ANSWERED -> respond(exchange, outcome);
            case FUNCTION_ERROR -> {
                exchange.integrationStatus(200, 500);
                exchange.fail(500, INTERNAL_ERROR, outcome.problem());
            }
            case TIMED_OUT -> exchange.fail(503, "Service Unavailable", outcome.problem());
        }
    }

    private static void respond(Exchange exchange, Outcome outcome) {
        Reply reply;
        try {
            reply = ResponseReader.read(outcome.payload());
        } catch (ResponseReader.Malformed malformed) {
            exchange.integrationStatus(200, 500);
            exchange.fail(500, INTERNAL_ERROR, String.valueOf(malformed.getMessage()));
            return;
        }
        exchange.integrationStatus(200, reply.status());
        exchange.answer(reply);
    }
}
