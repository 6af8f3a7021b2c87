package io.github.securehttpapi.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;

final class CorsHeadersTest {
    @Test
    void moreComeAfterThoseThatAreKnown() {
        assertThat(CorsHeaders.allowed(List.of("authorization"), List.of("x-b", "x-a")))
                .containsExactly("authorization", "x-b", "x-a");
        assertThat(CorsHeaders.exposed(List.of("x-request-id"), List.of("x-b", "x-a")))
                .containsExactly("x-request-id", "x-b", "x-a");
    }

    @Test
    void caseMakesNoSecondHeader() {
        assertThat(CorsHeaders.allowed(List.of("authorization"), List.of("Authorization", "X-Tenant", "x-tenant")))
                .containsExactly("authorization", "x-tenant");
        assertThat(CorsHeaders.exposed(List.of("x-request-id"), List.of("X-Request-Id", "ETag", "etag")))
                .containsExactly("x-request-id", "etag");
    }

    @Test
    void everyTokenOfRfc9110ButTheAsteriskIsAName() {
        String token = "!#$%&'+-.^_`|~0123456789AZaz";

        assertThat(CorsHeaders.allowed(List.of(), List.of(token, "X-ID")))
                .containsExactly("!#$%&'+-.^_`|~0123456789azaz", "x-id");
    }

    /** Named, their values are free of the limits that the Fetch Standard has for them otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"accept", "accept-language", "content-language", "range", "if-match", "user-agent"})
    void headersThatAPageMaySetWithoutAskingAreAccepted(String name) {
        assertThat(CorsHeaders.allowed(List.of(), List.of(name))).containsExactly(name);
    }

    /** They say nothing new, but do no harm either. */
    @ParameterizedTest
    @ValueSource(strings = {"cache-control", "content-length", "content-type", "expires", "last-modified", "pragma"})
    void headersThatAPageMayReadAnywayAreAccepted(String name) {
        assertThat(CorsHeaders.exposed(List.of(), List.of(name))).containsExactly(name);
    }

    @Nested
    final class Names {
        @ParameterizedTest
        @ValueSource(strings = {"", " ", "x tenant", "x-tenant:", "x-a,x-b", "x-ténant", "x-tenant\n", "\"x\"", "x/y"})
        void anythingThatIsNoTokenIsRefused(String name) {
            refusesBoth(name, "write the name alone, such as 'x-tenant-id'");
        }

        @Test
        void aWildcardWithinANameIsRefused() {
            refusesBoth("x-*", "name each header, since '*' stands for nothing within a name");
        }

        @Test
        void whatOnlyTheDeploymentKnowsIsRefused() {
            String name = CfnParameter.Builder.create(new Stack(new App(), "Shop"), "Header")
                    .build()
                    .getValueAsString();

            refusesBoth(name, "write it as a literal");
        }

        @Test
        void theWildcardIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CorsHeaders.allowed(List.of(), List.of("*")))
                    .withMessage("allowedHeaders must be names of headers, got '*': name each header, since '*' never"
                            + " covers authorization, and with credentials is a header of that name");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CorsHeaders.exposed(List.of(), List.of("*")))
                    .withMessage("exposedHeaders must be names of headers, got '*': name each header, since '*' shows"
                            + " what nobody meant to show, and with credentials is a header of that name");
        }

        private void refusesBoth(String name, String fix) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CorsHeaders.allowed(List.of(), List.of(name)))
                    .withMessage("allowedHeaders must be names of headers, got '" + name + "': " + fix);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CorsHeaders.exposed(List.of(), List.of(name)))
                    .withMessage("exposedHeaders must be names of headers, got '" + name + "': " + fix);
        }
    }

    @Nested
    final class Pointless {
        @ParameterizedTest
        @CsvSource({
            "cookie, browsers send it where allowCredentials() says so",
            "Cookie, browsers send it where allowCredentials() says so",
            "origin, browsers set it themselves",
            "Origin, browsers set it themselves",
            "referer, browsers set it themselves",
            "host, browsers set it themselves",
            "content-length, browsers set it themselves",
            "accept-encoding, browsers set it themselves",
            "sec-fetch-site, browsers set it themselves",
            "proxy-authorization, browsers set it themselves",
            "access-control-allow-origin, it is between the browser and the gateway",
            "Access-Control-Request-Headers, it is between the browser and the gateway"
        })
        void headersThatNoPageSetsAreRefused(String name, String why) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CorsHeaders.allowed(List.of(), List.of(name)))
                    .withMessage(
                            "allowedHeaders must be headers that a page has reason to set, got '%s': drop it, since %s",
                            name, why);
        }

        /** "Forbidden request-header" of the Fetch Standard, but for those above. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "accept-charset",
                    "connection",
                    "cookie2",
                    "date",
                    "dnt",
                    "expect",
                    "keep-alive",
                    "set-cookie",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "via"
                })
        void allThatBrowsersSetThemselvesAreKnown(String name) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CorsHeaders.allowed(List.of(), List.of(name)))
                    .withMessageEndingWith("got '" + name + "': drop it, since browsers set it themselves");
        }

        @ParameterizedTest
        @CsvSource({
            "set-cookie, browsers show it to no page",
            "Set-Cookie2, browsers show it to no page",
            "access-control-allow-origin, it is between the browser and the gateway"
        })
        void headersThatNoPageReadsAreRefused(String name, String why) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CorsHeaders.exposed(List.of(), List.of(name)))
                    .withMessage(
                            "exposedHeaders must be headers that a page has reason to read, got '%s': drop it, since %s",
                            name, why);
        }
    }
}
