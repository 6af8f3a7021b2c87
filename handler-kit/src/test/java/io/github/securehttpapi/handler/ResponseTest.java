package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseTest {
    private static String body(Response response) {
        byte[] body = response.body("id", false);
        return body == null ? "none" : new String(body, StandardCharsets.UTF_8);
    }

    @Test
    void hasTheStatusOfItsFactory() {
        assertThat(Response.ok(json -> {}).status()).isEqualTo(200);
        assertThat(Response.created(json -> {}).status()).isEqualTo(201);
        assertThat(Response.accepted(json -> {}).status()).isEqualTo(202);
        assertThat(Response.noContent().status()).isEqualTo(204);
        assertThat(Response.of(304).status()).isEqualTo(304);
        assertThat(Response.of(599, json -> {}).status()).isEqualTo(599);
        assertThat(Response.error(404, "Not Found").status()).isEqualTo(404);
    }

    @Test
    void writesItsBodyAtOnce() {
        StringBuilder state = new StringBuilder("before");
        Response response = Response.ok(json -> json.put("state", state.toString()));

        state.replace(0, state.length(), "after");

        assertThat(body(response)).isEqualTo("{\"state\":\"before\"}");
    }

    @Test
    void putsTheStatusIntoWordsWhereAnErrorHasNone() {
        assertThat(body(Response.error(404, " "))).isEqualTo("{\"message\":\"Not Found\",\"requestId\":\"id\"}");
        assertThat(body(Response.error(422, null, List.of()))).contains("\"Unprocessable Content\"");
        assertThat(body(Response.error(499, ""))).contains("\"Client Error\"");
        assertThat(body(Response.error(599, ""))).contains("\"Server Error\"");
    }

    @Test
    void putsTheRequestIdIntoAnError() {
        assertThat(body(Response.error(404, "no \"such\" contact")))
                .isEqualTo("{\"message\":\"no \\\"such\\\" contact\",\"requestId\":\"id\"}");
    }

    @Nested
    final class Refusing {
        @ParameterizedTest
        @ValueSource(ints = {-1, 0, 100, 199, 600, 1000})
        void refusesAStatusThatIsNone(int status) {
            assertThatThrownBy(() -> Response.of(status))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("status must be from 200 to 599, got '" + status + "'");
        }

        @Test
        void refusesAnErrorThatIsNone() {
            assertThatThrownBy(() -> Response.error(200, "fine"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("status must be from 400 to 599, got '200'");
        }

        @ParameterizedTest
        @ValueSource(ints = {204, 205, 304})
        void refusesABodyWhereHttpHasNone(int status) {
            assertThatThrownBy(() -> Response.of(status, json -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("status must allow a body, got '" + status + "': leave the body out");
        }
    }

    @Nested
    final class HavingHeaders {
        @Test
        void leavesTheResponseItStartedFromAsItWas() {
            Response plain = Response.noContent();

            Response extended = plain.header("ETag", "\"1\"").header("etag", "\"2\"");

            assertThat(plain.headers()).isEmpty();
            assertThat(extended.headers()).containsExactly(Map.entry("etag", "\"2\""));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "a b", "a:", "a\r\nb", "\u00e9", "a\0", "(a)"})
        void refusesANameThatIsNoToken(String name) {
            assertThatThrownBy(() -> Response.noContent().header(name, "x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("header name must be a token of RFC 9110, got '" + name + "'");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Access-Control-Allow-Origin", "access-control-max-age"})
        void refusesCors(String name) {
            assertThatThrownBy(() -> Response.noContent().header(name, "*"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("header name must not be one of CORS, got '"
                            + name.toLowerCase(Locale.ROOT)
                            + "': configure CORS on the gateway, which ignores a function's");
        }

        @Test
        void refusesAnotherRequestId() {
            assertThatThrownBy(() -> Response.noContent().header("X-Request-Id", "1"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("header name must not be 'x-request-id': every response has it already");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Content-Length",
                    "content-length",
                    "Transfer-Encoding",
                    "Connection",
                    "Keep-Alive",
                    "Proxy-Connection",
                    "TE",
                    "Trailer",
                    "Upgrade",
                    "Date",
                    "Apigw-Requestid",
                    "X-Amzn-RequestId"
                })
        void tookAHeaderThatTheGatewayWrites(String name) {
            assertThatThrownBy(() -> Response.noContent().header(name, "1"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "header name must not be '" + name.toLowerCase(Locale.ROOT) + "': the gateway writes it");
        }

        @Test
        void tookACookieForAnyHeader() {
            assertThatThrownBy(() -> Response.noContent().header("Set-Cookie", "a=b"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("header name must not be 'set-cookie': a header holds one only, use cookie(…)");
        }

        @Test
        void tookTheKelvinSignForALetter() {
            assertThatThrownBy(() -> Response.noContent().header("set-coo\u212aie", "a=b"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("header name must be a token of RFC 9110, got 'set-coo\u212aie'");
            assertThatThrownBy(() -> Response.noContent().header("x-\u212aey", "1"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("header name must be a token of RFC 9110, got 'x-\u212aey'");
        }

        @ParameterizedTest
        @ValueSource(ints = {'\r', '\n', 0, 0x1b, 0x7f, 0x85, 0xe9, 0x2028})
        void refusesAValueThatCouldEndTheHeader(int code) {
            assertThatThrownBy(() -> Response.noContent().header("location", "/a" + (char) code + "set-cookie: a=b"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("value of header 'location' must be printable ASCII, spaces and tabs, "
                            + "got a character of code " + code);
        }
    }
}
