package io.github.securehttpapi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParameterMappingTest {
    @TempDir
    private Path directory;

    private Backend backend;

    @BeforeEach
    void start() throws IOException {
        backend = new Backend();
    }

    @AfterEach
    void stop() throws IOException {
        backend.close();
    }

    @Nested
    final class Requests {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                $request.header.X-Two          | 1,2
                $request.header.x-none         | -
                $request.querystring.q         | {
                $request.querystring.twice     | 1,2
                $request.querystring.Q         | -
                $request.body.a.b              | deep
                $request.body.list[1]          | 2
                $request.body['first name']    | Ann
                $request.body.yes              | true
                $request.body.list             | [1,2,{"x":null}]
                $request.body.list[2]          | {"x":null}
                $request.body.nothing          | -
                $request.body.a.none           | -
                $request.body.list[9]          | -
                $request.body.list.a           | -
                $request.body.a[0]             | -
                $request.path                  | /things/a b
                $request.path.id               | a b
                $request.path.none             | -
                $context.routeKey              | ANY /things/{id}
                $context.httpMethod            | POST
                $context.none                  | -
                $stageVariables.color          | blue
                $stageVariables.none           | -
                static                         | static
                costs 5 $                      | costs 5 $
                ${request.path.id}/${request.querystring.twice}! | a b/1,2!
                ${request.path.id}${request.path.none}           | -
                """)
        void valuesComeFromTheRequest(String value, String mapped) throws Exception {
            try (Demo demo = start("/things/{id}", requests("append:header.x-mapped", value))) {
                demo.send(
                        "POST",
                        "/things/a%20b?q=%7B&twice=1&twice=2",
                        "{\"a\":{\"b\":\"deep\"},\"list\":[1,2,{\"x\":null}],\"first name\":\"Ann\",\"yes\":true,"
                                + "\"nothing\":null}",
                        "X-Two",
                        "1",
                        "X-Two",
                        "2");
            }
            if (mapped.equals("-")) {
                assertThat(backend.request()).doesNotContain("x-mapped");
            } else {
                assertThat(backend.request()).contains("\nx-mapped: " + mapped + "\n");
            }
        }

        @Test
        void wholeBodyIsAValue() throws Exception {
            try (Demo demo = start("/items", requests("append:header.x-mapped", "$request.body"))) {
                demo.send("POST", "/items", "not {JSON");
            }
            assertThat(backend.request()).contains("\nx-mapped: not {JSON\n");
        }

        @Test
        void pathIntoABodyEndsAt100Kilobytes() throws Exception {
            try (Demo demo = start("/items", requests("append:header.x-mapped", "$request.body.a"))) {
                demo.send("POST", "/items", "{\"b\":\"" + "x".repeat(100 * 1024 - 20) + "\",\"a\":\"near\"}");
                assertThat(backend.request()).contains("\nx-mapped: near\n");
                demo.send("POST", "/items", "{\"b\":\"" + "x".repeat(100 * 1024) + "\",\"a\":\"far\"}");
                assertThat(backend.request()).doesNotContain("x-mapped");
            }
        }

        @Test
        void headersAreAppendedOverwrittenAndRemoved() throws Exception {
            String mappings = requests(
                    "append:header.X-A",
                    "2",
                    "overwrite:header.X-B",
                    "new",
                    "remove:header.X-C",
                    "",
                    "append:header.X-D",
                    "$request.header.x-c");
            try (Demo demo = start("/items", mappings)) {
                demo.get("/items", "X-A", "1", "X-B", "old", "X-B", "older", "X-C", "was C");
            }
            assertThat(backend.request())
                    .contains("\nx-a: 1\nx-a: 2\n", "\nx-b: new\n", "\nx-d: was C\n")
                    .doesNotContain("old", "x-c");
        }

        @Test
        void clientTookAwayAHeaderThatAMappingHadSet() throws Exception {
            String request = """
                    GET /items HTTP/1.1
                    Host: localhost
                    X-User: mallory
                    X-Hop: 1
                    Connection: close, X-User , x-hop

                    """;
            try (Demo demo = start("/items", requests("overwrite:header.X-User", "alice"))) {
                demo.raw(request);
            }
            assertThat(backend.request()).contains("\nx-user: alice\n").doesNotContain("mallory", "x-hop");
            String mapping = "\"RequestParameters\": {\"overwrite:header.X-User\": \"alice\"},";
            try (Demo demo = Demo.start(directory, echo(mapping), settings -> {})) {
                assertThat(demo.raw(request.replace("GET /items", "POST /echo")))
                        .contains("\"x-user\":\"alice\"")
                        .doesNotContain("mallory", "x-hop");
            }
        }

        @Test
        void queryParametersAreAppendedOverwrittenAndRemoved() throws Exception {
            String mappings = requests(
                    "append:querystring.a",
                    "2 3",
                    "overwrite:querystring.b",
                    "$request.querystring.c",
                    "remove:querystring.c",
                    "",
                    "overwrite:querystring.d",
                    "$request.querystring.none");
            try (Demo demo = start("/items", mappings)) {
                demo.get("/items?a=1&b=old&%62=older&c=%7Bx%7D&d=kept&&e");
            }
            assertThat(backend.request()).startsWith("GET /items?a=1&d=kept&&e&a=2%203&b=%7Bx%7D HTTP/1.1\n");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                /fixed                   | /fixed
                fixed/a%20b              | /fixed/a%20b
                $request.path            | /things/a%20b%3F%25
                /x/$                     | /x/$
                /x/${request.path.id}/y  | /x/a%20b%3F%25/y
                $request.path.none       | /items
                """)
        void pathTakesThePlaceOfTheBackends(String value, String sent) throws Exception {
            try (Demo demo = start("/things/{id}", requests("overwrite:path", value))) {
                assertThat(demo.get("/things/a%20b%3F%25?q=1").statusCode()).isEqualTo(200);
            }
            assertThat(backend.request()).startsWith("GET " + sent + "?q=1 HTTP/1.1\n");
        }

        @Test
        void hostCanBeAnotherThanTheBackends() throws Exception {
            try (Demo demo = start("/items", requests("overwrite:header.host", "api.example.com"))) {
                demo.get("/items");
            }
            assertThat(backend.request()).contains("\nhost: api.example.com\n").doesNotContain("host: 127");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\\r\\nX-Injected: 1", "a\\u0000", "\\u20ac", "a\\u007f"})
        void bodyThatWouldEndItsHeaderDoesNotBecomeOne(String value) throws Exception {
            try (Demo demo = start("/items", requests("append:header.x-mapped", "$request.body.a"))) {
                HttpResponse<String> response = demo.send("POST", "/items", "{\"a\":\"" + value + "\"}");
                assertThat(response.statusCode()).isEqualTo(200);
            }
            String head = backend.request().substring(0, backend.request().indexOf("\n\n"));
            assertThat(head).doesNotContain("x-mapped", "Injected");
        }

        @Test
        void functionsGetWhatIsMapped() throws Exception {
            UnaryOperator<String> edit = echo("\"RequestParameters\": {\"append:header.x-a\": \"$context.stage\","
                    + "\"overwrite:querystring.q\": \"new\", \"remove:header.x-b\": \"\","
                    + "\"overwrite:path\": \"/other\"},");
            try (Demo demo = Demo.start(directory, edit, settings -> {})) {
                assertThat(demo.get("/echo?q=old&r=1", "X-B", "gone").body())
                        .contains("\"x-a\":\"$default\"", "\"rawQueryString\":\"r=1&q=new\"", "\"rawPath\":\"/other\"")
                        .contains("\"queryStringParameters\":{\"r\":\"1\",\"q\":\"new\"}", "\"routeKey\":\"GET /echo\"")
                        .doesNotContain("x-b", "gone");
                assertThat(demo.accessLog().get(0)).contains("\"path\":\"/echo\"");
            }
        }
    }

    @Nested
    final class Responses {
        @Test
        void changeByTheStatusOfTheIntegration() throws Exception {
            backend.answers(
                    "HTTP/1.1 500 Oops\nServer: secret\nX-A: 1\nContent-Length: 20\n\n", "{\"error\":{\"code\":7}}");
            String mappings = responses(
                    "500",
                    "overwrite:statuscode",
                    "403",
                    "remove:header.server",
                    "",
                    "append:header.x-a",
                    "$response.header.X-A",
                    "append:header.x-code",
                    "$response.body.error.code",
                    "overwrite:header.x-id",
                    "${context.requestId}-${stageVariables.color}");
            try (Demo demo = start("/items", mappings)) {
                HttpResponse<String> response = demo.get("/items");
                String id = response.headers().firstValue("apigw-requestid").orElseThrow();
                assertThat(response.statusCode()).isEqualTo(403);
                assertThat(response.headers().map()).doesNotContainKey("server");
                assertThat(response.headers().allValues("x-a")).containsExactly("1", "1");
                assertThat(response.headers().allValues("x-code")).containsExactly("7");
                assertThat(response.headers().allValues("x-id")).containsExactly(id + "-blue");
                assertThat(demo.accessLog().get(0)).contains("\"status\":\"403\"", "\"functionStatus\":\"500\"");
                backend.answers("HTTP/1.1 404 None\nServer: seen\nContent-Length: 0\n\n", "");
                assertThat(demo.get("/items").headers().firstValue("server")).contains("seen");
            }
        }

        @Test
        void changeOfFunctionsToo() throws Exception {
            UnaryOperator<String> edit = echo(responses("200", "append:header.x-stage", "$context.stage") + ",");
            try (Demo demo = Demo.start(directory, edit, settings -> {})) {
                assertThat(demo.get("/echo").headers().allValues("x-stage")).containsExactly("$default");
            }
        }

        @Test
        void statusThatIsNoneChangesNothing() throws Exception {
            backend.answers("HTTP/1.1 200 OK\nX-Status: 99\nContent-Length: 0\n\n", "");
            String mappings = responses("200", "overwrite:statuscode", "$response.header.x-status");
            try (Demo demo = start("/items", mappings)) {
                assertThat(demo.get("/items").statusCode()).isEqualTo(200);
            }
        }
    }

    @Nested
    final class Refuses {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Authorization",
                    "access-control-allow-origin",
                    "apigw-x",
                    "Content-Length",
                    "X-Amzn-Trace-Id",
                    "x-amz-date",
                    "Via",
                    "TE"
                })
        void reservedHeaders(String header) {
            fails(
                    requests("overwrite:header." + header, "x"),
                    "integration Proxy must not map to a reserved header, got 'overwrite:header." + header
                            + "': API Gateway refuses it, remove it");
            fails(
                    responses("200", "remove:header." + header, ""),
                    "integration Proxy must not map to a reserved header, got 'remove:header." + header
                            + "': API Gateway refuses it, remove it");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "append:path",
                    "remove:path",
                    "overwrite:statuscode",
                    "overwrite:body",
                    "replace:header.a",
                    "append:header.",
                    "header.a"
                })
        void whatCannotBeChanged(String key) {
            fails(
                    requests(key, "x"),
                    "integration Proxy must map to what can be changed, got '" + key
                            + "': write one such as overwrite:header.name, append:querystring.name or overwrite:path");
        }

        @ParameterizedTest
        @ValueSource(strings = {"append:querystring.a", "overwrite:path", "append:statuscode"})
        void whatCannotBeChangedInAResponse(String key) {
            fails(
                    responses("200", key, "x"),
                    "integration Proxy must map to what can be changed, got '" + key
                            + "': write one such as append:header.name or overwrite:statuscode");
        }

        @Test
        void headerThatIsNone() {
            fails(
                    requests("append:header.a b", "x"),
                    "integration Proxy must map to a header's name, got 'append:header.a b':"
                            + " write it like overwrite:header.x-name");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "$request.headers.a", "$request.body..a", "$request.body[?(@.a)]", "$request.body.*",
                    "$response.header.a", "$context.authorizer.claims.cognito:groups", "$context.", "$request.path.",
                    "$stageVariables.", "$5", "a ${b}", "${request.path.id"
                })
        void valuesThatComeFromNowhere(String value) {
            String mapping = requests("append:header.a", value);
            if (value.equals("${request.path.id")) {
                start(mapping).close();
                return;
            }
            fails(
                    mapping,
                    "integration Proxy append:header.a must map from what it may refer to, got '" + value
                            + "': write one such as $request.header.name, $context.requestId or a plain text;"
                            + " paths into a body have names and indexes only");
        }

        @Test
        void variablesWithoutBracesAmongOtherText() {
            fails(
                    requests("append:header.a", "Bearer $request.header.token"),
                    "integration Proxy append:header.a must have its variables in braces, where there is more than one"
                            + " or other text, got 'Bearer $request.header.token': write ${request…}");
        }

        @Test
        void requestsInResponses() {
            fails(
                    responses("200", "append:header.a", "$request.header.b"),
                    "integration Proxy append:header.a must map from what it may refer to, got '$request.header.b':"
                            + " write one such as $response.header.name, $context.requestId or a plain text; paths"
                            + " into a body have names and indexes only");
        }

        @Test
        void statusesThatAreNone() {
            fails(
                    responses("99", "append:header.a", "b"),
                    "integration Proxy must map responses by a status from 200 to 599, got '99':"
                            + " write one such as 200");
            fails(
                    responses("200", "overwrite:statuscode", "600"),
                    "integration Proxy must map to a status from 200 to 599, got '600': write one such as 403");
        }

        @Test
        void emptyResponseParameters() {
            fails(
                    "\"ResponseParameters\": {\"200\": {}}",
                    "integration Proxy must have a list of ResponseParameters for status 200, got 'none':"
                            + " write {\"ResponseParameters\": [{\"Destination\": …, \"Source\": …}]}");
        }

        @Test
        void mappingsThatAreNotKnown() {
            fails(
                    "\"RequestParameters\": {\"Fn::ImportValue\": \"X\"}",
                    "integration Proxy must have known RequestParameters, got '{\"Fn::ImportValue\":\"X\"}':"
                            + " write an object");
        }

        private Demo start(String mappings) {
            try {
                return ParameterMappingTest.this.start("/items", mappings);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private void fails(String mappings, String message) {
            assertThatThrownBy(() -> start(mappings).close())
                    .isInstanceOf(LocalGatewayException.class)
                    .hasMessage(message);
        }
    }

    private Demo start(String path, String mappings) throws IOException {
        String url = backend.url() + "/items";
        return Demo.start(directory, Resource.proxy("Proxy", "ANY " + path, url, mappings), settings -> {});
    }

    private static UnaryOperator<String> echo(String property) {
        return template -> template.replaceFirst(
                "(\"EchoIntegration\": \\{\\s*\"Type\": \"AWS::ApiGatewayV2::Integration\",\\s*\"Properties\": \\{)",
                "$1" + Matcher.quoteReplacement(property));
    }

    private static String requests(String... keysAndValues) {
        StringBuilder mappings = new StringBuilder();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            mappings.append(at == 0 ? "" : ", ")
                    .append("\"%s\": \"%s\"".formatted(keysAndValues[at], keysAndValues[at + 1]));
        }
        return "\"RequestParameters\": {" + mappings + "}";
    }

    private static String responses(String status, String... keysAndValues) {
        StringBuilder mappings = new StringBuilder();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            mappings.append(at == 0 ? "" : ", ")
                    .append("{\"Destination\": \"%s\", \"Source\": \"%s\"}"
                            .formatted(keysAndValues[at], keysAndValues[at + 1]));
        }
        return "\"ResponseParameters\": {\"" + status + "\": {\"ResponseParameters\": [" + mappings + "]}}";
    }
}
