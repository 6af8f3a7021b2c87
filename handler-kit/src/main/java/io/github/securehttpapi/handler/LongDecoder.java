package io.github.securehttpapi.handler;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a whole number that fits a {@code long}. It must be written as one: {@code 1.0} and {@code 1e3} are refused.
 * Clients in JavaScript lose digits beyond 2<sup>53</sup>: take ids of that size as strings.
 * Violations: {@code type}, {@code too_small}, {@code too_large}.
 */
public final class LongDecoder extends Decoder<Long> {
    static final LongDecoder ANY = new LongDecoder(Long.MIN_VALUE, Long.MAX_VALUE);

    /** Of {@link Long#MIN_VALUE}, in characters. JSON has no leading zeros, so what is longer does not fit. */
    private static final int MAX_LENGTH = 20;

    private final long min;
    private final long max;

    private LongDecoder(long min, long max) {
        if (min > max) {
            throw new IllegalArgumentException("min must be at most max, got '" + min + "' and '" + max + "'");
        }
        this.min = min;
        this.max = max;
    }

    /**
     * Requires a number no smaller than this.
     *
     * @param min the smallest number accepted
     * @return this decoder with that bound
     * @throws IllegalArgumentException if {@code min} is above the upper bound
     */
    public LongDecoder min(long min) {
        return new LongDecoder(min, max);
    }

    /**
     * Requires a number no larger than this.
     *
     * @param max the largest number accepted
     * @return this decoder with that bound
     * @throws IllegalArgumentException if {@code max} is below the lower bound
     */
    public LongDecoder max(long max) {
        return new LongDecoder(min, max);
    }

    @Override
    @Nullable Long decode(Input input, Violations found) throws IOException {
        String number = input.wholeNumber();
        if (number == null) {
            input.refuseType("integer", "must be a whole number", found);
            return null;
        }
        Long value = fitting(number);
        boolean negative = number.charAt(0) == '-';
        if (value == null ? negative : value < min) {
            found.add("too_small", "must be at least " + min, "min", min);
            return null;
        }
        if (value == null || value > max) {
            found.add("too_large", "must be at most " + max, "max", max);
            return null;
        }
        return value;
    }

    private static @Nullable Long fitting(String number) {
        if (number.length() > MAX_LENGTH) {
            return null;
        }
        try {
            return Long.valueOf(number);
        } catch (NumberFormatException doesNotFit) {
            return null;
        }
    }
}
