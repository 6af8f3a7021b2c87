package io.github.securehttpapi.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;

/** The demo stack, served: an assembly in a directory, a gateway, a client, and what was logged. */
public final class Demo implements AutoCloseable {
    /** A test that waits longer has failed. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final List<String> HANDLERS = List.of(
            "AuthorizerHandler",
            "EchoHandler",
            "EnvelopeHandler",
            "ScriptHandler",
            "TroubleHandler",
            "CountingHandler",
            "MethodHandler",
            "UnspeakableException",
            "LeakyHandler");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> accessLog = new CopyOnWriteArrayList<>();
    private final List<String> functionLog = new CopyOnWriteArrayList<>();
    private final LocalGateway gateway;

    private Demo(Path template, Consumer<LocalGateway.Builder> settings) {
        LocalGateway.Builder builder = LocalGateway.builder()
                .template(template)
                .accessLog(accessLog::add)
                .functionLog(functionLog::add);
        settings.accept(builder);
        gateway = builder.start();
    }

    public static Demo start(Path directory) throws IOException {
        return start(directory, template -> template, settings -> {});
    }

    public static Demo start(Path directory, UnaryOperator<String> edit, Consumer<LocalGateway.Builder> settings)
            throws IOException {
        return new Demo(assembly(directory, edit), settings);
    }

    /** What cdk synth would leave in the directory; gives the template. */
    public static Path assembly(Path directory, UnaryOperator<String> edit) throws IOException {
        Files.writeString(directory.resolve("Demo.assets.json"), resource("/Demo.assets.json"));
        try (OutputStream file = Files.newOutputStream(directory.resolve("asset.d3b07384.jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            for (String handler : HANDLERS) {
                String entry = "io/github/securehttpapi/local/fixture/" + handler + ".class";
                jar.putNextEntry(new JarEntry(entry));
                try (InputStream code = Objects.requireNonNull(Demo.class.getResourceAsStream("/" + entry))) {
                    code.transferTo(jar);
                }
            }
        }
        String template = edit.apply(resource("/Demo.template.json"));
        return Files.writeString(directory.resolve("Demo.template.json"), template);
    }

    /** The template with another access-log format. */
    static String logging(String format, String template) {
        return template.replaceFirst("\"Format\": \".*\"", Matcher.quoteReplacement("\"Format\": \"" + format + "\""));
    }

    public LocalGateway gateway() {
        return gateway;
    }

    public List<String> accessLog() {
        return accessLog;
    }

    public List<String> functionLog() {
        return functionLog;
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, "", headers);
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + gateway.port() + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /** Has the function answer with a payload. */
    public HttpResponse<String> script(String payload, String... headers) throws IOException, InterruptedException {
        return send("POST", "/script", payload, headers);
    }

    /** Sends a request as it is, but for line ends, and reads until the gateway closes. */
    public String raw(String request) throws IOException {
        return RawClient.send(gateway.port(), request.replace("\n", "\r\n"));
    }

    @Override
    public void close() {
        gateway.close();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Demo.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
