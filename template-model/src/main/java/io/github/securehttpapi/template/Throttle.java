package io.github.securehttpapi.template;

/**
 * A token bucket's size. Route settings replace the stage's rather than merge with them.
 *
 * @param rateLimit requests per second, {@code ThrottlingRateLimit}
 * @param burstLimit the bucket's capacity in requests, {@code ThrottlingBurstLimit}
 */
public record Throttle(Property<Double> rateLimit, Property<Integer> burstLimit) {
    static Throttle of(Properties settings) {
        return new Throttle(settings.number("ThrottlingRateLimit"), settings.wholeNumber("ThrottlingBurstLimit"));
    }

    /**
     * Whether neither number is set.
     *
     * @return whether the account's limits alone apply
     */
    public boolean isAbsent() {
        return rateLimit.isAbsent() && burstLimit.isAbsent();
    }
}
