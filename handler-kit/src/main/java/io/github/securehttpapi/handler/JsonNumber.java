package io.github.securehttpapi.handler;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers as JSON has them: RFC 8259, 6. */
final class JsonNumber {
    /**
     * Of a number written out. What Jackson reads unless told otherwise; and {@code 1E+1000000000}, sixteen bytes of
     * input, is a gigabyte of zeros in plain form.
     */
    static final int MAX_DIGITS = 1_000;

    /** 2<sup>3322</sup> has 1,001 digits: what has more bits has more than {@link #MAX_DIGITS}. */
    private static final int MAX_BITS = 3_322;

    private JsonNumber() {}

    static double requireFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    what + " must be a finite number, got '" + value + "': leave it out, or put null");
        }
        return value;
    }

    /** {@code value} in digits; a decimal without an exponent, since not every reader takes one for a sum of money. */
    static String text(String what, Number value) {
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return Long.toString(value.longValue());
        }
        if (value instanceof Double) {
            return Double.toString(requireFinite(what, value.doubleValue()));
        }
        if (value instanceof Float) {
            requireFinite(what, value.doubleValue());
            return Float.toString(value.floatValue());
        }
        if (value instanceof BigDecimal decimal) {
            return text(what, decimal);
        }
        if (value instanceof BigInteger integer) {
            return text(what, integer);
        }
        throw new IllegalArgumentException(what + " must be a number of java.lang or java.math, got a '"
                + value.getClass().getName() + "': convert it to one");
    }

    private static String text(String what, BigDecimal value) {
        // Precision first: for zero it is 1, and the scale says how many more there are, before the point or behind it.
        requireDigits(what, value.precision() + Math.abs((long) value.scale()) <= MAX_DIGITS);
        return value.toPlainString();
    }

    private static String text(String what, BigInteger value) {
        requireDigits(what, value.bitLength() <= MAX_BITS);
        return value.toString();
    }

    // Not quoted: writing the digits out is what is refused.
    private static void requireDigits(String what, boolean few) {
        if (!few) {
            throw new IllegalArgumentException(what + " must have at most " + MAX_DIGITS
                    + " digits when written out: round it, or put it as text");
        }
    }
}
