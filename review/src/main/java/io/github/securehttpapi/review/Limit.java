package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Throttle;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two numbers of a throttle, and what they are judged by: the account's, which are the default quotas ("Throttle
 * requests to your HTTP APIs", API Gateway developer guide).
 */
enum Limit {
    /** Requests a second. */
    RATE("ThrottlingRateLimit", 10, 10_000) {
        @Override
        Property<? extends Number> of(Throttle throttle) {
            return throttle.rateLimit();
        }
    },
    /** Requests at once. */
    BURST("ThrottlingBurstLimit", 20, 5_000) {
        @Override
        Property<? extends Number> of(Throttle throttle) {
            return throttle.burstLimit();
        }
    };

    private final String property;
    private final int strict;
    private final int account;

    Limit(String property, int strict, int account) {
        this.property = property;
        this.strict = strict;
        this.account = account;
    }

    abstract Property<? extends Number> of(Throttle throttle);

    String property() {
        return property;
    }

    /** What SecureHttpApi gives a stage: enough for a form, and what a small function can take. */
    int strict() {
        return strict;
    }

    int account() {
        return account;
    }

    /** A tenth of the account's: for an API that expects much, and yet leaves the others their share. */
    int share() {
        return account / 10;
    }

    static List<Limit> missing(@Nullable Throttle throttle) {
        return Arrays.stream(values())
                .filter(limit -> throttle == null || limit.of(throttle).isAbsent())
                .toList();
    }

    /** Whether no route needs less: both numbers are SecureHttpApi's or below, what is missing set to what fits. */
    static boolean isStrict(@Nullable Throttle throttle) {
        return Arrays.stream(values()).allMatch(limit -> {
            boolean missing = missing(throttle).contains(limit);
            double number = missing || throttle == null
                    ? limit.fitting(throttle)
                    : limit.of(throttle).value().map(Number::doubleValue).orElse(Double.MAX_VALUE);
            return number <= limit.strict;
        });
    }

    /** A number to go with the other one, as SecureHttpApi has twice the rate for a burst. */
    int fitting(@Nullable Throttle throttle) {
        Optional<Double> other = throttle == null
                ? Optional.empty()
                : (this == RATE ? BURST : RATE).of(throttle).value().map(Number::doubleValue);
        double factor = this == RATE ? 0.5 : 2;
        return other.map(number -> (int) Math.max(1, Math.min(share(), Math.ceil(number * factor))))
                .orElse(strict);
    }

    static BigDecimal plain(Number number) {
        BigDecimal plain = new BigDecimal(number.toString()).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    static String shown(Property<? extends Number> number) {
        return number.value().map(value -> plain(value).toPlainString()).orElseGet(number::toString);
    }
}
