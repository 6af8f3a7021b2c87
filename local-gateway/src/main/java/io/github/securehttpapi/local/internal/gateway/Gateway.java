package io.github.securehttpapi.local.internal.gateway;

import io.github.securehttpapi.local.internal.http.HttpService;
import io.github.securehttpapi.local.internal.http.Reply;
import io.github.securehttpapi.local.internal.http.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.util.function.Consumer;

/** Takes a request through the gateway: stage, route, throttle, authorizer, integration. */
public final class Gateway implements HttpService {
    private final ServedApi api;
    private final OwnEndpoints own;
    private final Consumer<String> accessLog;

    public Gateway(ServedApi api, OwnEndpoints own, Consumer<String> accessLog) {
        this.api = api;
        this.own = own;
        this.accessLog = accessLog;
    }

    @Override
    public void handle(Request request, Consumer<Reply> client) {
        Exchange exchange = new Exchange(request, api, accessLog, client);
        RequestTarget target = RequestTarget.parse(request.target());
        if (target == null || request.headers().getAll(HttpHeaderNames.HOST).size() != 1) {
            exchange.fail(400, "Bad Request");
            return;
        }
        exchange.at(target);
        String authority = target.authority();
        if (!LoopbackHost.accepts(request.header(HttpHeaderNames.HOST))
                || (authority != null && !LoopbackHost.accepts(authority))) {
            exchange.forbid("Host is not localhost, 127.0.0.1 or [::1]");
            return;
        }
        exchange.guard(() -> route(exchange, target));
    }

    @Override
    public void refuse(Request request, int status, String message, Consumer<Reply> client) {
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
            leave(exchange, target);
            return;
        }
        exchange.in(stage);
        Match match = api.match(exchange.request().method(), target, stage);
        if (match != null) {
            admit(exchange, match);
            return;
        }
        CorsPolicy cors = api.cors();
        if (cors != null && CorsPolicy.isPreflight(exchange.request())) {
            exchange.preflight(cors);
        } else {
            leave(exchange, target);
        }
    }

    /** The API has no route for it. */
    private void leave(Exchange exchange, RequestTarget target) {
        String path = target.path();
        if (!own.has(path)) {
            exchange.fail(404, "Not Found");
            return;
        }
        String crossSite = CrossSite.problem(exchange.request(), null);
        if (crossSite == null) {
            own.handle(exchange.request(), path, exchange::answer);
        } else {
            exchange.forbid(crossSite);
        }
    }

    private void admit(Exchange exchange, Match match) {
        Endpoint endpoint = match.endpoint();
        exchange.on(endpoint);
        String crossSite = CrossSite.problem(exchange.request(), api.cors());
        if (crossSite != null) {
            exchange.forbid(crossSite);
        } else if (match.stage().throttles(endpoint.routeKey())) {
            exchange.fail(429, "Too Many Requests");
        } else {
            authorize(exchange, match);
        }
    }

    private static void authorize(Exchange exchange, Match match) {
        Authorizer authorizer = match.endpoint().authorizer();
        Integration integration = match.endpoint().integration();
        if (authorizer == null) {
            integration.invoke(exchange, match);
            return;
        }
        authorizer.authorize(
                exchange.request(),
                match,
                decision -> exchange.guard(() -> {
                    if (exchange.admits(decision)) {
                        integration.invoke(exchange, match);
                    }
                }));
    }
}
