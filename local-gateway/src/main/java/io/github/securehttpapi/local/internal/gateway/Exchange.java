package io.github.securehttpapi.local.internal.gateway;

import io.github.securehttpapi.local.internal.FailureText;
import io.github.securehttpapi.local.internal.http.Reply;
import io.github.securehttpapi.local.internal.http.Request;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.util.AsciiString;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request and what becomes of it: sends the reply and writes the access-log line. */
public final class Exchange {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final AsciiString REQUEST_ID = AsciiString.cached("apigw-requestid");

    private final Request request;
    private final ServedApi api;
    private final Consumer<String> accessLog;
    private final Consumer<Reply> client;
    private final ContextVariables variables;
    private final AtomicBoolean answered = new AtomicBoolean();
    private @Nullable ServedStage stage;
    private volatile @Nullable Decision decision;

    Exchange(Request request, ServedApi api, Consumer<String> accessLog, Consumer<Reply> client) {
        this.request = request;
        this.api = api;
        this.accessLog = accessLog;
        this.client = client;
        this.variables = new ContextVariables(request, api.identity());
    }

    public Request request() {
        return request;
    }

    /** Does what leads to the answer. If that fails there is an answer, too, and the caller goes on. */
    public void guard(Runnable step) {
        try {
            step.run();
        } catch (Throwable failed) {
            fail(500, "Internal Server Error", FailureText.line(failed));
        }
    }

    void at(RequestTarget target) {
        variables.set(ContextVariable.PATH, target.path());
    }

    void in(ServedStage found) {
        stage = found;
        variables.set(ContextVariable.STAGE, found.name());
    }

    void on(Endpoint endpoint) {
        variables.set(ContextVariable.ROUTE_KEY, endpoint.routeKey());
    }

    /** Whether an authorizer lets the request through; if not, it is answered. */
    boolean admits(Decision made) {
        decision = made;
        made.variables().forEach((name, value) -> variables.set(ContextVariable.of(name), value));
        Reply refusal = made.refusal();
        if (refusal != null) {
            answer(refusal);
        }
        return refusal == null;
    }

    /** What an authorizer says of the caller, a JSON object; null on a public route. */
    public @Nullable String caller() {
        Decision made = decision;
        return made == null ? null : made.event();
    }

    /** The value of a {@code $context} variable, named without {@code $context.}; null if there is none so far. */
    public @Nullable String variable(String name) {
        return variables.get(ContextVariable.of(name));
    }

    /** Lambda answered, with a function's response or a function's error. */
    public void integrated(String lambdaRequestId, long nanos) {
        variables.set(ContextVariable.INTEGRATION_REQUEST_ID, lambdaRequestId);
        integrated(nanos);
    }

    /** The integration answered, or was waited for in vain. */
    public void integrated(long nanos) {
        variables.set(ContextVariable.INTEGRATION_LATENCY, Long.toString(nanos / NANOS_PER_MILLI));
    }

    /** What Lambda said of itself, and what the function did; the same twice if there is no Lambda. */
    public void integrationStatus(int lambdaStatus, int functionStatus) {
        variables.set(ContextVariable.LAMBDA_STATUS, Integer.toString(lambdaStatus));
        variables.set(ContextVariable.INTEGRATION_STATUS, Integer.toString(functionStatus));
    }

    /** The integration went wrong: its problem is for the log only. */
    public void fail(int status, String message, String problem) {
        variables.set(ContextVariable.INTEGRATION_ERROR, problem);
        fail(status, message);
    }

    /** A request that must not get to a function: why is for the log only. */
    void forbid(String why) {
        variables.set(ContextVariable.ERROR_MESSAGE, why);
        answer(Reply.message(403, "Forbidden"));
    }

    public void fail(int status, String message) {
        variables.set(ContextVariable.ERROR_MESSAGE, message);
        answer(Reply.message(status, message));
    }

    public void answer(Reply reply) {
        decorate(reply, false);
    }

    void preflight(CorsPolicy cors) {
        decorate(cors.preflight(request.header(HttpHeaderNames.ORIGIN)), true);
    }

    private void decorate(Reply reply, boolean preflight) {
        if (!answered.compareAndSet(false, true)) {
            // a second answer would be the next request's
            return;
        }
        reply.headers().set(REQUEST_ID, request.id());
        CorsPolicy cors = api.cors();
        if (cors != null) {
            cors.apply(request.header(HttpHeaderNames.ORIGIN), preflight, reply.headers());
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
        variables.set(ContextVariable.STATUS, Integer.toString(reply.status()));
        variables.set(ContextVariable.RESPONSE_LENGTH, Integer.toString(reply.body().length));
        variables.set(
                ContextVariable.RESPONSE_LATENCY,
                Long.toString((System.nanoTime() - request.nanos()) / NANOS_PER_MILLI));
        accessLog.accept(format.line(variables::get));
    }
}
