package io.github.securehttpapi.handler;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a string. Each method returns a decoder that also takes that step; the steps run in the order in which they
 * are written, so {@code string().trimmed().notBlank()} looks at what is left after trimming. A string that fails
 * several steps gets a violation for each.
 *
 * <p>Violations: {@code type}, {@code blank}, {@code too_short}, {@code too_long}, {@code control_character},
 * {@code email}, {@code characters}, {@code one_of}, {@code pattern}.
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
            public String apply(String value, Violations found) {
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
            public @Nullable String apply(String value, Violations found) {
                if (Whitespace.isBlank(value)) {
                    found.add("blank", "must not be blank");
                    return null;
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
            public @Nullable String apply(String value, Violations found) {
                if (Whitespace.hasControl(value)) {
                    found.add("control_character", "must be one line without control characters");
                    return null;
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
            public @Nullable String apply(String value, Violations found) {
                if (value.codePointCount(0, value.length()) < characters) {
                    found.add("too_short", "must have at least " + count(characters), "min", characters);
                    return null;
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
            public @Nullable String apply(String value, Violations found) {
                if (value.codePointCount(0, value.length()) > characters) {
                    found.add("too_long", "must have at most " + count(characters), "max", characters);
                    return null;
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
            public @Nullable String apply(String value, Violations found) {
                if (!EmailAddress.isValid(value)) {
                    found.add("email", "must be an e-mail address");
                    return null;
                }
                return value;
            }
        });
    }

    /**
     * Requires that the string is made of these characters alone; the empty one is. Cheap, where a regular expression
     * costs a cold start 6 ms.
     *
     * <pre>{@code
     * string().characters("A-Z0-9-").minLength(4)
     * }</pre>
     *
     * @param allowed characters and ranges of them, as between a regular expression's brackets, but without classes and
     *     escapes: a hyphen that is meant itself stands at either end
     * @return this decoder with that step
     * @throws IllegalArgumentException if {@code allowed} is empty, has a range downwards or a character beyond U+FFFF
     */
    public StringDecoder characters(String allowed) {
        CharacterSet set = CharacterSet.of(allowed);
        return with(new Step() {
            @Override
            public @Nullable String apply(String value, Violations found) {
                if (!set.areAllOf(value)) {
                    found.add("characters", "must have no characters but " + allowed, "allowed", allowed);
                    return null;
                }
                return value;
            }
        });
    }

    /**
     * Requires one of these strings, in this very case. For values of an enum there is {@link Decoders#enumOf}.
     *
     * @param values the strings accepted
     * @return this decoder with that step
     */
    public StringDecoder oneOf(String... values) {
        List<String> allowed = List.of(values);
        return with(new Step() {
            @Override
            public @Nullable String apply(String value, Violations found) {
                if (!allowed.contains(value)) {
                    ChoiceDecoder.refuse(allowed, found);
                    return null;
                }
                return value;
            }
        });
    }

    /**
     * Requires that a regular expression matches the whole string. It is not asked about a string that has failed a
     * step before: write {@link #maxLength} first, and none that is longer is matched.
     *
     * <p>Beware of expressions that backtrack: {@code (a+)+b} takes a second for 30 letters and twice that for each one
     * more, on one thread, while the client waits and others with it. Repetitions that follow each other and take the
     * same characters backtrack too: {@code a*a*a*b} takes seconds for 3,000 letters. Safe is an expression whose
     * repetitions are possessive, {@code a++}, or leave no choice of where one ends and the next begins, as in {@code
     * [a-z]+-[0-9]+}. A repeated group of alternatives, {@code (a|b)*}, recurses for each round: some thousand
     * characters overflow the stack, and the client is answered 500. The first use costs a cold start 6 ms: {@link
     * #characters} does not.
     *
     * @param pattern the expression
     * @param message what is wrong with a string that it does not match, such as {@code must be a stock number such as
     *     AB-1234}
     * @return this decoder with that step
     */
    public StringDecoder matching(Pattern pattern, String message) {
        Objects.requireNonNull(pattern, "pattern must not be null");
        Objects.requireNonNull(message, "message must not be null");
        return with(new Step() {
            @Override
            public boolean isCheap() {
                return false;
            }

            @Override
            public @Nullable String apply(String value, Violations found) {
                if (!pattern.matcher(value).matches()) {
                    found.add("pattern", message, "pattern", pattern.pattern());
                    return null;
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
    @Nullable String decode(Input input, Violations found) throws IOException {
        String text = input.stringOrViolation(found);
        return text == null ? null : narrow(text, found);
    }

    /** Takes the steps: what becomes of {@code text}, or null after adding what is wrong to {@code found}. */
    @Nullable String narrow(String text, Violations found) {
        String value = text;
        boolean sound = true;
        for (Step step : steps) {
            if (sound || step.isCheap()) {
                String next = step.apply(value, found);
                sound &= next != null;
                value = next == null ? value : next;
            }
        }
        return sound ? value : null;
    }

    /**
     * Changes the value, or says what is wrong with it and returns null. An interface, since of a class the JVM would load
     * every step there is, to verify that it is one.
     */
    private interface Step {
        @Nullable String apply(String value, Violations found);

        /** Whether a value that is refused anyway may be looked at once more. */
        default boolean isCheap() {
            return true;
        }
    }
}
