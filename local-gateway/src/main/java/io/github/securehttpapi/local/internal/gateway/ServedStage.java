package io.github.securehttpapi.local.internal.gateway;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stage at work.
 *
 * @param name its name
 * @param variables its stage variables
 * @param buckets the token bucket of each route key that is throttled
 * @param accessLog its access-log format, or null if it logs nothing
 */
public record ServedStage(
        String name,
        Map<String, String> variables,
        Map<String, TokenBucket> buckets,
        @Nullable AccessLogFormat accessLog) {
    boolean throttles(String routeKey) {
        TokenBucket bucket = buckets.get(routeKey);
        return bucket != null && !bucket.take();
    }
}
