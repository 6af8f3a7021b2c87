package io.github.securehttpapi.local.internal.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.securehttpapi.local.internal.event.PayloadFormat;
import io.github.securehttpapi.local.internal.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseReaderTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"message": "hi"}                                        | 200 | application/json          | {"message": "hi"}
                    {"body": "x", "headers": {"bad name": 1}}                | 200 | application/json          | {"body": "x", "headers": {"bad name": 1}}
                    "hello é"                                                | 200 | application/json          | hello é
                    12.50                                                    | 200 | application/json          | 12.50
                    true                                                     | 200 | application/json          | true
                    [1, 2]                                                   | 200 | application/json          | [1, 2]
                    null                                                     | 200 | application/json          | null
                    {"statusCode": 201, "body": "x"}                         | 201 | text/plain; charset=utf-8 | x
                    {"statusCode": 404}                                      | 404 | text/plain; charset=utf-8 | ``
                    {"statusCode": 200, "body": null, "headers": null}       | 200 | text/plain; charset=utf-8 | ``
                    {"statusCode": 200, "headers": {"Content-Type": "text/html"}, "body": "<p>"} | 200 | text/html | <p>
                    {"statusCode": 200, "isBase64Encoded": true, "body": "aGk=", "headers": {"content-type": "application/json"}} | 200 | application/json | hi
                    {"statusCode": 200, "isBase64Encoded": false, "body": "aGk="} | 200 | text/plain; charset=utf-8 | aGk=
                    """)
    void becomesAReply(String payload, int status, String contentType, String body) throws ResponseReader.Malformed {
        Reply reply = read(payload);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers().get("content-type")).isEqualTo(contentType);
        assertThat(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                                                       | The function answered nothing
                    hello                                                    | The function's answer is not JSON
                    {"statusCode": 200                                       | The function's answer is not JSON
                    {} {}                                                    | The function's answer is more than one JSON value
                    {"statusCode": 0}                                        | The function's statusCode is not a whole number from 200 to 599
                    {"statusCode": 100}                                      | The function's statusCode is not a whole number from 200 to 599
                    {"statusCode": 600}                                      | The function's statusCode is not a whole number from 200 to 599
                    {"statusCode": 99999999999}                              | The function's statusCode is not a whole number from 200 to 599
                    {"statusCode": 200, "isBase64Encoded": true, "body": "*"} | The function's answer has an illegal header or an illegal base64 body
                    {"statusCode": 200, "headers": {"x": "a\\r\\nset-cookie: b"}} | The function's answer has an illegal header or an illegal base64 body
                    {"statusCode": 200, "headers": {"a b": "c"}}             | The function's answer has an illegal header or an illegal base64 body
                    {"statusCode": 200, "cookies": ["a\\r\\nx: y"]}          | The function's answer has an illegal header or an illegal base64 body
                    """)
    void malformed(String payload, String problem) {
        assertThatExceptionOfType(ResponseReader.Malformed.class)
                .isThrownBy(() -> read(payload))
                .withMessage(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"statusCode": 200.5}                       | statusCode
                    {"statusCode": "200"}                       | statusCode
                    {"statusCode": 200, "body": {"a": 1}}       | body
                    {"statusCode": 200, "headers": ["a"]}       | headers
                    {"statusCode": 200, "headers": {"a": {}}}   | headers
                    {"statusCode": 200, "cookies": "a=b"}       | cookies
                    {"statusCode": 200, "cookies": [1]}         | cookies
                    {"statusCode": 200, "isBase64Encoded": "x"} | isBase64Encoded
                    """)
    void wrongType(String payload, String field) {
        assertThatExceptionOfType(ResponseReader.Malformed.class)
                .isThrownBy(() -> read(payload))
                .withMessage("The response from the Lambda function doesn't match the format that API Gateway expects."
                        + " Lambda body contains the wrong type for field \"" + field + "\"");
    }

    @Test
    void deepAnswerIsNoStackOverflow() {
        assertThatExceptionOfType(ResponseReader.Malformed.class)
                .isThrownBy(() -> read("[".repeat(1_000_000)))
                .withMessage("The function's answer is not JSON");
    }

    @Test
    void cookiesStandBeforeSetCookieOfTheHeaders() throws ResponseReader.Malformed {
        Reply reply = read("""
                {"statusCode": 200, "headers": {"Set-Cookie": "c=3", "X-Number": 1}, "cookies": ["a=1", "b=2; Secure"]}
                """);
        assertThat(reply.headers().getAll("set-cookie")).containsExactly("a=1", "b=2; Secure", "c=3");
        assertThat(reply.headers().get("x-number")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"headers\": {\"X-Name\": \"a\u20ac\"}", "\"cookies\": [\"a=\u20ac\"]"})
    void headerValueIsNotTurnedIntoQuestionMarks(String headers) {
        String name = headers.contains("X-Name") ? "x-name" : "set-cookie";
        assertThatExceptionOfType(ResponseReader.Malformed.class)
                .isThrownBy(() -> read("{\"statusCode\": 200, " + headers + "}"))
                .withMessage("The function's header " + name + " has characters outside ISO-8859-1");
    }

    @Test
    void headerValueMayHaveAnyOctet() throws ResponseReader.Malformed {
        Reply reply = read("{\"statusCode\": 200, \"headers\": {\"x-name\": \"gr\u00fc\u00dfe\"}}");
        assertThat(reply.headers().get("x-name")).isEqualTo("gr\u00fc\u00dfe");
    }

    @Test
    void connectionAndLengthAreTheGatewaysOwn() throws ResponseReader.Malformed {
        Reply reply = read("""
                {"statusCode": 200, "headers": {"Content-Length": "9", "Transfer-Encoding": "chunked",
                 "Connection": "close", "apigw-requestid": "forged", "TE": "trailers", "Proxy-Connection": "close",
                 "Keep-Alive": "timeout=5", "Trailer": "x", "Upgrade": "h2c", "x-kept": "1"}}
                """);
        assertThat(reply.headers()).extracting(Map.Entry::getKey).containsExactlyInAnyOrder("x-kept", "content-type");
    }

    @Test
    void fieldsOfTheOtherFormatAreIgnored() throws ResponseReader.Malformed {
        String payload = "{\"statusCode\": 200, \"cookies\": [\"a=1\"], \"multiValueHeaders\": {\"x\": [\"y\"]}}";
        assertThat(read(payload).headers()).extracting(Map.Entry::getKey).containsExactly("set-cookie", "content-type");
        assertThat(read1(payload).headers()).extracting(Map.Entry::getKey).containsExactly("x", "content-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "12.50", "\"hello\"", "[1, 2]", "null", "{\"body\": \"x\"}", "{\"statusCode\": null}"})
    void inFormat1NothingIsInferred(String payload) {
        assertThatExceptionOfType(ResponseReader.Malformed.class)
                .isThrownBy(() -> read1(payload))
                .withMessage("The function's answer has no statusCode, which payload format 1.0 must have");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"a\"]", "{\"a\": \"b\"}", "{\"a\": [{}]}"})
    void inFormat1ListsOfHeadersAreLists(String lists) {
        assertThatExceptionOfType(ResponseReader.Malformed.class)
                .isThrownBy(() -> read1("{\"statusCode\": 200, \"multiValueHeaders\": " + lists + "}"))
                .withMessage("The response from the Lambda function doesn't match the format that API Gateway expects."
                        + " Lambda body contains the wrong type for field \"multiValueHeaders\"");
    }

    @Test
    void inFormat1ListsStandBeforeTheHeaders() throws ResponseReader.Malformed {
        Reply reply = read1("""
                {"statusCode": 200, "headers": {"X-A": "c", "x-b": "1", "Content-Type": "text/html"},
                 "multiValueHeaders": {"x-a": ["a", "b", 2, null], "X-B": ["1"], "content-type": ["text/csv"],
                 "Connection": ["close"], "x-c": null}}
                """);
        assertThat(reply.headers().getAll("x-a")).containsExactly("a", "b", "2", "c");
        assertThat(reply.headers().getAll("x-b")).containsExactly("1");
        assertThat(reply.headers().getAll("content-type")).containsExactly("text/html");
        assertThat(reply.headers().names()).containsExactlyInAnyOrder("x-a", "x-b", "content-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-a", "x-A", "x-a-that-is-long-x-a-that-is-long-x-a-that-is-long-x-a-that-is-long"})
    void inFormat1ListsOfOneHeaderChangedPlaces(String name) throws ResponseReader.Malformed {
        String lists = "{\"%s\": [\"a\", \"b\"], \"%s\": [\"c\", \"a\"]}".formatted(name, name.replace('A', 'a'));
        Reply reply = read1("{\"statusCode\": 200, \"multiValueHeaders\": " + lists + "}");
        assertThat(reply.headers().getAll(name)).containsExactly("a", "b", "c", "a");
    }

    @Test
    void inFormat1AListMayHaveTheContentType() throws ResponseReader.Malformed {
        Reply reply =
                read1("{\"statusCode\": 200, \"multiValueHeaders\": {\"Content-Type\": [\"text/csv\", \"a/b\"]}}");
        assertThat(reply.headers().getAll("content-type")).containsExactly("text/csv");
    }

    private static Reply read1(String payload) throws ResponseReader.Malformed {
        return ResponseReader.read(payload.getBytes(StandardCharsets.UTF_8), PayloadFormat.VERSION_1);
    }

    private static Reply read(String payload) throws ResponseReader.Malformed {
        return ResponseReader.read(payload.getBytes(StandardCharsets.UTF_8), PayloadFormat.VERSION_2);
    }
}
