package io.github.securehttpapi.local.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;

/** A web site on a port of its own, which is an origin of its own. Its page fetches, and tells this server what came. */
final class Site implements AutoCloseable {
    private final HttpServer server;
    private volatile String script = "{\"fetches\":[]}";

    /** Starts it. The page posts a result for each fetch. */
    Site(Consumer<String> results) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/page.html", exchange -> answer(exchange, "text/html", html()));
        server.createContext("/script.json", exchange -> answer(exchange, "application/json", script));
        server.createContext("/result", exchange -> {
            results.accept(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, "text/plain", "");
        });
        server.start();
    }

    /** Sets what the page does once it is shown. */
    void runs(String json) {
        script = json;
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    URI page() {
        return URI.create(origin() + "/page.html");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", type);
        exchange.getResponseHeaders().set("cache-control", "no-store");
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String html() throws IOException {
        try (InputStream in = Objects.requireNonNull(Site.class.getResourceAsStream("/browser/page.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
