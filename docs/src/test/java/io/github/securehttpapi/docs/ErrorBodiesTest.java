package io.github.securehttpapi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonParser;
import io.github.securehttpapi.docs.served.OrdersHandler;
import io.github.securehttpapi.handler.HttpApiHandler;
import io.github.securehttpapi.testing.LocalHttpApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The bodies of docs/reference/errors.md are those of the local gateway and of the handler kit, word by word. */
final class ErrorBodiesTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Path PAGE = Markdown.ROOT.resolve("docs/reference/errors.md");
    private static final Pattern ROW = Pattern.compile("\\| (\\d{3}) \\| `(\\{.*?})` \\|.*");

    @RegisterExtension
    static final LocalHttpApi api = LocalHttpApi.ofStack(ErrorsStack::new)
            .with(gateway -> gateway.localIssuer(true).classPath(code()));

    /** What a build would put into the functions' jar. */
    private static List<Path> code() {
        return Stream.of(OrdersHandler.class, HttpApiHandler.class, JsonParser.class, RequestStreamHandler.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(location -> Path.of(URI.create(location.toString())))
                .toList();
    }

    @Test
    void thoseOfTheGateway() throws IOException, InterruptedException {
        get("rare");

        assertThat(rowsBelow("## The gateway's"))
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                raw("GET /%zz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n"),
                                row(get("jwt")),
                                row(get("jwt", "authorization", "Bearer " + token())),
                                row(get("iam")),
                                row(get("lambda")),
                                row(get("lambda", "authorization", "partner")),
                                row(get("nowhere")),
                                row(post("orders", "a".repeat(10 * 1024 * 1024 + 1))),
                                row(get("rare")),
                                raw("GET /orders HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\nx: "
                                        + "a".repeat(10_240) + "\r\n\r\n"),
                                row(get("fails")),
                                row(get("lambda", "authorization", "nonsense")),
                                row(get("slow")))
                        .distinct()
                        .toList());
    }

    @Test
    void theGatewaysCarryItsRequestIdAndNoRetryAfter() throws IOException, InterruptedException {
        get("rare");

        for (HttpResponse<String> answer : List.of(get("jwt"), get("iam"), get("nowhere"), get("rare"), get("fails"))) {
            assertThat(answer.headers().map()).containsKey("apigw-requestid").doesNotContainKey("retry-after");
            assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        }
    }

    @Test
    void thoseOfTheKit() throws IOException, InterruptedException {
        assertThat(rowsBelow("## The handler kit's"))
                .containsExactly(
                        row(post("orders", "{")),
                        row(post("orders", "{\"item\":1}".repeat(30_000))),
                        row(send(HttpRequest.newBuilder(api.url().resolve("orders"))
                                .header("content-type", "text/plain")
                                .POST(BodyPublishers.ofString("{}")))),
                        row(post("orders", "{\"item\":\" \"}")),
                        row(get("orders")),
                        row(get("breaks")));
    }

    @Test
    void problemDetails() throws IOException, InterruptedException {
        assertThat(rowsBelow("## Problem details"))
                .containsExactly(row(get("problem")), row(post("problem", "{\"item\":\" \",\"quantity\":0}")));
    }

    private static List<String> rowsBelow(String heading) {
        List<String> lines = Markdown.lines(PAGE);
        List<String> rows = new ArrayList<>();
        for (String line : lines.subList(lines.indexOf(heading) + 1, lines.size())) {
            if (line.startsWith("## ")) {
                return rows;
            }
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(row.group(1) + " " + row.group(2));
            }
        }
        return rows;
    }

    /** As a row has it, where an ellipsis is the id of the request. */
    private static String row(HttpResponse<String> answer) {
        String id = answer.headers().firstValue("apigw-requestid").orElse("-");
        return answer.statusCode() + " " + answer.body().replace(id, "…");
    }

    private static String token() {
        return api.token().scopes("orders/write").mint();
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.url().resolve(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(api.url().resolve(path))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** What no polite client sends. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            int status = "HTTP/1.1 ".length();
            return answer.substring(status, status + 3) + " " + answer.substring(answer.indexOf("\r\n\r\n") + 4);
        }
    }
}
