package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.securehttpapi.handler.Cookie.SameSite;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CookieTest {
    private static String cookies(Response response) {
        HttpApiHandler handler = new HttpApiHandler() {
            @Override
            protected Response handle(Request request) {
                return response;
            }
        };
        return String.valueOf(
                JsonText.object(Invocation.withoutBody().of(handler).json()).get("cookies"));
    }

    @Test
    void isSafeUnlessToldOtherwise() {
        assertThat(Cookie.of("session", "a=b").header())
                .isEqualTo("session=a=b; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void saysEveryAttribute() {
        Cookie plain = Cookie.of("theme", "dark");

        assertThat(plain.path("/shop")
                        .domain("example.com")
                        .maxAge(Duration.ofDays(1))
                        .sameSite(SameSite.NONE)
                        .readableByScripts()
                        .header())
                .isEqualTo("theme=dark; Path=/shop; Domain=example.com; Max-Age=86400; Secure; SameSite=None");
        assertThat(plain.sameSite(SameSite.STRICT).header())
                .isEqualTo("theme=dark; Path=/; Secure; HttpOnly; SameSite=Strict");
        assertThat(plain.header()).isEqualTo("theme=dark; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void endsACookie() {
        assertThat(Cookie.deletion("__Host-session").header())
                .isEqualTo("__Host-session=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax");
    }

    @Test
    void doesNotShowItsValueToALog() {
        assertThat(Cookie.of("session", "secret")).hasToString("Cookie[session]");
    }

    @Test
    void reachesTheGatewayInAnArrayOfItsOwn() {
        // snippet:cookies
        Response response = Response.noContent()
                .cookie(Cookie.of("__Host-session", "b64url").maxAge(Duration.ofHours(8)))
                .cookie(Cookie.deletion("cart").path("/shop"));
        // end

        assertThat(cookies(response))
                .isEqualTo("[__Host-session=b64url; Path=/; Max-Age=28800; Secure; HttpOnly; SameSite=Lax, "
                        + "cart=; Path=/shop; Max-Age=0; Secure; HttpOnly; SameSite=Lax]");
        assertThat(cookies(Response.noContent())).isEqualTo("null");
    }

    @Test
    void replacesTheOneThatABrowserWouldReplace() {
        Response first = Response.noContent().cookie(Cookie.of("a", "1"));

        assertThat(cookies(first.cookie(Cookie.of("a", "2").path("/x"))
                        .cookie(Cookie.of("a", "3").domain("example.com"))
                        .cookie(Cookie.of("A", "4"))
                        .cookie(Cookie.of("a", "5"))))
                .contains("a=2; Path=/x", "a=3; Path=/; Domain=example.com", "A=4", "a=5")
                .doesNotContain("a=1");
        assertThat(cookies(first)).contains("a=1");
    }

    @Test
    void takesWhatIsPrintableToItsLastCharacter() {
        assertThat(Cookie.of("a", "!~").path("/ ~").header())
                .isEqualTo("a=!~; Path=/ ~; Secure; HttpOnly; SameSite=Lax");
    }

    @Nested
    final class Refusing {
        @ParameterizedTest
        @ValueSource(strings = {"", " ", "a b", "a=b", "a;b", "a\r\nb", "\u00e9", "a\0", "a,b", "\u212a"})
        void refusesANameThatIsNoToken(String name) {
            assertThatThrownBy(() -> Cookie.of(name, "x"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("cookie name must be a token of RFC 9110, got '" + name + "'");
        }

        @ParameterizedTest
        @ValueSource(ints = {'\r', '\n', 0, ' ', '"', ',', ';', '\\', 0x7f, 0x80, 0xe9, 0x2028, 0xd83d})
        void refusesAValueThatCouldEndTheCookie(int code) {
            assertThatThrownBy(() -> Cookie.of("session", "a" + (char) code + "Domain=evil.example"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("value of cookie 'session' must be printable ASCII without spaces, quotes, commas, "
                            + "semicolons and backslashes, got a character of code " + code
                            + ": encode it, as base64url for one");
        }

        @Test
        void refusesWhatBrowsersIgnoreForItsSize() {
            assertThat(Cookie.of("abcd", "x".repeat(4_092)).header()).contains("x");
            assertThatThrownBy(() -> Cookie.of("abcd", "x".repeat(4_093)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("cookie 'abcd' must have at most 4096 characters in name and value, got '4097': "
                            + "keep the data, and send its key");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "shop", "/a;Domain=evil.example", "/\r\nset-cookie: a=b", "/\u00e9", "/\u007f"})
        void refusesAPathThatCouldEndTheAttribute(String path) {
            assertThatThrownBy(() -> Cookie.of("a", "b").path(path))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("path of cookie 'a' must begin with '/' and have at most 1024 printable ASCII "
                            + "characters, no semicolon among them");
        }

        @Test
        void refusesAPathThatBrowsersIgnoreForItsSize() {
            assertThat(Cookie.of("a", "b").path("/" + "x".repeat(1_023)).header())
                    .contains("x");
            assertThatThrownBy(() -> Cookie.of("a", "b").path("/" + "x".repeat(1_024)))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ".example.com", "example.com.", "a b", "a;b", "a\nb", "-a.com", "ex\u00e4mple.com"})
        void refusesADomainThatIsNoHostName(String domain) {
            assertThatThrownBy(() -> Cookie.of("a", "b").domain(domain))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("domain of cookie 'a' must be a host name such as 'example.com', got '" + domain + "'");
        }

        @Test
        void refusesADomainThatNoHostHasForItsLength() {
            String longest = "a.".repeat(126) + "a";

            assertThat(Cookie.of("a", "b").domain(longest).header()).contains(longest);
            assertThatThrownBy(() -> Cookie.of("a", "b").domain("a." + longest))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"PT-1S", "PT1.5S", "PT-0.5S"})
        void refusesAnAgeThatNoCookieHas(Duration maxAge) {
            assertThatThrownBy(() -> Cookie.of("a", "b").maxAge(maxAge))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("maxAge of cookie 'a' must be of whole seconds and not negative, got '" + maxAge + "'");
        }

        @ParameterizedTest
        @ValueSource(strings = {"__Host-session", "__host-session", "__HOST-HTTP-session"})
        void refusesWhatBrowsersIgnoreOfACookieForOneHost(String name) {
            assertThatThrownBy(() -> Cookie.of(name, "b").path("/shop"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("path of cookie '" + name
                            + "' must be '/', got '/shop': browsers ignore it otherwise, take another name");
            assertThatThrownBy(() -> Cookie.of(name, "b").domain("example.com"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "cookie '" + name
                                    + "' must have no domain, got 'example.com': browsers ignore it otherwise, take another name");
            assertThat(Cookie.of(name, "b").path("/").header()).contains("; Path=/; Secure");
        }

        @ParameterizedTest
        @ValueSource(strings = {"__Http-session", "__Host-Http-session", "__host-http-session"})
        void refusesToShowScriptsACookieThatSaysItIsHidden(String name) {
            assertThatThrownBy(() -> Cookie.of(name, "b").readableByScripts())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("cookie '" + name
                            + "' must be out of reach of scripts: browsers ignore it otherwise, take another name");
        }

        @Test
        void letsTheSecurePrefixHaveAPathAndADomain() {
            assertThat(Cookie.of("__Secure-a", "b")
                            .path("/x")
                            .domain("example.com")
                            .readableByScripts()
                            .header())
                    .isEqualTo("__Secure-a=b; Path=/x; Domain=example.com; Secure; SameSite=Lax");
        }
    }
}
