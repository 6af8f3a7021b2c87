package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers that {@link Response} knows the rules of, and those it has by itself. */
final class ResponseHeaderTest {
    private static Answer answer(Response response) {
        return answer(response, HandlerOptions.defaults());
    }

    private static Answer answer(Response response, HandlerOptions options) {
        return Invocation.withoutBody().method("GET").of(new HttpApiHandler(options) {
            @Override
            protected Response handle(Request request) {
                return response;
            }
        });
    }

    @Nested
    final class Leading {
        @Test
        void saysWhereTheNewThingIs() {
            Response created = Response.created("/contacts/7", json -> json.put("id", "7"));

            assertThat(created.status()).isEqualTo(201);
            assertThat(created.headers()).containsExactly(Map.entry("location", "/contacts/7"));
            assertThat(answer(created).body()).isEqualTo("{\"id\":\"7\"}");
        }

        @ParameterizedTest
        @ValueSource(ints = {301, 302, 303, 307, 308})
        void redirectsWithoutABody(int status) {
            Answer answer = answer(Response.redirect(status, "https://example.com/a?b=c%20d#e"));

            assertThat(answer.json())
                    .isEqualTo("{\"statusCode\":" + status + ",\"headers\":{\"x-request-id\":\"JCJJxhz4PHcEJgQ=\","
                            + "\"cache-control\":\"no-store\",\"location\":\"https://example.com/a?b=c%20d#e\"}}");
        }

