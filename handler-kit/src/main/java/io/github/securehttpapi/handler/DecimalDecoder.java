package io.github.securehttpapi.handler;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a number into a {@link BigDecimal}, exactly as it is written: {@code 1.50} has two digits behind the point,
 * and {@code 1.5e3} is 1500.
 *
 * <p>The digits are bounded as they would be written without exponent, by default to {@value #DEFAULT_MAX_DIGITS} before
 * and as many behind the point: whoever adds 1 to 1e1000000000, or prints it, runs out of memory.
 *
 * <p>Violations: {@code type}, {@code too_many_digits}, {@code too_small}, {@code too_large}.
 */
public final class DecimalDecoder extends Decoder<BigDecimal> {
    /** How many digits a number has at most on either side of its point, unless {@link #digits} says otherwise: 34. */
    // Those of a decimal128 of IEEE 754, the largest that databases and other languages commonly hold.
    public static final int DEFAULT_MAX_DIGITS = 34;

    static final DecimalDecoder ANY = new DecimalDecoder(DEFAULT_MAX_DIGITS, DEFAULT_MAX_DIGITS, null, null);

    private final int integer;
    private final int fraction;
    private final @Nullable BigDecimal min;
    private final @Nullable BigDecimal max;

    private DecimalDecoder(int integer, int fraction, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new IllegalArgumentException("min must be at most max, got '" + min + "' and '" + max + "'");
        }
        this.integer = integer;
        this.fraction = fraction;
        this.min = min;
        this.max = max;
    }

    /**
     * Limits the digits: {@code digits(7, 2)} for up to 9999999.99.
     *
     * @param integer the most digits before the point, from 1 to 400
     * @param fraction the most digits behind the point, from 0 to 400
     * @return this decoder with those limits
     * @throws IllegalArgumentException if a limit is out of its range
     */
    public DecimalDecoder digits(int integer, int fraction) {
        requireDigits("integer", integer, 1);
        requireDigits("fraction", fraction, 0);
        return new DecimalDecoder(integer, fraction, min, max);
    }

    private static void requireDigits(String name, int digits, int least) {
        if (digits < least || digits > Json.MAX_NUMBER_LENGTH) {
            throw new IllegalArgumentException(
                    name + " must be from " + least + " to " + Json.MAX_NUMBER_LENGTH + ", got '" + digits + "'");
        }
    }

    /**
     * Requires a number no smaller than this.
     *
     * @param min the smallest number accepted
     * @return this decoder with that bound
     * @throws IllegalArgumentException if {@code min} is above the upper bound
     */
    public DecimalDecoder min(BigDecimal min) {
        return new DecimalDecoder(integer, fraction, Objects.requireNonNull(min, "min must not be null"), max);
    }

    /**
     * Requires a number no larger than this.
     *
     * @param max the largest number accepted
     * @return this decoder with that bound
     * @throws IllegalArgumentException if {@code max} is below the lower bound
     */
    public DecimalDecoder max(BigDecimal max) {
        return new DecimalDecoder(integer, fraction, min, Objects.requireNonNull(max, "max must not be null"));
    }

    @Override
    @Nullable BigDecimal decode(Input input, Violations found) throws IOException {
        String number = input.number();
        if (number == null) {
            input.refuseType("number", "must be a number", found);
            return null;
        }
        BigDecimal value = bounded(number);
        if (value == null) {
            found.add("too_many_digits", tooManyDigits(), Map.of("integer", integer, "fraction", fraction));
            return null;
        }
        return isInRange(value, found) ? value : null;
    }

    private @Nullable BigDecimal bounded(String number) {
        // Longer than any number of a body: only a parameter can be.
        if (number.length() > Json.MAX_NUMBER_LENGTH) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(number);
            long integerDigits = (long) value.precision() - value.scale();
            if (integerDigits > integer || value.scale() > fraction) {
                return null;
            }
            return value.scale() < 0 ? value.setScale(0) : value;
        } catch (NumberFormatException exponentBeyondAnInt) {
            return null;
        }
    }

    private String tooManyDigits() {
        String most = "must have at most " + integer + (integer == 1 ? " digit" : " digits") + " before the point and ";
        return most + (fraction == 0 ? "none" : String.valueOf(fraction)) + " behind it";
    }

    private boolean isInRange(BigDecimal value, Violations found) {
        if (min != null && value.compareTo(min) < 0) {
            found.add("too_small", "must be at least " + min.toPlainString(), "min", min);
            return false;
        }
        if (max != null && value.compareTo(max) > 0) {
            found.add("too_large", "must be at most " + max.toPlainString(), "max", max);
            return false;
        }
        return true;
    }
}
