package io.github.securehttpapi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OriginTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"*", "https://*", "http://*"})
    void wildcardsLetAnySiteIn(String text) {
        assertThat(new OriginText(text).kind()).isEqualTo(OriginText.Kind.ANY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.com",
                "https://app.example.com:1",
                "https://app.example.com:65535",
                "https://a",
                "https://my_app.example.com",
                "https://_app.a.example",
                "https://[::1]:3000",
                "https://localhost:5173",
                "capacitor://localhost",
                "chrome-extension://abcdefgh"
            })
    void whatBrowsersSendIsExact(String text) {
        assertThat(new OriginText(text).kind()).isEqualTo(OriginText.Kind.EXACT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "http://localhost:3000",
                "HTTP://LOCALHOST:3000/",
                "http://app.localhost:3000",
                "http://127.0.0.1:80",
                "http://[::1]:8080"
            })
    void aDevelopersMachineIsLocal(String text) {
        assertThat(new OriginText(text).kind()).isEqualTo(OriginText.Kind.LOCAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://app.example.com", "HTTP://app.example.com/", "http://localhost.example.com", "http://"})
    void whatComesWithoutTlsIsHttp(String text) {
        assertThat(new OriginText(text).kind()).isEqualTo(OriginText.Kind.HTTP);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "https://app.example.com/      , drop the trailing slash                                    , https://app.example.com",
                "https://app.example.com/app   , drop the path                                              , https://app.example.com",
                "https://app.example.com/app/  , drop the path                                              , https://app.example.com",
                "https://app.example.com?a=/   , drop the path                                              , https://app.example.com",
                "https://app.example.com#/     , drop the path                                              , https://app.example.com",
                "https://APP.example.com/      , \"write it in lower case, as browsers do\"                 , https://app.example.com",
                "app.example.com               , write 'https://' and the host                              , https://app.example.com",
                "app.example.com:8443/app      , write 'https://' and the host                              , https://app.example.com:8443",
                "https://app.example.com:443   , \"drop ':443', as browsers do\"                            , https://app.example.com",
                "https://app.example.com:443/  , drop the trailing slash                                    , https://app.example.com",
                "\" https://app.example.com\"  , write 'https://host' or 'https://host:port'                , https://app.example.com",
                "https://app.example.com:65536 , write 'https://host' or 'https://host:port'                , ''",
                "https://app.example.com:0     , write 'https://host' or 'https://host:port'                , ''",
                "https://                      , write 'https://host' or 'https://host:port'                , ''",
                "https://user@app.example.com  , write 'https://host' or 'https://host:port'                , ''",
                "https://*.example.com         , \"name each origin, since API Gateway takes no wildcard within a host\" , ''",
                "https://*:443                 , \"name each origin, since API Gateway takes no wildcard within a host\" , ''",
                "null                          , \"leave it out, since a page of any site can send it from a sandboxed frame\" , ''"
            })
    void theRestIsMalformedAndCorrectedIfItCanBe(String text, String advice, String corrected) {
        OriginText origin = new OriginText(text);

        assertThat(origin.kind()).isEqualTo(OriginText.Kind.MALFORMED);
        assertThat(origin.advice()).isEqualTo(advice);
        assertThat(origin.corrected())
                .isEqualTo(corrected == null || corrected.equals("''") ? List.of() : List.of(corrected));
    }

    @Test
    void originsInOneTextAreTakenApart() {
        OriginText origins = new OriginText("https://one.example.com, two.example.com");

        assertThat(origins.advice()).isEqualTo("write each origin as an item of its own");
        assertThat(origins.corrected()).containsExactly("https://one.example.com", "https://two.example.com");
    }

    @Test
    void oneThatCannotBeToldLeavesNone() {
        assertThat(new OriginText("https://one.example.com,*").corrected()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://app.example.com,        https://app.example.com",
        "http://app.example.com:80/,    https://app.example.com",
        "http://app.example.com:8080/a, https://app.example.com:8080"
    })
    void httpIsCorrectedToHttps(String text, String corrected) {
        assertThat(new OriginText(text).corrected()).containsExactly(corrected);
    }

    @Test
    void aDevelopersMachineHasNoOtherName() {
        assertThat(new OriginText("http://localhost:3000").corrected()).isEmpty();
    }

    @Test
    void noStackIsNeededForLongOnes() {
        OriginText longOne = new OriginText("https://" + "a.".repeat(100_000) + "example");

        assertThat(longOne.kind()).isEqualTo(OriginText.Kind.MALFORMED);
        assertThat(longOne.corrected()).isEmpty();
    }

    @Test
    void theLongestHostIsExact() {
        String host = "a.".repeat(143) + "aaaaaa";

        assertThat(new OriginText("https://" + host).kind()).isEqualTo(OriginText.Kind.EXACT);
        assertThat(new OriginText("https://" + host + "a").kind()).isEqualTo(OriginText.Kind.MALFORMED);
        assertThat(new OriginText(host + "aaaaaaaa").corrected()).isEmpty();
    }
}
