package io.github.securehttpapi.handler;

import static io.github.securehttpapi.handler.Decoders.date;
import static io.github.securehttpapi.handler.Decoders.field;
import static io.github.securehttpapi.handler.Decoders.integer;
import static io.github.securehttpapi.handler.Decoders.object;
import static io.github.securehttpapi.handler.Decoders.string;
import static io.github.securehttpapi.handler.Decoding.parameters;
import static io.github.securehttpapi.handler.Decoding.value;
import static io.github.securehttpapi.handler.Decoding.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that only a function's author knows. */
final class RuleTest {
    private record Stay(LocalDate from, LocalDate to) {}

    private static final Decoder<Stay> STAY = stay();

    private static Decoder<Stay> stay() {
        // snippet:cross-field
        Decoder<Stay> stay = object(Stay::new, field("from", date()), field("to", date()))
                .check(
                        "/to",
                        "before_from",
                        "must not be before from",
                        value -> !value.to().isBefore(value.from()));
        // end
        return stay;
    }

    private record Isbn(String digits) {
        static boolean isValid(String text) {
            return text.length() == 13;
        }
    }

    private static Decoder<Isbn> isbn() {
        // snippet:refine
        Decoder<Isbn> isbn = string().refine(text -> Isbn.isValid(text)
                ? Refined.value(new Isbn(text))
                : Refined.<Isbn>violation("isbn", "must be an ISBN of 13 digits")
                        .with("digits", 13));
        // end
        return isbn;
    }

    @Nested
    final class Checking {
        @Test
        void blamesThePartThatItNames() {
            assertThat(value(STAY, "{\"from\":\"2025-04-14\",\"to\":\"2025-04-14\"}"))
                    .isEqualTo(new Stay(LocalDate.of(2025, 4, 14), LocalDate.of(2025, 4, 14)));
            assertThat(violations(STAY, "{\"from\":\"2025-04-14\",\"to\":\"2025-04-13\"}"))
                    .containsExactly("/to before_from must not be before from");
        }

        @Test
        void blamesItBelowTheFieldThatHoldsTheValue() {
            Decoder<Stay> nested =
                    object((Stay stay, Integer guests) -> stay, field("stay", STAY), field("guests", integer()));

            assertThat(violations(
                            nested, "{\"stay\":{\"from\":\"2025-04-14\",\"to\":\"2025-04-13\"},\"guests\":\"x\"}"))
                    .containsExactly(
                            "/stay/to before_from must not be before from", "/guests type must be a whole number");
        }

        @Test
        void asksEveryRule() {
            Decoder<Integer> decoder = integer()
                    .check("odd", "must be odd", n -> n % 2 == 1)
                    .check("small", "must be over 9", n -> n > 9)
                    .check("/x", "never", "must not be", n -> true);

            assertThat(value(decoder, "11")).isEqualTo(11);
            assertThat(violations(decoder, "8")).containsExactly(" odd must be odd", " small must be over 9");
            assertThat(violations(decoder, "9")).containsExactly(" small must be over 9");
            assertThat(violations(decoder, "10")).containsExactly(" odd must be odd");
        }

        @Test
        void leavesTheDecoderItStartedFromAsItWas() {
            Decoder<Integer> odd = integer().check("odd", "must be odd", n -> n % 2 == 1);

            odd.check("small", "must be over 9", n -> n > 9);

            assertThat(value(odd, "1")).isEqualTo(1);
        }

        @Test
        void asksNothingOfAValueThatIsUnsound() {
            Decoder<String> decoder = string().maxLength(1).check("never", "must not be asked", text -> {
                throw new IllegalStateException("asked");
            });

            assertThat(violations(decoder, "\"ab\"")).containsExactly(" too_long must have at most 1 character");
            assertThat(violations(decoder, "1")).containsExactly(" type must be a string");
        }

        @Test
        void letsABugBeABug() {
            Decoder<String> decoder = string().check("bug", "must be", text -> {
                throw new IllegalStateException("a bug");
            });

            assertThatThrownBy(() -> value(decoder, "\"\""))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("a bug");
        }

        @Test
        void refusesWhatIsNoPointer() {
            assertThatThrownBy(() -> string().check("to", "code", "must be", text -> true))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("pointer must be empty or begin with '/', got 'to': write '/to'");
            for (String pointer : List.of("/a~b", "/~0/~")) {
                assertThatThrownBy(() -> string().check(pointer, "code", "must be", text -> true))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("pointer must have 0 or 1 after each '~', got '" + pointer
                                + "': write '~0' for a tilde in a name, and '~1' for a slash");
            }
        }

