package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventTest {
    @TempDir
    private Path directory;

    private Demo demo;

    @BeforeEach
    void start() throws IOException {
        demo = Demo.start(directory);
    }

    @AfterEach
    void stop() {
        demo.close();
    }

    @Test
    void hasTheShapeOfPayloadFormat2() throws Exception {
        HttpResponse<String> response = demo.get("/items/a%20b?x=1&x=2&q=%7B", "User-Agent", "test");
        String id = response.headers().firstValue("apigw-requestid").orElseThrow();
        assertThat(id).matches("[A-Za-z0-9_-]{15}=");
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        String port = Integer.toString(demo.gateway().port());
        String headers = "\"headers\":\\{(\"content-length\":\"0\",)?\"host\":\"127.0.0.1:" + port
                + "\",\"user-agent\":\"test\",\"x-amzn-trace-id\":\"Root=1-[0-9a-f]{8}-[0-9a-f]{24}\","
                + "\"x-forwarded-for\":\"127.0.0.1\",\"x-forwarded-port\":\"" + port
                + "\",\"x-forwarded-proto\":\"http\"(,\"content-length\":\"0\")?},";
        String context = "\"requestContext\":\\{\"accountId\":\"123456789012\",\"apiId\":\"Api\","
                + "\"domainName\":\"127.0.0.1\",\"domainPrefix\":\"127\",\"http\":\\{\"method\":\"GET\","
                + "\"path\":\"/items/a b\",\"protocol\":\"HTTP/1.1\",\"sourceIp\":\"127.0.0.1\",\"userAgent\":\"test\"},"
                + "\"requestId\":\"" + id + "\",\"routeKey\":\"GET /items/\\{id}\",\"stage\":\"\\$default\","
                + "\"time\":\"\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000\",\"timeEpoch\":\\d{13}},";
        assertThat(response.body())
                .matches("\\{\"version\":\"2.0\",\"routeKey\":\"GET /items/\\{id}\",\"rawPath\":\"/items/a b\","
                        + "\"rawQueryString\":\"x=1&x=2&q=%7B\"," + headers
                        + "\"queryStringParameters\":\\{\"x\":\"1,2\",\"q\":\"\\{\"}," + context
                        + "\"pathParameters\":\\{\"id\":\"a b\"},\"stageVariables\":\\{\"color\":\"blue\"},"
                        + "\"isBase64Encoded\":false}");
    }

    @Test
    void cookiesLeaveTheHeaders() throws Exception {
        String answer = demo.raw("""
                GET /echo HTTP/1.1
                Host: localhost
                Cookie: a=1; b=2
                Cookie: c=3
                Connection: close

                """);
        assertThat(answer).contains("\"cookies\":[\"a=1\",\"b=2\",\"c=3\"]").doesNotContain("\"cookie\":");
    }

    @Test
    void headerNamesAreLowerCaseAndDuplicatesJoined() throws Exception {
        String answer = demo.raw("""
                GET /echo HTTP/1.1
                Host: localhost
                X-Twice: 1
                x-tWice: 2
                X-Forwarded-For: 10.0.0.1
                X-Amzn-Trace-Id: Root=1-2-3
                Connection: close

                """);
        assertThat(answer)
                .contains("\"x-twice\":\"1,2\"")
                .contains("\"x-forwarded-for\":\"10.0.0.1, 127.0.0.1\"")
                .contains("\"x-amzn-trace-id\":\"Root=1-2-3\"")
                .doesNotContain("\"connection\":");
    }

    @Test
    void lengthOfTheBodyIsAddedWhereTheClientToldNone() throws Exception {
        assertThat(demo.raw("""
                        GET /echo HTTP/1.1
                        Host: localhost
                        Connection: close

                        """)).contains("\"content-length\":\"0\"");
    }

    @Test
    void headersOfTheConnectionStayOutOfTheEvent() throws Exception {
        String answer = demo.raw("""
                GET /echo HTTP/1.1
                Host: localhost
                TE: trailers
                X-Hop: 1
                X-End: 2
                Connection: TE, x-hop
                Connection: close

                """);
        assertThat(answer).contains("\"x-end\":\"2\"").doesNotContain("\"te\":", "\"x-hop\":", "\"connection\":");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/x-anything; charset=utf-8",
                "application/json",
                "Application/JSON;charset=utf-8",
                "application/xml",
                "application/javascript"
            })
    void textArrivesAsText(String contentType) throws Exception {
        String event =
                demo.send("POST", "/echo", "grüße", "Content-Type", contentType).body();
        assertThat(event).contains("\"body\":\"grüße\",\"isBase64Encoded\":false");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "application/problem+json",
                "multipart/form-data; boundary=x",
                "application/octet-stream"
            })
    void theRestArrivesInBase64(String contentType) throws Exception {
        String event =
                demo.send("POST", "/echo", "grüße", "Content-Type", contentType).body();
        String base64 = Base64.getEncoder().encodeToString("grüße".getBytes(StandardCharsets.UTF_8));
        assertThat(event).contains("\"body\":\"" + base64 + "\",\"isBase64Encoded\":true");
    }

    @Test
    void bodyWithoutAContentTypeArrivesInBase64() throws Exception {
        assertThat(demo.send("POST", "/echo", "a=b").body()).contains("\"body\":\"YT1i\",\"isBase64Encoded\":true");
    }

    @Test
    void chunkedBodyIsPutTogether() throws Exception {
        String answer = demo.raw("""
                POST /echo HTTP/1.1
                Host: localhost
                Content-Type: text/plain
                Transfer-Encoding: chunked
                Connection: close

                3
                abc
                2
                de
                0

                """);
        assertThat(answer).contains("\"body\":\"abcde\"").doesNotContain("transfer-encoding\":");
    }

    @Test
    void rawTargetOfChromiumReachesTheFunction() throws Exception {
        String answer = demo.raw("""
                GET /echo?q={a}|^\\` HTTP/1.1
                Host: localhost
                Connection: close

                """);
        assertThat(answer).startsWith("HTTP/1.1 200 OK").contains("\"rawQueryString\":\"q={a}|^\\\\`\"");
    }

    @Test
    void greedyCaptureHasNoLeadingSlash() throws Exception {
        assertThat(demo.get("/files/a/b%2Fc").body())
                .contains("\"rawPath\":\"/files/a/b/c\"")
                .contains("\"pathParameters\":{\"proxy\":\"a/b/c\"}");
    }

    @Test
    void namedStageStaysInThePath() throws Exception {
        demo.close();
        demo = Demo.start(directory, template -> template.replace("\"$default\"", "\"prod\""), settings -> {});
        assertThat(demo.get("/prod/echo").body())
                .contains("\"rawPath\":\"/prod/echo\"", "\"stage\":\"prod\"", "\"routeKey\":\"GET /echo\"");
        assertThat(demo.get("/echo").statusCode()).isEqualTo(404);
        assertThat(demo.get("/echo").body()).isEqualTo("{\"message\":\"Not Found\"}");
        assertThat(demo.get("/production/echo").statusCode()).isEqualTo(404);
    }

    @Test
    void defaultRouteHasNoPathParameters() throws Exception {
        demo.close();
        demo = Demo.start(
                directory, template -> template.replace("\"GET /files/{proxy+}\"", "\"$default\""), settings -> {});
        assertThat(demo.get("/what/ever").body())
                .contains("\"routeKey\":\"$default\"", "\"rawPath\":\"/what/ever\"")
                .doesNotContain("pathParameters");
    }
}
