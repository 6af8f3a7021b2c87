package io.github.securehttpapi.construct;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;

/** The checks on throttles that the CDK leaves to the deployment, or to the first caller who gets a 429. */
final class Throttle {
    private Throttle() {}

    static void require(ThrottleSettings settings, String name) {
        Number rate = requirePresent(settings.getRateLimit(), name, "rateLimit");
        Number burst = requirePresent(settings.getBurstLimit(), name, "burstLimit");
        if (!(rate.doubleValue() > 0 && Double.isFinite(rate.doubleValue())) && !isToken(rate)) {
            throw new IllegalArgumentException("rateLimit in " + name + " must be above 0 requests per second, got '"
                    + rate + "': 0 would answer 429 to every call");
        }
        if (!(burst.doubleValue() >= 1 && burst.doubleValue() == burst.intValue()) && !isToken(burst)) {
            throw new IllegalArgumentException("burstLimit in " + name + " must be a whole number of requests from 1,"
                    + " got '" + burst + "': it is how many may arrive at once");
        }
    }

    /**
     * Settings as {@code AWS::ApiGatewayV2::Stage} takes them for one route. They replace the stage's defaults as a whole,
     * so that all of them are rendered.
     */
    static Map<String, Object> toRouteSettings(ThrottleSettings settings) {
        return Map.of(
                "DetailedMetricsEnabled", true,
                "ThrottlingBurstLimit", settings.getBurstLimit(),
                "ThrottlingRateLimit", settings.getRateLimit());
    }

    private static Number requirePresent(@Nullable Number limit, String name, String property) {
        if (limit == null) {
            throw new IllegalArgumentException(name + " must set rateLimit and burstLimit, got no " + property
                    + ": API Gateway may take a missing one for 0");
        }
        return limit;
    }

    /** Tokens are large negative numbers, so that only a limit out of range is worth a call to the kernel. */
    private static boolean isToken(Number limit) {
        return Boolean.TRUE.equals(Token.isUnresolved(limit));
    }
}
