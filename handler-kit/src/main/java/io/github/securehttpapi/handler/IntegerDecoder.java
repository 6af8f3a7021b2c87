package io.github.securehttpapi.handler;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a whole number that fits an {@code int}. It must be written as one: {@code 1.0} and {@code 1e3} are refused.
 * Violations: {@code type}, {@code too_small}, {@code too_large}.
 */
public final class IntegerDecoder extends Decoder<Integer> {
    static final IntegerDecoder ANY = new IntegerDecoder(Integer.MIN_VALUE, Integer.MAX_VALUE);

    /** Any number with no more characters than this, the sign included, fits a long. */
    private static final int SAFE_LENGTH = 18;

    private final int min;
    private final int max;

    private IntegerDecoder(int min, int max) {
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
    public IntegerDecoder min(int min) {
        return new IntegerDecoder(min, max);
    }

    /**
     * Requires a number no larger than this.
     *
     * @param max the largest number accepted
     * @return this decoder with that bound
     * @throws IllegalArgumentException if {@code max} is below the lower bound
     */
    public IntegerDecoder max(int max) {
        return new IntegerDecoder(min, max);
    }

    @Override
    @Nullable Integer decode(Input input, Violations found) throws IOException {
        String number = input.wholeNumber();
        if (number == null) {
            input.refuseType("integer", "must be a whole number", found);
            return null;
        }
        long value = saturated(number);
        if (value < min) {
            found.add("too_small", "must be at least " + min, "min", min);
            return null;
        }
        if (value > max) {
            found.add("too_large", "must be at most " + max, "max", max);
            return null;
        }
        return (int) value;
    }

    // JSON has no leading zeros, so a long number is a large one.
    private static long saturated(String number) {
        if (number.length() <= SAFE_LENGTH) {
            return Long.parseLong(number);
        }
        return number.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
