package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are no JSON object, and their types. */
final class ResponseBodyTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, (byte) 0xff};

    private static Answer answer(Response response, String method) {
        return Invocation.withoutBody().method(method).of(new HttpApiHandler() {
            @Override
            protected Response handle(Request request) {
                return response;
            }
        });
    }

    private static Answer answer(Response response) {
        return answer(response, "GET");
    }

    @Test
    void writesAnArrayAtTheTop() {
        Answer answer = answer(Response.ofArray(200, json -> json.add(1).add("a")));

        assertThat(answer.body()).isEqualTo("[1,\"a\"]");
        assertThat(answer.header("content-type")).isEqualTo("application/json");
    }

    @Nested
    final class OfBytes {
        @Test
        void goThroughTheGatewayAsBase64() {
            Answer answer = answer(Response.bytes(200, "image/png", PNG));

            assertThat(answer.json()).contains("\"isBase64Encoded\":true,\"body\":\"iVBORw0KGgoA/w==\"}");
            assertThat(answer.header("content-type")).isEqualTo("image/png");
            assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        }

        @Test
        void areInOneLineHoweverMany() {
            byte[] many = new byte[100_000];

            assertThat(answer(Response.bytes(200, "application/octet-stream", many))
                            .body())
                    .isEqualTo(Base64.getEncoder().encodeToString(many));
        }

        @Test
        void areCopied() {
            byte[] bytes = {1};
            Response response = Response.bytes(200, "application/octet-stream", bytes);

            bytes[0] = 2;

            assertThat(answer(response).body()).isEqualTo("AQ==");
        }

        @Test
        void areLeftOutForHead() {
            assertThat(answer(Response.bytes(200, "image/png", PNG), "HEAD").json())
                    .contains("\"content-type\":\"image/png\"")
                    .doesNotContain("isBase64Encoded", "\"body\"");
        }

        @Test
        void areTooManyForLambdaAsBase64() {
            assertThat(answer(Response.bytes(200, "image/png", new byte[4_700_000]))
                            .status())
                    .isEqualTo(200);
            assertThat(answer(Response.bytes(200, "image/png", new byte[4_720_000]))
                            .status())
                    .isEqualTo(500);
        }

        @Test
        void mayBeTextInAnyCharset() {
            assertThat(answer(Response.bytes(200, "text/csv; charset=windows-1252", PNG)
                                    .header("content-type", "text/plain;charset=\"iso-8859-1\""))
                            .header("content-type"))
                    .isEqualTo("text/plain;charset=\"iso-8859-1\"");
        }
    }

    @Nested
    final class OfText {
        @ParameterizedTest
        @CsvSource({
            "text/csv,text/csv; charset=utf-8",
            "text/csv; header=present,text/csv; header=present; charset=utf-8",
            "text/csv;charset=UTF-8,text/csv;charset=UTF-8",
            "text/csv; charset=\"utf-8\",text/csv; charset=\"utf-8\"",
            "text/csv; name=\"charset=x\",text/csv; name=\"charset=x\"; charset=utf-8"
        })
        void saysItsCharset(String given, String sent) {
            Answer answer = answer(Response.text(200, given, "é\ud83d\ude00\ud83d"));

            assertThat(answer.header("content-type")).isEqualTo(sent);
            assertThat(answer.body()).isEqualTo("é\ud83d\ude00\ufffd");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "text/csv; charset=iso-8859-1",
                    "text/csv; charset=utf-8; charset=utf-16",
                    "text/csv; charset=utf-16; charset=utf-8",
                    "text",
                    "text/",
                    "/csv",
                    "*/*",
                    "*/csv",
                    "text/*",
                    "",
                    " text/csv",
                    "text/csv, text/html",
                    "text/csv; a",
                    "text/csv\r\nset-cookie: a=b"
                })
        void refusesATypeThatIsNotUtf8(String contentType) {
            assertThatThrownBy(() -> Response.text(200, contentType, "a"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("content-type must be a media type in UTF-8, such as 'text/csv; charset=utf-8', got '"
                            + contentType + "'");
        }

        @Test
        void refusesATypeThatNoHeaderCanHold() {
            assertThatThrownBy(() -> Response.text(200, "text/csv; name=\"a\r\nset-cookie: b\"", "a"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("value of header 'content-type' must be printable ASCII, spaces and tabs, got a"
                            + " character of code 13");
        }
    }

    @Nested
    final class HavingATypeOfItsOwn {
        @ParameterizedTest
        @ValueSource(strings = {"json", "", "application/json charset=utf-8", "text/*", "a/b/c", "\u00e9/b"})
        void refusesATypeThatIsNone(String contentType) {
            assertThatThrownBy(() -> Response.bytes(200, contentType, PNG))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Response.of(200).header("content-type", contentType))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void saysWhatATypeIs() {
            assertThatThrownBy(() -> Response.bytes(200, "png", PNG))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("content-type must be a media type such as 'application/json', got 'png'");
        }

        @ParameterizedTest
        @ValueSource(ints = {204, 205, 304})
        void refusesATypeWhereThereIsNoBody(int status) {
            assertThatThrownBy(() -> Response.of(status).header("Content-Type", "text/plain"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("header name must not be 'content-type': a '" + status + "' has no body");
        }

        @Test
        void refusesACharsetThatJsonIsNotIn() {
            String message = "content-type must be a media type in UTF-8, such as 'text/csv; charset=utf-8', "
                    + "got 'application/json; charset=utf-16'";

            assertThatThrownBy(() -> Response.ok(json -> {}).header("content-type", "application/json; charset=utf-16"))
                    .hasMessage(message);
            assertThatThrownBy(() -> Response.error(400, "").header("content-type", "application/json; charset=utf-16"))
                    .hasMessage(message);
        }

        @ParameterizedTest
        @ValueSource(ints = {204, 205, 304})
        void refusesABodyWhereHttpHasNone(int status) {
            String message = "status must allow a body, got '" + status + "': leave the body out";

            assertThatThrownBy(() -> Response.ofArray(status, json -> {})).hasMessage(message);
            assertThatThrownBy(() -> Response.text(status, "text/plain", "")).hasMessage(message);
            assertThatThrownBy(() -> Response.bytes(status, "image/png", PNG)).hasMessage(message);
        }
    }
}
