package io.github.securehttpapi.handler;

import static io.github.securehttpapi.handler.Decoders.date;
import static io.github.securehttpapi.handler.Decoders.enumOf;
import static io.github.securehttpapi.handler.Decoders.instant;
import static io.github.securehttpapi.handler.Decoders.uri;
import static io.github.securehttpapi.handler.Decoders.uuid;
import static io.github.securehttpapi.handler.Decoding.parameters;
import static io.github.securehttpapi.handler.Decoding.value;
import static io.github.securehttpapi.handler.Decoding.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strings that become something else. */
final class WellKnownTextTest {
    private enum Color {
        RED,
        GREEN;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Test
    void tellWhatIsNoString() {
        for (Decoder<?> decoder : List.of(uuid(), uri("https"), instant(), date(), enumOf(Color.values()))) {
            assertThat(violations(decoder, "[\"a\"]")).containsExactly(" type must be a string");
            assertThat(violations(decoder, "null")).containsExactly(" type must be a string");
            assertThat(parameters(decoder, "1")).containsExactly(Map.entry("expected", "string"));
        }
    }

    @Nested
    final class Uuids {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "00000000-0000-0000-0000-000000000000",
                    "ffffffff-ffff-ffff-ffff-ffffffffffff",
                    "01234567-89ab-cdef-0123-456789abcdef",
                    "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                    "80000000-0000-0001-7fff-fffffffffffe"
                })
        void areTakenInEitherCase(String text) {
            assertThat(value(uuid(), JsonText.quote(text))).isEqualTo(UUID.fromString(text));
            assertThat(value(uuid(), JsonText.quote(text.toUpperCase(Locale.ROOT))))
                    .isEqualTo(UUID.fromString(text));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "1-1-1-1-1",
                    "f81d4fae7dec11d0a76500a0c91e6bf6",
                    "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}",
                    "f81d4fae-7dec-11d0-a765-00a0c91e6bf",
                    "f81d4fae-7dec-11d0-a765-00a0c91e6bf66",
                    "f81d4fae-7dec-11d0-a765-00a0c91e6bfg",
                    "f81d4fae-7dec-11d0-a765-00a0c91e6bf-",
                    "f81d4fa-e7dec-11d0-a765-00a0c91e6bf6",
                    "f81d4fae07dec-11d0-a765-00a0c91e6bf6",
                    "f81d4fae-7dec011d0-a765-00a0c91e6bf6",
                    "f81d4fae-7dec-11d00a765-00a0c91e6bf6",
                    "f81d4fae-7dec-11d0-a765000a0c91e6bf6",
                    "+81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                    "\uff1681d4fae-7dec-11d0-a765-00a0c91e6bf",
                    "\u066081d4fa-7dec-11d0-a765-00a0c91e6bf6"
                })
        void haveOneForm(String text) {
            assertThat(violations(uuid(), JsonText.quote(text)))
                    .containsExactly(" uuid must be a UUID: 8-4-4-4-12 hexadecimal digits");
        }

        @Test
        void hadDigitsOfOtherScripts() {
            assertThat(violations(uuid(), JsonText.quote("\u0668\uff21d4fae4-7dec-11d0-a765-00a0c91e6bf6")))
                    .hasSize(1);
        }
    }

    @Nested
    final class Uris {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://example.com",
                    "HTTPS://example.com:8443/a%20b?c=d#e",
                    "http://[2001:db8::1]/",
                    "http://192.0.2.1"
                })
        void leadToAHost(String text) {
            assertThat(value(uri("https", "http"), JsonText.quote(text))).isEqualTo(URI.create(text));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "example.com",
                    "//example.com",
                    "/a",
                    "javascript:alert(1)",
                    "javascript://example.com/%0aalert(1)",
                    "https:example.com",
                    "https:///a",
                    "https://",
                    "https://user@example.com",
                    "https://user:secret@example.com",
                    "https://@example.com",
                    "https://ex ample.com",
                    "https://example.com/\u00e9",
                    "https://exampl\u0435.com",
                    "https://example.com/a b",
                    "https://example.com/%zz",
                    "https://example.com\\@evil.example",
                    "https://example.com:port",
                    " https://example.com",
                    "httpss://example.com",
                    "http://example.com"
                })
        void areOfTheseSchemesAndNothingElse(String text) {
            assertThat(violations(uri("https"), JsonText.quote(text)))
                    .containsExactly(" uri must be a URI with a host, without user name, of at most 2048 characters, "
                            + "that begins with https://");
        }

        @Test
        void nameEverySchemeThatIsTaken() {
            assertThat(violations(uri("https", "http"), "\"\""))
                    .containsExactly(" uri must be a URI with a host, without user name, of at most 2048 characters, "
                            + "that begins with https:// or http://");
            assertThat(parameters(uri("https", "http"), "\"\""))
                    .containsExactly(Map.entry("schemes", List.of("https", "http")));
        }

        @Test
        void haveABoundedLength() {
            String longest = "https://a/" + "b".repeat(2_038);

            assertThat(value(uri("https"), JsonText.quote(longest))).hasToString(longest);
            assertThat(violations(uri("https"), JsonText.quote(longest + "b"))).hasSize(1);
        }
    }

    @Nested
    final class Dates {
        @ParameterizedTest
        @ValueSource(strings = {"2025-04-14", "2024-02-29", "2000-02-29", "0000-01-01", "9999-12-31", "2025-12-01"})
        void areDaysOfTheCalendar(String text) {
            assertThat(value(date(), JsonText.quote(text))).isEqualTo(LocalDate.parse(text));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "", "2025-4-14", "2025-04-1", "2025-04-14Z", "2025-04-14T00:00:00Z", "20250414", "2025/04/14",
                    "2025-04/14", "2025/04-14", "2025-00-14", "2025-13-14", "2025-04-00", "2025-04-31", "2025-02-29",
                    "1900-02-29", "-025-04-14", "+2025-04-1", "2025-04-1x", "x025-04-14", "2025-x4-14", "today",
                    "2025-04-\u0661\u0662", "2025-04-32", " 2025-04-14"
                })
        void areNothingElse(String text) {
            assertThat(violations(date(), JsonText.quote(text)))
                    .containsExactly(" date must be a date, such as 2025-04-14");
        }
    }

    @Nested
    final class Instants {
        @ParameterizedTest
        @CsvSource({
            "2025-04-14T22:13:56Z,2025-04-14T22:13:56Z",
            "2025-04-14t22:13:56z,2025-04-14T22:13:56Z",
            "2025-04-14T22:13:56+02:00,2025-04-14T20:13:56Z",
            "2025-04-14T22:13:56-02:30,2025-04-15T00:43:56Z",
            "2025-04-14T22:13:56-00:00,2025-04-14T22:13:56Z",
            "2025-04-14T22:13:56+23:59,2025-04-13T22:14:56Z",
            "2025-04-14T22:13:56.5Z,2025-04-14T22:13:56.5Z",
            "2025-04-14T22:13:56.123456789+00:00,2025-04-14T22:13:56.123456789Z",
            "2025-04-14T22:13:56.000000001Z,2025-04-14T22:13:56.000000001Z",
            "1969-12-31T23:59:59.9Z,1969-12-31T23:59:59.9Z",
            "0000-01-01T00:00:00Z,0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z,9999-12-31T23:59:59Z"
        })
        void haveAnOffset(String text, Instant expected) {
            assertThat(value(instant(), JsonText.quote(text))).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "2025-04-14",
                    "2025-04-14T22:13:56",
                    "2025-04-14T22:13:56.5",
                    "2025-04-14T22:13Z",
                    "2025-04-14 22:13:56Z",
                    "2025-04-14T22-13:56Z",
                    "2025-04-14T22:13-56Z",
                    "2025-04-14T24:00:00Z",
                    "2025-04-14T23:60:00Z",
                    "2025-04-14T23:59:60Z",
                    "2025-04-31T22:13:56Z",
                    "2025-04-14T22:13:56.Z",
                    "2025-04-14T22:13:56.1234567890Z",
                    "2025-04-14T22:13:56,5Z",
                    "2025-04-14T22:13:56ZZ",
                    "2025-04-14T22:13:56Z ",
                    "2025-04-14T22:13:56+0200",
                    "2025-04-14T22:13:56+02",
                    "2025-04-14T22:13:56+2:00",
                    "2025-04-14T22:13:56+24:00",
                    "2025-04-14T22:13:56+02:60",
                    "2025-04-14T22:13:56+02-00",
                    "2025-04-14T22:13:56+02:000",
                    "2025-04-14T22:13:56~02:00",
                    "2025-04-14T22:13:56+xx:00",
                    "2025-04-14T22:13:56+02:xx",
                    "2025-04-14Txx:13:56Z",
                    "2025-04-14T22:xx:56Z",
                    "2025-04-14T22:13:xxZ",
                    "2025-04-14T-1:13:56Z",
                    "+2025-04-14T22:13:56Z",
                    "1744668836",
                    "2025-04-14T22:13:56[UTC]",
                    "2025-04-14T22:13:56Z[UTC]",
                    "2025-04-14T22:13:56+\u0660\u0662:00"
                })
        void areNothingElse(String text) {
            assertThat(violations(instant(), JsonText.quote(text)))
                    .containsExactly(" instant must be a date and time with offset, such as 2025-04-14T22:13:56Z");
        }

        /** What the JDK reads otherwise, on purpose: its offsets end at 18 hours, and it may leave seconds out. */
        @Test
        void agreeWithTheJdkOnEveryMutation() {
            Random random = new Random(7);
            String telling = "0123456789-+:.TZ";
            for (int i = 0; i < 10_000; i++) {
                StringBuilder text = new StringBuilder("2024-02-29T23:59:59.25+01:30");
                for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
                    text.setCharAt(random.nextInt(text.length()), telling.charAt(random.nextInt(telling.length())));
                }
                Instant expected = parsed(text.toString());
                Instant actual = Rfc3339.instant(text.toString());

                if (actual != null && expected == null) {
                    assertThat(text.substring(22)).matches("[+-](18|19|2[0-3]).*");
                } else {
                    assertThat(actual).as(text.toString()).isEqualTo(expected);
                }
            }
        }

        private static @Nullable Instant parsed(String text) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException malformed) {
                return null;
            }
        }
    }

    @Nested
    final class Enums {
        @Test
        void areNamedAsTheirConstants() {
            assertThat(value(enumOf(Color.values()), "\"RED\"")).isEqualTo(Color.RED);
            assertThat(violations(enumOf(Color.values()), "\"red\""))
                    .containsExactly(" one_of must be one of: RED, GREEN");
            assertThat(parameters(enumOf(Color.values()), "\"\""))
                    .containsExactly(Map.entry("values", List.of("RED", "GREEN")));
        }

        @Test
        void areNamedAsTheyAreAsked() {
            assertThat(value(enumOf(Color.values(), Color::wireName), "\"green\""))
                    .isEqualTo(Color.GREEN);
            assertThat(violations(enumOf(Color.values(), Color::wireName), "\"GREEN\""))
                    .containsExactly(" one_of must be one of: red, green");
        }

        @Test
        void haveNamesOfTheirOwn() {
            assertThatThrownBy(() -> enumOf(Color.values(), color -> "same"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("names must differ, got 'same' twice");
        }
    }
}
