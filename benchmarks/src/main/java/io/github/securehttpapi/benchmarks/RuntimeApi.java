package io.github.securehttpapi.benchmarks;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lambda's side of a function's process, for one event: the Runtime API of Lambda's developer guide, "Using the Lambda
 * runtime API for custom runtimes".
 */
final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String REQUEST_ID = "6bc28136-a1b2-4365-b021-0ce6b2e64ab0";

    private final HttpServer server;
    private final byte[] event;
    private final AtomicBoolean handedOut = new AtomicBoolean();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    private RuntimeApi(HttpServer server, String event) {
        this.server = server;
        this.event = event.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What the function posted.
     *
     * @param nanoTime when it had arrived, as {@link System#nanoTime} tells
     * @param text the response event
     */
    record Answer(long nanoTime, String text) {}

    static RuntimeApi started(String event) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        RuntimeApi api = new RuntimeApi(server, event);
        server.createContext(ROOT, api::serve);
        server.start();
        return api;
    }

    /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} has them. */
    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    CompletableFuture<Answer> answer() {
        return answer;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(ROOT.length());
        if (path.equals("invocation/next")) {
            // The second time, Lambda lets the runtime wait, and so does this: until the process is ended.
            if (handedOut.compareAndSet(false, true)) {
                handOut(exchange);
            }
            return;
        }
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        long now = System.nanoTime();
        if (path.equals("invocation/" + REQUEST_ID + "/response")) {
            answer.complete(new Answer(now, text));
        } else {
            answer.completeExceptionally(new IllegalStateException(path + ": " + text));
        }
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    private void handOut(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", REQUEST_ID);
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 10_000));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:123456789012:function:contact");
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
