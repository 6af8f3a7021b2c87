package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestTest {
    private static final HandlerOptions EIGHT_BYTES = HandlerOptions.defaults().maxBodyBytes(8);

    private static Request request(String event) throws IOException {
        return request(event, HandlerOptions.defaults());
    }

    private static Request request(String json, HandlerOptions options) throws IOException {
        Event event = new Event();
        EventReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), event);
        return Request.of(event, "id", options);
    }

    private static String withBody(String members) {
        return "{\"version\":\"2.0\",\"requestContext\":{\"http\":{\"method\":\"POST\"}}," + members + "}";
    }

    @Test
    void readsTheEventThatTheDocumentationShows() throws IOException {
        Request request = request("""
                {"version":"2.0","routeKey":"GET /todos/{id}","rawPath":"/todos/a b",
                 "rawQueryString":"parameter1=value1&parameter1=value2&p=%C3%A9",
                 "cookies":["cookie1=value1","cookie2=a=b","cookie1=other"],
                 "headers":{"header1":"value1","Header2":"value1,value2","x-request-id":"client-1"},
                 "queryStringParameters":{"parameter1":"value1,value2","p":"é"},
                 "requestContext":{"accountId":"123456789012","apiId":"api-id",
                  "authentication":{"clientCert":{"validity":{"notBefore":"May 28 12:30:02 2019 GMT"}}},
                  "authorizer":{"jwt":{"claims":{"claim1":"value1"},"scopes":["scope1"]}},
                  "domainName":"id.execute-api.us-east-1.amazonaws.com","domainPrefix":"id",
                  "http":{"method":"GET","path":"/todos/a b","protocol":"HTTP/1.1","sourceIp":"192.0.2.1",
                   "userAgent":"agent"},
                  "requestId":"id","routeKey":"$default","stage":"$default",
                  "time":"12/Mar/2020:19:03:58 +0000","timeEpoch":1583348638390},
                 "pathParameters":{"id":"a b"},"isBase64Encoded":false,
                 "stageVariables":{"stageVariable1":"value1"}}""");

        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.routeKey()).isEqualTo("GET /todos/{id}");
        assertThat(request.path()).isEqualTo("/todos/a b");
        assertThat(request.rawQueryString()).isEqualTo("parameter1=value1&parameter1=value2&p=%C3%A9");
        assertThat(request.header("HEADER1")).contains("value1");
        assertThat(request.header("header2")).contains("value1,value2");
        assertThat(request.queryParameter("parameter1")).contains("value1,value2");
        assertThat(request.queryParameter("Parameter1")).isEmpty();
        assertThat(request.queryParameter("p")).contains("é");
        assertThat(request.pathParameter("id")).contains("a b");
        assertThat(request.cookie("cookie1")).contains("value1");
        assertThat(request.cookie("cookie2")).contains("a=b");
        assertThat(request.cookie("cookie")).isEmpty();
        assertThat(request.requestId()).isEqualTo("id");
        assertThat(request.correlationId()).contains("client-1");
        assertThat(request.sourceIp()).contains("192.0.2.1");
        assertThat(request.time()).contains(Instant.parse("2020-03-04T19:03:58.390Z"));
        assertThat(request.body()).isEmpty();
        assertThat(request.headers())
                .containsOnlyKeys("header1", "Header2", "x-request-id")
                .containsEntry("HEADER2", "value1,value2");
        assertThat(request.queryParameters()).isEqualTo(Map.of("parameter1", "value1,value2", "p", "é"));
        assertThat(request.pathParameters()).isEqualTo(Map.of("id", "a b"));
        assertThat(request.cookies()).containsExactly("cookie1=value1", "cookie2=a=b", "cookie1=other");
        assertThat(request.context().accountId()).contains("123456789012");
        assertThat(request.context().apiId()).contains("api-id");
        assertThat(request.context().domainName()).contains("id.execute-api.us-east-1.amazonaws.com");
        assertThat(request.context().stage()).contains("$default");
        assertThat(request.context().stageVariable("stageVariable1")).contains("value1");
        assertThat(request.context().stageVariable("other")).isEmpty();
        assertThat(request.context().userAgent()).contains("agent");
    }

    @Test
    void handsOutNothingThatCanBeChanged() throws IOException {
        Request request = request("{\"version\":\"2.0\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}");

        assertThatThrownBy(() -> request.headers().put("a", "b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> request.queryParameters().put("a", "b"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> request.pathParameters().put("a", "b"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> request.cookies().add("a=b")).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"version\":\"2.0\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}", """
                {"version":"2.0","routeKey":null,"rawPath":null,"rawQueryString":null,"cookies":null,"headers":null,
                 "queryStringParameters":null,"pathParameters":null,"body":null,"isBase64Encoded":null,
                 "stageVariables":null,
                 "requestContext":{"requestId":null,"timeEpoch":null,"accountId":null,"apiId":null,"domainName":null,
                  "stage":null,"authorizer":null,"authentication":null,
                  "http":{"method":"GET","sourceIp":null,"userAgent":null}}}""", """
                {"version":"2.0","stageVariables":{"a":null},
                 "requestContext":{"http":{"method":"GET"},"authorizer":{"jwt":null,"iam":null,"lambda":null,"x":[{}]},
                  "authentication":{"clientCert":null,"x":{}}}}""", """
                {"version":"2.0","cookies":[null],"headers":{"x-request-id":null},"queryStringParameters":{"a":null},
                 "pathParameters":{},"requestContext":{"http":{"method":"GET"}},"unknown":[{"a":[1,2,{}]},"x"]}"""})
    void doesWithoutWhatAnEventMayLeaveOut(String event) throws IOException {
        Request request = request(event);

        assertThat(request.routeKey()).isEqualTo("$default");
        assertThat(request.path()).isEqualTo("/");
        assertThat(request.rawQueryString()).isEmpty();
        assertThat(request.header("x-request-id")).isEmpty();
        assertThat(request.queryParameter("a")).isEmpty();
        assertThat(request.pathParameter("a")).isEmpty();
        assertThat(request.cookie("a")).isEmpty();
        assertThat(request.correlationId()).isEmpty();
        assertThat(request.sourceIp()).isEmpty();
        assertThat(request.time()).isEmpty();
        assertThat(request.headers()).isEmpty();
        assertThat(request.cookies()).isEmpty();
        assertThat(request.caller()).isInstanceOf(AnonymousCaller.class);
        assertThat(request.context().accountId()).isEmpty();
        assertThat(request.context().apiId()).isEmpty();
        assertThat(request.context().domainName()).isEmpty();
        assertThat(request.context().stage()).isEmpty();
        assertThat(request.context().stageVariable("a")).isEmpty();
        assertThat(request.context().userAgent()).isEmpty();
        assertThat(request.context().clientCertificate()).isEmpty();
        assertThat(request.body()).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // A caller that is not null-checked can do this.
    void tookANullNameInOneMapButNotInAnother() throws IOException {
        Request request = request("{\"version\":\"2.0\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}");

        assertThatThrownBy(() -> request.header(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("name must not be null");
        assertThatThrownBy(() -> request.queryParameter(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("name must not be null");
        assertThatThrownBy(() -> request.pathParameter(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("name must not be null");
        assertThatThrownBy(() -> request.cookie(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("name must not be null");
        assertThatThrownBy(() -> request.context().stageVariable(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("name must not be null");
    }

    @Nested
    final class HoldingABody {
        @Test
        void keepsTheBytesThatCameAsBase64() throws IOException {
            Request request = request(withBody("\"body\":\"AP+A\",\"isBase64Encoded\":true"));

            assertThat(request.body()).containsExactly(0x00, 0xff, 0x80);
        }

        @Test
        void restoresTheBytesThatCameAsText() throws IOException {
            Request request = request(withBody("\"body\":\"\\ud83d\\ude00é\",\"isBase64Encoded\":false"));

            assertThat(request.body()).isEqualTo("\ud83d\ude00é".getBytes(StandardCharsets.UTF_8));
        }

        @Test
        void handsOutCopies() throws IOException {
            Request request = request(withBody("\"body\":\"a\""));

            request.body()[0] = 'b';

            assertThat(request.body()).containsExactly('a');
        }

        @Test
        void refusesTextThatNoBytesCanHaveBeen() {
            InvalidRequestException refusal = catchThrowableOfType(
                    InvalidRequestException.class,
                    () -> request(withBody("\"body\":\"\\ud83d\"")).body());

            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal).hasMessage("body must be UTF-8");
        }

        @ParameterizedTest
        @CsvSource({"12345678,false", "MTIzNDU2Nzg=,true", "éééé,false"})
        void acceptsAsManyBytesAsTheOptionsAllow(String body, boolean base64) throws IOException {
            Request request = request(withBody("\"body\":\"" + body + "\",\"isBase64Encoded\":" + base64), EIGHT_BYTES);

            assertThat(request.body()).hasSize(8);
        }

        @ParameterizedTest
        @CsvSource({"123456789,false", "MTIzNDU2Nzg5,true", "ééééé,false"})
        void refusesMoreBytesThanTheOptionsAllow(String body, boolean base64) {
            InvalidRequestException refusal = catchThrowableOfType(
                    InvalidRequestException.class,
                    () -> request(withBody("\"body\":\"" + body + "\",\"isBase64Encoded\":" + base64), EIGHT_BYTES));

            assertThat(refusal.status()).isEqualTo(413);
            assertThat(refusal).hasMessage("body must have at most 8 bytes");
        }
    }

    @Nested
    final class CheckingInOrder {
        private int status(String members) {
            return catchThrowableOfType(
                            InvalidRequestException.class,
                            () -> request(withBody(members), EIGHT_BYTES).json(Decoders.string()))
                    .status();
        }

        @Test
        void looksAtBase64BeforeSize() {
            assertThat(status("\"body\":\"**************************\",\"isBase64Encoded\":true"))
                    .isEqualTo(400);
        }

        @Test
        void looksAtSizeBeforeMediaType() {
            assertThat(status("\"body\":\"123456789\"")).isEqualTo(413);
        }

        @Test
        void missesTheBodyBeforeItsMediaType() {
            assertThat(status("\"body\":\"\"")).isEqualTo(400);
            assertThat(status("\"body\":null")).isEqualTo(400);
        }

        @Test
        void looksAtMediaTypeBeforeUtf8() {
            assertThat(status("\"body\":\"/w==\",\"isBase64Encoded\":true")).isEqualTo(415);
        }

        @Test
        void lookedAtSurrogatesBeforeSizeAndMediaType() {
            String json = "\"headers\":{\"content-type\":\"application/json\"},";

            assertThat(status("\"body\":\"12345678\\ud83d\"")).isEqualTo(413);
            assertThat(status("\"body\":\"\\ud83d\"")).isEqualTo(415);
            assertThat(status(json + "\"body\":\"\\ud83d\"")).isEqualTo(400);
        }

        @Test
        void looksAtUtf8BeforeJson() {
            InvalidRequestException refusal = catchThrowableOfType(
                    InvalidRequestException.class,
                    () -> request(withBody("\"headers\":{\"content-type\":\"application/json\"},"
                                    + "\"body\":\"ey97/w==\",\"isBase64Encoded\":true"))
                            .json(Decoders.string()));

            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal).hasMessage("body must be UTF-8");
        }

        @Test
        void saysWhatIsMissing() {
            InvalidRequestException refusal = catchThrowableOfType(
                    InvalidRequestException.class,
                    () -> request(withBody("\"body\":null")).json(Decoders.string()));

            assertThat(refusal).hasMessage("body must not be missing");
            assertThat(refusal.violations()).isEmpty();
        }

        @Test
        void saysWhichMediaTypesAreTaken() {
            InvalidRequestException refusal = catchThrowableOfType(
                    InvalidRequestException.class,
                    () -> request(withBody("\"body\":\"{}\"")).json(Decoders.string()));

            assertThat(refusal.status()).isEqualTo(415);
            assertThat(refusal).hasMessage("content-type must be application/json or end in +json, in UTF-8");
        }

        @Test
        void handsOutTheTextOfJsonUnparsed() throws IOException {
            String json = "\"headers\":{\"content-type\":\"application/json\"},";

            assertThat(request(withBody(json + "\"body\":\"{\\u00e9\"")).jsonText())
                    .isEqualTo("{é");
            assertThat(request(withBody(json + "\"body\":\"ew==\",\"isBase64Encoded\":true"))
                            .jsonText())
                    .isEqualTo("{");
        }

        @Test
        void handsOutNoTextThatFailsTheChecksBeforeJson() {
            String json = "\"headers\":{\"content-type\":\"application/json\"},";

            assertThat(textStatus(json + "\"body\":\"\"")).isEqualTo(400);
            assertThat(textStatus("\"body\":\"{}\"")).isEqualTo(415);
            assertThat(textStatus(json + "\"body\":\"/w==\",\"isBase64Encoded\":true"))
                    .isEqualTo(400);
            assertThat(textStatus(json + "\"body\":\"\\ud83d\"")).isEqualTo(400);
        }

        private int textStatus(String members) {
            return catchThrowableOfType(
                            InvalidRequestException.class,
                            () -> request(withBody(members)).jsonText())
                    .status();
        }

        @Test
        void readsABodyAsOftenAsItIsAsked() throws IOException {
            Request request =
                    request(withBody("\"headers\":{\"content-type\":\"application/json\"},\"body\":\"\\\"a\\\"\""));

            assertThat(request.json(Decoders.string())).isEqualTo("a");
            assertThat(request.json(Decoders.string())).isEqualTo("a");
        }
    }
}
