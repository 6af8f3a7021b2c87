package io.github.securehttpapi.template;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The conversions CloudFormation makes between scalars: {@code "10"} is a number, {@code "true"} a boolean. */
final class Scalars {
    /** As long as a number in JSON may be (Jackson): reading a longer one takes time in the square of its length. */
    static final int MAX_NUMBER_LENGTH = 1000;

    /** Ours: no property takes such a number, and arithmetic with a greater exponent may fill the memory. */
    private static final int MAX_EXPONENT = 1000;

    /** Why {@link #bounded} refuses a number. */
    static final String UNBOUNDED = "Number has an exponent beyond " + MAX_EXPONENT;

    private Scalars() {}

    /** The number, or a NumberFormatException, as BigDecimal itself throws for exponents that are larger still. */
    static BigDecimal bounded(BigDecimal number) {
        if (Math.abs((long) number.precision() - number.scale()) > MAX_EXPONENT) {
            throw new NumberFormatException(UNBOUNDED);
        }
        return number;
    }

    static @Nullable String text(@Nullable Value value) {
        boolean scalar = value instanceof Value.Text || value instanceof Value.Numeric || value instanceof Value.Flag;
        return value != null && scalar ? Expression.of(value) : null;
    }

    static @Nullable Boolean flag(Value value) {
        if (value instanceof Value.Flag flag) {
            return flag.flag();
        }
        if (value instanceof Value.Text text
                && (text.text().equals("true") || text.text().equals("false"))) {
            return text.text().equals("true");
        }
        return null;
    }

    static @Nullable BigDecimal number(@Nullable Value value) {
        if (value instanceof Value.Numeric numeric) {
            return numeric.number();
        }
        if (!(value instanceof Value.Text text) || text.text().length() > MAX_NUMBER_LENGTH) {
            return null;
        }
        try {
            return new BigDecimal(text.text().strip());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    static @Nullable Integer wholeNumber(@Nullable Value value) {
        BigDecimal number = number(value);
        try {
            return number == null ? null : number.intValueExact();
        } catch (ArithmeticException fractionalOrTooLarge) {
            return null;
        }
    }
}
