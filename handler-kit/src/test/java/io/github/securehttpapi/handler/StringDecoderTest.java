package io.github.securehttpapi.handler;

import static io.github.securehttpapi.handler.Decoders.bool;
import static io.github.securehttpapi.handler.Decoders.integer;
import static io.github.securehttpapi.handler.Decoders.string;
import static io.github.securehttpapi.handler.Decoding.parameters;
import static io.github.securehttpapi.handler.Decoding.value;
import static io.github.securehttpapi.handler.Decoding.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StringDecoderTest {
    @Test
    void takesAnyStringAsItIs() {
        assertThat(value(string(), "\" \\u0000\\ud83d\\ude00\\n \"")).isEqualTo(" \0\ud83d\ude00\n ");
        assertThat(value(string(), "\"\"")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "true", "{\"a\":1}", "[\"a\"]"})
    void refusesWhatIsNoString(String json) {
        assertThat(violations(string().notBlank().email(), json)).containsExactly(" type must be a string");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\" a\"", "\"\\t\\n a \\r\"", "\"\\u00a0a\\u2007\"", "\"\\u3000a\\u2028\\u202f\"", "\"a\""})
    void trimsWhiteSpaceOfEveryKind(String json) {
        assertThat(value(string().trimmed(), json)).isEqualTo("a");
    }

    /** The code points of White_Space, copied from Unicode's PropList.txt: 25 of them since version 6.3. */
    private static final String WHITE_SPACE =
            "\t\n\u000b\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
                    + "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

    @Test
    void trimmedSeparatorsOfInformationButNotTheNextLine() {
        for (int c = 0; c < Character.MIN_SURROGATE; c++) {
            String character = String.valueOf((char) c);
            String json = JsonText.quote(character + "a" + character);

            assertThat(value(string().trimmed(), json))
                    .as("U+%04X", c)
                    .isEqualTo(WHITE_SPACE.contains(character) ? "a" : character + "a" + character);
        }
    }

    @Test
    void trimsNothingInside() {
        assertThat(value(string().trimmed(), "\" a b \"")).isEqualTo("a b");
        assertThat(value(string().trimmed(), "\"   \"")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"  \"",
                "\"\\u00a0\"",
                "\"\\u200b\"",
                "\"\\ufeff\"",
                "\"\\u0000\"",
                "\"\\u200d\\u2060 \"",
                "\"\\udb40\\udc20\"",
                "\"\\u0085\"",
                "\"\\u001c\""
            })
    void refusesWhatNobodyCanSee(String json) {
        assertThat(violations(string().notBlank(), json)).containsExactly(" blank must not be blank");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180f, 0x2065, 0x2800, 0x3164, 0xfe00, 0xfe0f, 0xffa0,
                0xfff0, 0xfff8, 0xe0000, 0xe00ff, 0xe0100, 0xe01ef, 0xe0fff
            })
    void sawWhatOnlyPretendsToBeACharacter(int codePoint) {
        String json = JsonText.quote(" " + Character.toString(codePoint) + "\u200b");

        assertThat(violations(string().notBlank(), json)).containsExactly(" blank must not be blank");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x034e, 0x0350, 0x115e, 0x1161, 0x17b3, 0x17b6, 0x180a, 0x1810, 0x2801, 0x3163, 0x3165, 0xfdff, 0xfe10,
                0xff9f, 0xffa1, 0xffef, 0xfffc, 0xfffd, 0xdffff, 0xe1000
            })
    void takesTheNeighboursOfWhatOnlyPretends(int codePoint) {
        assertThat(value(string().notBlank(), JsonText.quote(Character.toString(codePoint))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x9f, 0x2028, 0x2029,
                0x202a, 0x202e, 0x2066, 0x2069
            })
    void hadNoStepAgainstWhatBreaksOutOfALine(int codePoint) {
        String json = JsonText.quote("a" + Character.toString(codePoint) + "b");

        assertThat(violations(string().singleLine(), json))
                .containsExactly(" control_character must be one line without control characters");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x20, 0x7e, 0xa0, 0xad, 0x200d, 0x200f, 0x2027, 0x202f, 0x2065, 0x206a, 0x1f600})
    void takesOneLineOfText(int codePoint) {
        String text = "a" + Character.toString(codePoint) + "b";

        assertThat(value(string().singleLine(), JsonText.quote(text))).isEqualTo(text);
    }

    @Test
    void takesOneLineWhoseEndWasTrimmed() {
        assertThat(value(string().trimmed().singleLine(), "\"a\\r\\n\"")).isEqualTo("a");
        assertThat(violations(string().singleLine().trimmed(), "\"a\\r\\n\""))
                .containsExactly(" control_character must be one line without control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "\" . \"", "\"\\ud83d\\ude00\"", "\"\\u200b\\u00e9\""})
    void takesWhatHasOneVisibleCharacter(String json) {
        assertThat(value(string().notBlank(), json)).isNotEmpty();
    }

    @Test
    void countsCodePoints() {
        StringDecoder two = string().minLength(2).maxLength(2);

        assertThat(value(two, "\"\\ud83d\\ude00\\ud83d\\ude00\"")).isEqualTo("\ud83d\ude00\ud83d\ude00");
        assertThat(violations(two, "\"\\ud83d\\ude00\"")).containsExactly(" too_short must have at least 2 characters");
        assertThat(violations(two, "\"abc\"")).containsExactly(" too_long must have at most 2 characters");
    }

    @Test
    void speaksOfOneCharacter() {
        assertThat(violations(string().minLength(1), "\"\""))
                .containsExactly(" too_short must have at least 1 character");
        assertThat(violations(string().maxLength(1), "\"ab\""))
                .containsExactly(" too_long must have at most 1 character");
    }

    @Test
    void runsTheStepsInTheOrderTheyAreWritten() {
        assertThat(value(string().trimmed().maxLength(1), "\" a \"")).isEqualTo("a");
        assertThat(violations(string().maxLength(1).trimmed(), "\" a \""))
                .containsExactly(" too_long must have at most 1 character");
    }

    @Test
    void tellsEveryStepThatFails() {
        assertThat(violations(string().trimmed().notBlank().minLength(3).email(), "\" \""))
                .containsExactly(
                        " blank must not be blank",
                        " too_short must have at least 3 characters",
                        " email must be an e-mail address");
    }

    @Test
    void leavesTheDecoderItStartedFromAsItWas() {
        StringDecoder plain = string().maxLength(3);

        plain.email();

        assertThat(value(plain, "\"abc\"")).isEqualTo("abc");
    }

    @Test
    void refusesLengthsThatMeanNothing() {
        assertThatThrownBy(() -> string().maxLength(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxLength must be at least 1, got '0'");
        assertThatThrownBy(() -> string().minLength(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("minLength must be at least 1, got '-1'");
    }

    @Test
    void takesTheseCharactersAlone() {
        StringDecoder sku = string().characters("A-Z0-9_-");

        assertThat(value(sku, "\"AZ-09_\"")).isEqualTo("AZ-09_");
        assertThat(value(sku, "\"\"")).isEmpty();
        assertThat(violations(sku, "\"Az\"")).containsExactly(" characters must have no characters but A-Z0-9_-");
        assertThat(violations(sku, "\"@\"")).hasSize(1);
        assertThat(violations(sku, "\"[\"")).hasSize(1);
        assertThat(violations(sku, "\"A\\n\"")).hasSize(1);
        assertThat(violations(sku, "\"\ud83d\ude00\"")).hasSize(1);
        assertThat(parameters(sku, "\"a\"")).containsExactly(Map.entry("allowed", "A-Z0-9_-"));
        assertThat(value(string().characters("-a"), "\"-a\"")).isEqualTo("-a");
        assertThat(violations(string().characters("ac"), "\"b\"")).hasSize(1);
        assertThat(value(string().characters("\u00e0-\u00ff"), "\"\u00e9\"")).isEqualTo("\u00e9");
    }

    @Test
    void refusesCharactersThatMeanNothing() {
        assertThatThrownBy(() -> string().characters(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("characters must not be empty: name one, such as 'A-Z'");
        assertThatThrownBy(() -> string().characters("0-9z-a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "characters must be ranges upwards, of characters to U+FFFF, got 'z-a': put a hyphen that is "
                                + "meant itself at the end");
        for (String beyond : List.of("\ud83d\ude00", "a-\ud83d", "\ud83d-\uffff")) {
            assertThatThrownBy(() -> string().characters(beyond)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void takesOneOfTheseStrings() {
        StringDecoder decoder = string().oneOf("a", "b");

        assertThat(value(decoder, "\"b\"")).isEqualTo("b");
        assertThat(violations(decoder, "\"B\"")).containsExactly(" one_of must be one of: a, b");
        assertThat(parameters(decoder, "\"\"")).containsExactly(Map.entry("values", List.of("a", "b")));
    }

    @Test
    void matchesTheWholeString() {
        StringDecoder decoder = string().matching(Pattern.compile("[a-z]{2}"), "must be two letters");

        assertThat(value(decoder, "\"ab\"")).isEqualTo("ab");
        assertThat(violations(decoder, "\"abc\"")).containsExactly(" pattern must be two letters");
        assertThat(violations(decoder, "\"ab\\n\"")).containsExactly(" pattern must be two letters");
        assertThat(parameters(decoder, "\"\"")).containsExactly(Map.entry("pattern", "[a-z]{2}"));
    }

    @Test
    @Timeout(10)
    void matchedWhatWasTooLong() {
        StringDecoder decoder = string().maxLength(20).matching(Pattern.compile("(a+)+b"), "must be");

        assertThat(violations(decoder, JsonText.quote("a".repeat(10_000))))
                .containsExactly(" too_long must have at most 20 characters");
    }

    @Test
    void takesTheCheapStepsBehindOneThatIsNot() {
        StringDecoder decoder = string().maxLength(1)
                .matching(Pattern.compile("a"), "must be a")
                .oneOf("a");

        assertThat(violations(decoder, "\"bb\""))
                .containsExactly(" too_long must have at most 1 character", " one_of must be one of: a");
    }

    @Test
    void tellsWhatItsMessagesAreMadeOf() {
        assertThat(parameters(string(), "1")).containsExactly(Map.entry("expected", "string"));
        assertThat(parameters(string().minLength(2), "\"\"")).containsExactly(Map.entry("min", 2));
        assertThat(parameters(string().maxLength(1), "\"ab\"")).containsExactly(Map.entry("max", 1));
        assertThat(parameters(string().notBlank(), "\"\"")).isEmpty();
        assertThat(parameters(integer().min(2), "1")).containsExactly(Map.entry("min", 2));
        assertThat(parameters(integer().max(1), "2")).containsExactly(Map.entry("max", 1));
        assertThat(parameters(integer(), "true")).containsExactly(Map.entry("expected", "integer"));
        assertThat(parameters(bool(), "1")).containsExactly(Map.entry("expected", "boolean"));
    }
}
