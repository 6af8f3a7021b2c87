package io.github.securehttpapi.construct;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.local.LocalGateway;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;

/** Real requests, as browsers send them, to what is synthesized. */
final class ServedCorsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void aPageOfADevelopersMachineIsLetIn() throws Exception {
        String page = "http://localhost:5173";
        try (LocalGateway gateway = serve(Cors.allowedOrigins(List.of("https://shop.example.com"))
                .developmentOrigins(List.of(page))
                .allowedHeaders(List.of("x-tenant-id"))
                .maxAge(software.amazon.awscdk.Duration.seconds(0)))) {
            assertThat(cors(preflight(gateway, page)))
                    .containsOnly(
                            Map.entry("access-control-allow-origin", List.of(page)),
                            Map.entry("access-control-allow-methods", List.of("GET")),
                            Map.entry(
                                    "access-control-allow-headers",
                                    List.of("authorization,content-type,x-request-id,x-tenant-id")),
                            Map.entry("access-control-max-age", List.of("0")));
            HttpResponse<String> answer = get(gateway, page);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(cors(answer))
                    .containsOnly(
                            Map.entry("access-control-allow-origin", List.of(page)),
                            Map.entry("access-control-expose-headers", List.of("x-request-id,apigw-requestid")));
            assertThat(cors(preflight(gateway, "http://localhost:5174"))).isEmpty();
        }
    }

    @Test
    void aPageOfAnAllowedOriginMaySendCredentials() throws Exception {
        String page = "https://shop.example.com";
        try (LocalGateway gateway = serve(Cors.allowedOrigins(List.of(page))
                .exposedHeaders(List.of("ETag"))
                .allowCredentials())) {
            assertThat(cors(preflight(gateway, page)))
                    .containsOnly(
                            Map.entry("access-control-allow-origin", List.of(page)),
                            Map.entry("access-control-allow-credentials", List.of("true")),
                            Map.entry("access-control-allow-methods", List.of("GET")),
                            Map.entry(
                                    "access-control-allow-headers", List.of("authorization,content-type,x-request-id")),
                            Map.entry("access-control-max-age", List.of("300")));
            HttpResponse<String> answer = get(gateway, page);
            assertThat(answer.body()).contains("\"cookies\":[\"session=1\"]");
            assertThat(cors(answer))
                    .containsOnly(
                            Map.entry("access-control-allow-origin", List.of(page)),
                            Map.entry("access-control-allow-credentials", List.of("true")),
                            Map.entry("access-control-expose-headers", List.of("x-request-id,apigw-requestid,etag")));
            assertThat(cors(preflight(gateway, "https://evil.example"))).isEmpty();
        }
    }

    private LocalGateway serve(Cors cors) throws IOException {
        App app = new App(
                AppProps.builder().outdir(folder.resolve("cdk.out").toString()).build());
        Stack stack = new Stack(app, "Shop");
        SecureHttpApi api =
                SecureHttpApi.Builder.create(stack, "Api").cors(cors).build();
        api.addRoute(SecureRoute.get("/orders")
                .handler(Function.Builder.create(stack, "Orders")
                        .runtime(Runtime.JAVA_17)
                        .handler(EchoHandler.class.getName())
                        .code(Code.fromAsset(jar().toString()))
                        .build())
                .publicAccess(PublicAccess.because("the test has no token"))
                .build());
        app.synth();
        return LocalGateway.builder()
                .template(folder.resolve("cdk.out").resolve(stack.getTemplateFile()))
                .start();
    }

    private Path jar() throws IOException {
        String entry = EchoHandler.class.getName().replace('.', '/') + ".class";
        Path jar = folder.resolve("orders.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                InputStream code = Objects.requireNonNull(EchoHandler.class.getResourceAsStream("/" + entry))) {
            out.putNextEntry(new JarEntry(entry));
            code.transferTo(out);
        }
        return jar;
    }

    private HttpResponse<String> preflight(LocalGateway gateway, String page) throws IOException, InterruptedException {
        return send(request(gateway, page)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization")
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    private HttpResponse<String> get(LocalGateway gateway, String page) throws IOException, InterruptedException {
        return send(request(gateway, page).header("Cookie", "session=1"));
    }

    private HttpRequest.Builder request(LocalGateway gateway, String page) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/orders"))
                .timeout(TIMEOUT)
                .header("Origin", page)
                .header("Sec-Fetch-Site", "cross-site");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static Map<String, List<String>> cors(HttpResponse<?> response) {
        Map<String, List<String>> cors = new TreeMap<>(response.headers().map());
        cors.keySet().removeIf(name -> !name.startsWith("access-control-"));
        return cors;
    }
}
