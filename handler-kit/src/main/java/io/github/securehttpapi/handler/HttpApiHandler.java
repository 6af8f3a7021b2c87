package io.github.securehttpapi.handler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A Lambda function behind an HTTP API: extend it, answer requests in {@link #handle}, and name the subclass as the
 * function's handler.
 *
 * <pre>{@code
 * public final class HealthHandler extends HttpApiHandler {
 *     @Override
 *     protected Response handle(Request request) {
 *         return Response.ok(json -> json.put("status", "ok"));
 *     }
 * }
 * }</pre>
 *
 * <p>The integration must use payload format 2.0, which is the default of an HTTP API. An {@link HttpException} that
 * {@code handle} throws becomes the response it holds. Whatever else it throws becomes a 500 that says nothing of its
 * cause; the cause goes to the function's log, as one JSON line with the request id that the client was given. An event
 * of another format is answered in the same way, and so is a response larger than the 6 MB that Lambda passes on.
 *
 * <p>Each request leaves one line of JSON in the function's log, with the ids that join it to the gateway's access log
 * (unless {@link HandlerOptions#requestLog} says otherwise).
 *
 * <p>Every response carries {@code x-request-id}. CORS headers are the gateway's to write: it ignores a function's. An
 * OPTIONS request reaches a function only where its route takes preflight from the gateway, as {@code ANY} and {@code
 * $default} do; it is answered 204 before {@code handle}, and the gateway adds the headers.
 *
 * <p>One instance may serve several threads, so a subclass keeps no state of a request in its fields.
 */
public abstract class HttpApiHandler implements RequestStreamHandler {
    private static final String PREFLIGHT_METHOD = "OPTIONS";

    private final HandlerOptions options;
    private final AtomicBoolean served = new AtomicBoolean();

    /** Creates a handler with {@link HandlerOptions#defaults()}. */
    protected HttpApiHandler() {
        this(HandlerOptions.defaults());
    }

    /**
     * Creates a handler with options of its own.
     *
     * @param options its limits, what it logs, and what its responses have in common
     */
    protected HttpApiHandler(HandlerOptions options) {
        this.options = Objects.requireNonNull(options, "options must not be null");
    }

    /**
     * Answers one request.
     *
     * @param request the request, whose body is no larger than the options allow
     * @return the response, never null
     * @throws HttpException for an error that the client is told
     * @throws Exception for any other failure: the client is answered 500, and the log tells why
     */
    protected abstract Response handle(Request request) throws Exception;

    /**
     * Reads one event, and writes the response to it. Lambda calls this.
     *
     * @param input the event, JSON of payload format 2.0
     * @param output where the response goes, as JSON of payload format 2.0; left open, and written at once or not at
     *     all
     * @param context what Lambda knows of this invocation
     * @throws IOException if {@code output} refuses the response
     */
    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        boolean coldStart = !served.getAndSet(true);
        reply(input, context, coldStart).json.writeTo(output);
    }

    /**
     * Answers a request that nobody sent, and throws the answer away: what it loads and links on the way is in the
     * snapshot that SnapStart takes afterwards. For a hook of CRaC's {@code beforeCheckpoint}.
     *
     * <pre>{@code
     * prime("POST /contacts", "{}");
     * }</pre>
     *
     * <p>{@link #handle} is called as for any request, without an authorizer's caller, so it does what it does: choose a
     * body that it refuses, or a route without effects. The log gets the lines of a request with the id {@code priming}.
     *
     * @param routeKey the key of a route of this function: {@code $default}, or a method or {@code ANY}, a space and a
     *     path
     * @param json the body, or null for none
     * @return the status of the answer, for a test to see that the request got where it should
     */
    protected final int prime(String routeKey, @Nullable String json) {
        return reply(Priming.event(routeKey, json), new Priming.NoInvocation(), true).status;
    }

    private Reply reply(InputStream input, Context context, boolean coldStart) {
        long begun = System.nanoTime();
        Event event = new Event();
        Reply reply = reply(input, event, context);
        if (options.requestLog()) {
            // No Clock here, which is seven classes of java.time.
            RequestLog.write(
                    reply.status, System.nanoTime() - begun, coldStart, event, context, System.currentTimeMillis());
        }
        return reply;
    }

    // Throwable, not Exception: a StackOverflowError that a hostile request provokes must not end Lambda's runtime
    // loop, and a LinkageError is as much a 500 as an exception is.
    private Reply reply(InputStream input, Event event, Context context) {
        try {
            return write(answer(input, event, context), event, context);
        } catch (Throwable failure) {
            FatalErrors.rethrow(failure);
            ErrorLog.write(failure, event, context, Clock.systemUTC());
            return write(Response.internalServerError(), event, context);
        }
    }

    private Response answer(InputStream input, Event event, Context context) throws Exception {
        try {
            EventReader.read(input, event);
            Request request = Request.of(event, RequestId.of(event, context), options);
            if (PREFLIGHT_METHOD.equals(request.method())) {
                return Response.noContent();
            }
            return Objects.requireNonNull(handle(request), "handle must return a response, got null");
        } catch (HttpException told) {
            if (told.getCause() != null) {
                ErrorLog.write(told, event, context, Clock.systemUTC());
            }
            return told.response();
        } finally {
            // Lambda's thread runs the next request too, which must not find itself interrupted by this one.
            Thread.interrupted();
        }
    }

    private Reply write(Response response, Event event, Context context) {
        JsonBytes json = ResponseWriter.write(response, RequestId.of(event, context), event.method, options);
        return new Reply(response.status(), json);
    }

    /** A response as it goes out. */
    private static final class Reply {
        final int status;
        final JsonBytes json;

        Reply(int status, JsonBytes json) {
            this.status = status;
            this.json = json;
        }
    }
}
