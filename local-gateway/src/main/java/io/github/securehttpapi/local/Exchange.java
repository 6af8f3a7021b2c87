package io.github.securehttpapi.local;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request and what becomes of it: sends the reply and writes the access-log line. */
final class Exchange {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Request request;
    private final ServedApi api;
    private final Consumer<String> accessLog;
    private final Consumer<Reply> client;
    private final LogVariables variables;
    private @Nullable ServedStage stage;

    Exchange(Request request, ServedApi api, Consumer<String> accessLog, Consumer<Reply> client) {
        this.request = request;
        this.api = api;
        this.accessLog = accessLog;
        this.client = client;
        this.variables = new LogVariables(request, api.identity());
    }

    Request request() {
        return request;
    }

    void at(RequestTarget target) {
        variables.set("path", target.path());
    }

    void in(ServedStage found) {
        stage = found;
        variables.set("stage", found.name());
    }

    void on(Endpoint endpoint) {
        variables.set("routeKey", endpoint.routeKey());
    }

    /** Lambda answered, with a function's response or a function's error. */
    void integrated(String lambdaRequestId, long nanos) {
        String latency = Long.toString(nanos / NANOS_PER_MILLI);
        variables.set("integration.requestId", lambdaRequestId);
        variables.set("awsEndpointRequestId", lambdaRequestId);
        variables.set("integration.latency", latency);
        variables.set("integrationLatency", latency);
    }

    void integrationStatus(int lambdaStatus, int functionStatus) {
        variables.set("integrationStatus", Integer.toString(lambdaStatus));
        variables.set("integration.integrationStatus", Integer.toString(lambdaStatus));
        variables.set("integration.status", Integer.toString(functionStatus));
    }

    /** The integration went wrong: its problem is for the log only. */
    void fail(int status, String message, String problem) {
        variables.set("integration.error", problem);
        variables.set("integrationErrorMessage", problem);
        fail(status, message);
    }

    /** A request that must not get to a function: why is for the log only. */
    void forbid(String why) {
        variables.set("error.message", why);
        answer(Reply.message(403, "Forbidden"));
    }

    void fail(int status, String message) {
        variables.set("error.message", message);
        answer(Reply.message(status, message));
    }

    void answer(Reply reply) {
        decorate(reply, false);
    }

    void preflight(CorsPolicy cors) {
        decorate(cors.preflight(request.header("origin")), true);
    }

    private void decorate(Reply reply, boolean preflight) {
        reply.headers().set("apigw-requestid", request.id());
        CorsPolicy cors = api.cors();
        if (cors != null) {
            cors.apply(request.header("origin"), preflight, reply.headers());
        }
        try {
            log(reply);
        } finally {
            client.accept(reply);
        }
    }

    private void log(Reply reply) {
        ServedStage logging = stage == null ? api.fallback() : stage;
        AccessLogFormat format = logging == null ? null : logging.accessLog();
        if (format == null) {
            return;
        }
        variables.set("status", Integer.toString(reply.status()));
        variables.set("responseLength", Integer.toString(reply.body().length));
        variables.set("responseLatency", Long.toString((System.nanoTime() - request.nanos()) / NANOS_PER_MILLI));
        accessLog.accept(format.line(variables::get));
    }
}