        @Test
        @SuppressWarnings("NullAway") // A caller that is not null-checked can do this.
        void refusesNull() {
            assertThatThrownBy(() -> string().check(null, "must be", text -> true))
                    .hasMessage("code must not be null");
            assertThatThrownBy(() -> string().check("code", null, text -> true)).hasMessage("message must not be null");
            assertThatThrownBy(() -> string().check("code", "must be", null)).hasMessage("rule must not be null");
            assertThatThrownBy(() -> string().map(null)).hasMessage("function must not be null");
            assertThatThrownBy(() -> string().refine(null)).hasMessage("function must not be null");
        }
    }

    @Nested
    final class Refining {
        @Test
        void makesSomethingOfTheValue() {
            assertThat(value(isbn(), "\"9783161484100\"")).isEqualTo(new Isbn("9783161484100"));
        }

        @Test
        void tellsWhatIsWrong() {
            assertThat(violations(isbn(), "\"x\"")).containsExactly(" isbn must be an ISBN of 13 digits");
            assertThat(parameters(isbn(), "\"x\"")).containsExactly(Map.entry("digits", 13));
        }

        @Test
        void blamesThePartThatItNames() {
            Decoder<Stay> decoder = STAY.refine(stay -> Refined.<Stay>violation("taken", "must be free")
                    .with("a", 1)
                    .at("/from")
                    .with("b", 2));

            assertThat(violations(decoder, "{\"from\":\"2025-04-14\",\"to\":\"2025-04-14\"}"))
                    .containsExactly("/from taken must be free");
            assertThat(parameters(decoder, "{\"from\":\"2025-04-14\",\"to\":\"2025-04-14\"}"))
                    .containsOnly(Map.entry("a", 1), Map.entry("b", 2));
            assertThat(violations(
                            object((Stay stay, String a) -> stay, field("stay", decoder), field("a", string())),
                            "{\"stay\":{\"from\":\"2025-04-14\",\"to\":\"2025-04-14\"},\"a\":1}"))
                    .containsExactly("/stay/from taken must be free", "/a type must be a string");
        }

        @Test
        void handlersOwnPointerToAClientsNameFailedForItsTilde() {
            Decoder<String> decoder = string().refine(text ->
                    Refined.<String>violation("unknown", "must be known").at("/" + text));

            assertThat(violations(decoder, "\"a~b\"")).containsExactly("/a~0b unknown must be known");
        }

        @Test
        void keepsAValueThatIsRightWhateverIsSaidOfIt() {
            Decoder<String> decoder =
                    string().refine(text -> Refined.value(text + "!").at("/a").with("b", 1));

            assertThat(value(decoder, "\"a\"")).isEqualTo("a!");
        }

        @Test
        void asksNothingOfAValueThatIsUnsound() {
            Decoder<String> decoder = string().maxLength(1).refine(text -> {
                throw new IllegalStateException("asked");
            });

            assertThat(violations(decoder, "\"ab\"")).containsExactly(" too_long must have at most 1 character");
        }

        @Test
        @SuppressWarnings("NullAway") // What a function that is not null-checked can do.
        void refusesNull() {
            assertThatThrownBy(() -> value(string().refine(text -> null), "\"\""))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("function must return a Refined, got null");
            assertThatThrownBy(() -> Refined.value(null)).hasMessage("value must not be null");
            assertThatThrownBy(() -> Refined.violation(null, "")).hasMessage("code must not be null");
            assertThatThrownBy(() -> Refined.violation("", null)).hasMessage("message must not be null");
            assertThatThrownBy(() -> Refined.violation("", "").with(null, "")).hasMessage("parameter must not be null");
            assertThatThrownBy(() -> Refined.violation("", "").with("", null)).hasMessage("value must not be null");
        }

        @Test
        void refusesWhatIsNoPointer() {
            assertThatThrownBy(() -> Refined.violation("", "").at("from"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("pointer must be empty or begin with '/', got 'from': write '/from'");
        }
    }

    @Nested
    final class Mapping {
        @Test
        void makesSomethingOfEveryValue() {
            Decoder<Integer> decoder = string().trimmed().map(String::length).map(n -> n + 1);

            assertThat(value(decoder, "\" a\"")).isEqualTo(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "\"ab\""})
        void asksNothingOfAValueThatIsUnsound(String json) {
            Decoder<String> decoder = string().maxLength(1).map(text -> {
                throw new IllegalStateException("asked");
            });

            assertThat(violations(decoder, json)).hasSize(1);
        }

        @Test
        @SuppressWarnings("NullAway") // What a function that is not null-checked can do.
        void refusesNull() {
            assertThatThrownBy(() -> value(string().map(text -> null), "\"\""))
                    .isInstanceOf(NullPointerException.class)
                    .hasMessage("function must return a value, got null");
        }
    }
}
