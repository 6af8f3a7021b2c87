package io.github.securehttpapi.handler;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a string. Each method returns a decoder that also takes that step; the steps run in the order in which they
 * are written, so {@code string().trimmed().notBlank()} looks at what is left after trimming. A string that fails
 * several steps gets a violation for each.
 *
 * <p>Violations: {@code type}, {@code blank}, {@code too_short}, {@code too_long}, {@code control_character},
 * {@code email}.
 */
public final class StringDecoder extends Decoder<String> {
    static final StringDecoder ANY = new StringDecoder();

    private final Step[] steps;

    private StringDecoder(Step... steps) {
        this.steps = steps;
    }

    /**
     * Removes white space from both ends: what has Unicode's property White_Space, which is every space and line
     * separator, the no-break spaces included, and U+0009 to U+000D and U+0085, but no other control character.
     *
     * @return this decoder with that step
     */
    public StringDecoder trimmed() {
        return with(new Step() {
            @Override
            String apply(String value, Violations found) {
                return Whitespace.trim(value);
            }
        });
    }

    /**
     * Requires a character that is seen. What is not: white space; control and format characters, such as a zero-width
     * space; what else Unicode has as Default_Ignorable_Code_Point, such as a variation selector or a Hangul filler; and
     * the blank of braille, U+2800.
     *
     * @return this decoder with that step
     */
    public StringDecoder notBlank() {
        return with(new Step() {
            @Override
            String apply(String value, Violations found) {
                if (Whitespace.isBlank(value)) {
                    found.add("blank", "must not be blank");
                }
                return value;
            }
        });
    }

    /**
     * Refuses what would break out of one line, or show it otherwise than it reads: control characters, tab included,
     * the separators U+2028 and U+2029, and the bidirectional controls U+202A to U+202E and U+2066 to U+2069. For what
     * is to stand in a subject, a log line or a list; write it after {@link #trimmed} to forgive a line feed at the end.
     *
     * @return this decoder with that step
     */
    public StringDecoder singleLine() {
        return with(new Step() {
            @Override
            String apply(String value, Violations found) {
                if (Whitespace.hasControl(value)) {
                    found.add("control_character", "must be one line without control characters");
                }
                return value;
            }
        });
    }

    /**
     * Requires a length, counted in Unicode code points: an emoji of one code point is one character.
     *
     * @param characters the smallest length accepted
     * @return this decoder with that step
     * @throws IllegalArgumentException if {@code characters} is less than 1
     */
    public StringDecoder minLength(int characters) {
        requirePositive("minLength", characters);
        return with(new Step() {
            @Override
            String apply(String value, Violations found) {
                if (value.codePointCount(0, value.length()) < characters) {
                    found.add("too_short", "must have at least " + count(characters));
                }
                return value;
            }
        });
    }

    /**
     * Limits the length, counted in Unicode code points: an emoji of one code point is one character.
     *
     * @param characters the largest length accepted
     * @return this decoder with that step
     * @throws IllegalArgumentException if {@code characters} is less than 1
     */
    public StringDecoder maxLength(int characters) {
        requirePositive("maxLength", characters);
        return with(new Step() {
            @Override
            String apply(String value, Violations found) {
                if (value.codePointCount(0, value.length()) > characters) {
                    found.add("too_long", "must have at most " + count(characters));
                }
                return value;
            }
        });
    }

    /**
     * Requires an e-mail address: what browsers accept in {@code <input type=email>} (the HTML living standard's "valid
     * e-mail address"), at most 254 characters long and 64 of them before the {@code @} (RFC 5321, 4.5.3.1). That is
     * ASCII only, without quoted local parts, comments and address literals; a domain without a dot passes. Whether
     * mail arrives there, only mail can tell.
     *
     * @return this decoder with that step
     */
    public StringDecoder email() {
        return with(new Step() {
            @Override
            String apply(String value, Violations found) {
                if (!EmailAddress.isValid(value)) {
                    found.add("email", "must be an e-mail address");
                }
                return value;
            }
        });
    }

    private StringDecoder with(Step step) {
        Step[] extended = new Step[steps.length + 1];
        System.arraycopy(steps, 0, extended, 0, steps.length);
        extended[steps.length] = step;
        return new StringDecoder(extended);
    }

    private static void requirePositive(String name, int characters) {
        if (characters < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got '" + characters + "'");
        }
    }

    private static String count(int characters) {
        return characters == 1 ? "1 character" : characters + " characters";
    }

    @Override
    @Nullable String decode(JsonInput input, Violations found) throws IOException {
        if (!input.is(JsonToken.VALUE_STRING)) {
            found.add("type", "must be a string");
            input.skip();
            return null;
        }
        String value = input.text();
        for (Step step : steps) {
            value = step.apply(value, found);
        }
        return value;
    }

    /** Changes the value, or says what is wrong with it. */
    private abstract static class Step {
        abstract String apply(String value, Violations found);
    }
}