        @ParameterizedTest
        @ValueSource(ints = {200, 201, 300, 304, 305, 306, 309, 400})
        void refusesARedirectThatIsNone(int status) {
            assertThatThrownBy(() -> Response.redirect(status, "/a"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("status must be 301, 302, 303, 307 or 308, got '" + status + "'");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/\\evil.example", "/a b", "/<script>", "\"", "/a\tb", "/{id}", "^", "`", "|"})
        void refusesALocationThatIsNoUri(String location) {
            assertThatThrownBy(() -> Response.redirect(303, location))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("location must be a URI reference of RFC 3986, got a character of code ")
                    .hasMessageEndingWith(": percent-encode it");
        }

        @ParameterizedTest
        @CsvSource({"//evil.example,'''//'' first, which names another site'", "'',nothing"})
        void openedARedirectToAnotherSite(String location, String got) {
            assertThatThrownBy(() -> Response.created(location, json -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("location must be a path or begin with a scheme, got " + got);
        }
    }

    @Nested
    final class Caching {
        @Test
        void hasNeitherBodyNorTypeNorDefaultsWhereNothingWasModified() {
            assertThat(answer(Response.notModified("W/\"7\"").header("cache-control", "private, max-age=60"))
                            .json())
                    .isEqualTo("{\"statusCode\":304,\"headers\":{\"x-request-id\":\"JCJJxhz4PHcEJgQ=\","
                            + "\"etag\":\"W/\\\"7\\\"\",\"cache-control\":\"private, max-age=60\"}}");
            assertThat(answer(Response.notModified("\"\"")).json())
                    .isEqualTo("{\"statusCode\":304,\"headers\":{\"x-request-id\":\"JCJJxhz4PHcEJgQ=\","
                            + "\"etag\":\"\\\"\\\"\"}}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "7", "\"", "W/7", "w/\"7\"", "\"a\"b\"", "\"a b\"", "\"7", "7\"", "W/\"", "*"})
        void refusesATagThatIsNone(String etag) {
            assertThatThrownBy(() -> Response.notModified(etag))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("etag must be in double quotes, with W/ before them if it is weak, got '" + etag + "'");
        }

        @Test
        void keepsItsDefaultsUnlessToldOtherwise() {
            // snippet:cached
            Response response = Response.ok(json -> json.put("id", "7"))
                    .header("etag", "\"3\"")
                    .header("cache-control", "private, max-age=60");
            // end
            Answer answer = answer(
                    response.header("X-Content-Type-Options", "nosniff").header("content-security-policy", "sandbox"));

            assertThat(answer.json())
                    .contains("\"headers\":{\"x-request-id\":\"JCJJxhz4PHcEJgQ=\","
                            + "\"content-type\":\"application/json\",\"etag\":\"\\\"3\\\"\","
                            + "\"cache-control\":\"private, max-age=60\",\"x-content-type-options\":\"nosniff\","
                            + "\"content-security-policy\":\"sandbox\"}");
        }
    }

    @Nested
    final class Listing {
        @Test
        void joinsTheValuesOfOneHeader() {
            Response response = Response.noContent()
                    .addHeader("Vary", "accept")
                    .addHeader("vary", "origin")
                    .addHeader("link", "</a>; rel=next");

            assertThat(response.headers())
                    .containsExactly(Map.entry("vary", "accept, origin"), Map.entry("link", "</a>; rel=next"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Location",
                    "etag",
                    "content-type",
                    "retry-after",
                    "expires",
                    "last-modified",
                    "content-location",
                    "content-disposition",
                    "strict-transport-security",
                    "x-content-type-options"
                })
        void refusesASecondValueWhereThereIsOne(String name) {
            assertThatThrownBy(() -> Response.noContent().addHeader(name, "x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("header name must be of one that takes several values, got '"
                            + name.toLowerCase(Locale.ROOT) + "': use header(…)");
        }

        @Test
        void takesWhatIsPrintableToItsLastCharacter() {
            assertThat(Response.noContent().header("x-a", " !~\t").headers()).containsEntry("x-a", " !~\t");
        }

        @Test
        void checksWhatItJoins() {
            assertThatThrownBy(() -> Response.noContent().addHeader("access-control-expose-headers", "x"))
                    .hasMessageStartingWith("header name must not be one of CORS");
            assertThatThrownBy(() -> Response.noContent().addHeader("vary", "a\r\nb"))
                    .hasMessageStartingWith("value of header 'vary' must be printable ASCII");
        }
    }

    @Nested
    final class OnEveryResponse {
        private static final String HSTS = "max-age=31536000";

        @Test
        void hasAHeaderOfItsHandler() {
            HandlerOptions options = HandlerOptions.defaults()
                    .header("Strict-Transport-Security", HSTS)
                    .header("content-security-policy", "default-src 'none'");

            assertThat(answer(Response.noContent(), options).header("strict-transport-security"))
                    .isEqualTo(HSTS);
            assertThat(answer(Response.error(404, ""), options).json())
                    .contains(
                            "\"content-type\":\"application/json\",\"strict-transport-security\":\"max-age=31536000\","
                                    + "\"content-security-policy\":\"default-src 'none'\",\"cache-control\":\"no-store\","
                                    + "\"x-content-type-options\":\"nosniff\"}");
            assertThat(Invocation.of(new ContactHandler(options), "null").header("strict-transport-security"))
                    .isEqualTo(HSTS);
        }

        @Test
        void prefersTheOneOfTheResponse() {
            HandlerOptions options = HandlerOptions.defaults().header("strict-transport-security", HSTS);
            Answer answer = answer(Response.noContent().header("strict-transport-security", "max-age=0"), options);

            assertThat(answer.json())
                    .isEqualTo("{\"statusCode\":204,\"headers\":{\"x-request-id\":\"JCJJxhz4PHcEJgQ=\","
                            + "\"cache-control\":\"no-store\",\"strict-transport-security\":\"max-age=0\"}}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Cache-Control", "content-type", "etag", "location"})
        void refusesAHeaderOfOneResponse(String name) {
            assertThatThrownBy(() -> HandlerOptions.defaults().header(name, "x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("header name must be of one for every response, errors included, got '"
                            + name.toLowerCase(Locale.ROOT) + "': use Response.header(…)");
        }

        @Test
        void checksTheHeadersOfAHandler() {
            assertThatThrownBy(() -> HandlerOptions.defaults().header("access-control-allow-origin", "*"))
                    .hasMessageStartingWith("header name must not be one of CORS");
            assertThatThrownBy(() -> HandlerOptions.defaults().header("x-a", "\n"))
                    .hasMessageStartingWith("value of header 'x-a' must be printable ASCII");
        }
    }
}
