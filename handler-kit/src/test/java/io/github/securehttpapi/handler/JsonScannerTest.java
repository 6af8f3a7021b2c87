package io.github.securehttpapi.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What it makes of single values. {@link EventDifferenceTest} compares it with another reader of JSON. */
final class JsonScannerTest {
    /** Begins the value of {@code {"a": value}}. */
    private static JsonScanner begun(String value) {
        JsonScanner scanner = new JsonScanner(("{\"a\":" + value + "}").getBytes(StandardCharsets.UTF_8));
        scanner.begin();
        scanner.nextMember();
        return scanner;
    }

    private static boolean isTaken(String value) {
        try {
            JsonScanner scanner = begun(value);
            scanner.skip();
            return !scanner.nextMember();
        } catch (MalformedEventException refused) {
            assertThat(refused).hasMessage("event must be JSON");
            return false;
        }
    }

    @Nested
    final class Skipping {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "null",
                    "true",
                    "false",
                    "0",
                    "-0",
                    "10",
                    "1.0",
                    "1e1",
                    "1E+01",
                    "-1.5e-3",
                    "\"\"",
                    "\"\u007f\"",
                    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00Ef\"",
                    "\"\\ud83d\"",
                    "[]",
                    "{}",
                    " [ 1 , { } ]\r\n\t",
                    " { \"a\" : 1 , \"b\"\n:\t2 } ",
                    "{\"a\":[[],{\"b\":\"]}\"},1]}"
                })
        void takesWhatIsJson(String value) {
            assertThat(isTaken(value)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "nul",
                    "nulll",
                    "Null",
                    "NaN",
                    "Infinity",
                    "-Infinity",
                    "undefined",
                    "'a'",
                    "00",
                    "01",
                    "-01",
                    "+1",
                    "-",
                    ".5",
                    "5.",
                    "5.e1",
                    "1e",
                    "1e+",
                    "1.5.5",
                    "0x1",
                    "1_000",
                    "\u0661",
                    "\"",
                    "\"\\\"",
                    "\"\\x\"",
                    "\"\\u12\"",
                    "\"\\u123g\"",
                    "\"\\u123\u0664\"",
                    "\"\t\"",
                    "\"\0\"",
                    "[",
                    "]",
                    "[1,]",
                    "[,1]",
                    "[1 2]",
                    "[}",
                    "{]",
                    "{\"a\"}",
                    "{\"a\":}",
                    "{\"a\":1,}",
                    "{,\"a\":1}",
                    "{a:1}",
                    "{1:1}",
                    "{\"a\" 1}",
                    "{\"a\":1 \"b\":2}",
                    "[[[}",
                    "/**/1",
                    "1//",
                    "#\n1",
                    "\f1",
                    "\u00a01",
                    "\ufeff1",
                    "{\"\\ud83d\":1}",
                    "{\"\\ude00\":1}",
                    "{\"\\ud83d\u00e9\\ude00\":1}"
                })
        void refusesWhatIsNot(String value) {
            assertThat(isTaken(value)).isFalse();
        }

        @Test
        void takesAPairOfSurrogatesInAName() {
            assertThat(isTaken("{\"\\ud83d\\ude00\":1}")).isTrue();
        }

        @Test
        void takesAMillionBracketsSideBySide() {
            assertThat(isTaken("[0" + ",[]".repeat(500_000) + "]")).isTrue();
        }
    }

    @Nested
    final class Limits {
        private static final String OVER = "event must be JSON of at most 500 levels, in names of at most 50000, "
                + "numbers of at most 1000 and strings of at most 13981016 characters";

        /** With the object around it, 500 levels. */
        @Test
        void goesAsDeepAsTheLimit() {
            assertThat(isTaken("[".repeat(499) + "]".repeat(499))).isTrue();
            JsonScanner scanner = begun("[".repeat(1_000_000));
            assertThatThrownBy(scanner::skip).hasMessage(OVER);
        }

        private static Stream<Arguments> numbers() {
            return Stream.of(
                    arguments("-", "9".repeat(1_000), ""),
                    arguments("-0.", "9".repeat(999), ""),
                    arguments("-1e-", "9".repeat(999), ""),
                    arguments("0.1", "9".repeat(997), "e1"));
        }

        @ParameterizedTest
        @MethodSource("numbers")
        void countsTheDigitsOfANumber(String start, String digits, String end) {
            assertThat(isTaken(start + digits + end)).isTrue();
            assertThatThrownBy(() -> begun(start + digits + "9" + end)).hasMessage(OVER);
        }

        @ParameterizedTest
        @ValueSource(strings = {"k", "\u00e9", "\\n", "\\u0000"})
        void countsTheCharactersOfAName(String character) {
            assertThat(isTaken("{\"" + character.repeat(50_000) + "\":1}")).isTrue();
            JsonScanner scanner = begun("{\"" + character.repeat(50_001) + "\":1}");
            assertThatThrownBy(scanner::skip).hasMessage(OVER);
        }
    }

    @Nested
    final class Reading {
        @ParameterizedTest
        @CsvSource({"0,0,0", "-12,-12,0", "1e999,1e999,.", "2.50,2.50,.", "true,true,t", "false,false,f"})
        void hasNumbersAndLiteralsAsTheyCame(String value, String text, char kind) {
            JsonScanner scanner = begun(value);

            assertThat(scanner.kind()).isEqualTo(kind);
            assertThat(scanner.scalar()).isEqualTo(text);
        }

        @Test
        void hasTheCharactersOfAString() {
            assertThat(begun("\"\"").text()).isEmpty();
            assertThat(begun("\"plain\"").text()).isEqualTo("plain");
            assertThat(begun("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00Ef\"").text()).isEqualTo("\"\\/\b\f\n\r\t\u00ef");
            assertThat(begun("\"a\u00e9\u20ac\ud83d\ude00\\ud83d\\ude00\"").text())
                    .isEqualTo("a\u00e9\u20ac\ud83d\ude00\ud83d\ude00");
            assertThat(begun("\"\\ud83d\"").text()).isEqualTo("\ud83d");
        }

        @Test
        void hasTheJsonOfAValueAsItCame() {
            String value = "{ \"a\\u0062\":[1.50,-0, 1e999],\"\u00e9\":{}}";

            assertThat(begun(" " + value + " ").json()).isEqualTo(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Nested
    final class Refusing {
        @ParameterizedTest
        @CsvSource({
            "'{\"a\":tru}',unexpected octet at offset 8",
            "'{\"a\":[1,',unexpected end at offset 8",
            "'{\"a\":\"\\x\"}',unexpected octet at offset 7"
        })
        void tellsTheLogWhere(String event, String where) {
            Throwable cause = cause(event);

            assertThat(cause).isInstanceOf(ParseException.class).hasMessage(where);
        }

        private static @Nullable Throwable cause(String event) {
            byte[] octets = event.getBytes(StandardCharsets.UTF_8);
            return catchThrowableOfType(
                            MalformedEventException.class,
                            () -> EventReader.read(new ByteArrayInputStream(octets), new Event()))
                    .getCause();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"\"\u00ff\"", "\u00ff", "1\u00ff", "[1\u00ff", "{\"\u00ff\":1}", "\"\\\u00ff\"", "\"\u00e9"})
        void saysThatAnOctetIsNotUtf8(String value) {
            byte[] octets =
                    ("{\"requestContext\":{\"requestId\":\"id\"},\"z\":" + value).getBytes(StandardCharsets.ISO_8859_1);
            Event event = new Event();

            assertThatThrownBy(() -> EventReader.read(new ByteArrayInputStream(octets), event))
                    .isInstanceOf(MalformedEventException.class)
                    .hasMessage("event must be UTF-8");
            assertThat(event.requestId).isEqualTo("id");
        }
    }
}
