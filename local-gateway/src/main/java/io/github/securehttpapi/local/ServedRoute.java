package io.github.securehttpapi.local;

import io.github.securehttpapi.template.Experimental;
import org.jspecify.annotations.Nullable;

/**
 * A line of the route table: a route on a stage.
 *
 * @param stage the stage's name
 * @param routeKey the route key
 * @param access {@code public: } and the reason the template gives, and whether it has an authorizer that is not applied;
 *     or its authorizer, such as {@code JWT MembersAuthorizer scopes members:read}, {@code IAM}, or {@code Lambda
 *     authorizer} and its name
 * @param throttle the token bucket, or null if the route is not throttled
 * @param integration the logical id of the function that it calls; {@code HTTP proxy}; or {@code stub}, which answers 501
 * @param target the function's handler, the method and the URL of an HTTP proxy, or empty for a stub
 */
@Experimental
public record ServedRoute(
        String stage,
        String routeKey,
        String access,
        @Nullable Bucket throttle,
        String integration,
        String target) {
    /**
     * A token bucket's size.
     *
     * @param rateLimit requests per second
     * @param burstLimit the capacity in requests
     * @param ofRoute whether the route has settings of its own, rather than the stage's
     */
    @Experimental
    public record Bucket(double rateLimit, int burstLimit, boolean ofRoute) {}
}
