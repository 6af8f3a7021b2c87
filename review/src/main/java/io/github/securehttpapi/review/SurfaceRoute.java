package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Experimental;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one route of an API offers, and to whom.
 *
 * @param api the API's logical id
 * @param route the route key
 * @param access who may call it: {@code public}, {@code public: REASON}, {@code JWT ISSUER}, {@code IAM},
 *     {@code Lambda authorizer NAME}, {@code unresolved}
 * @param scopes the scopes of which a token needs one, sorted
 * @param throttle requests per second and burst by stage, such as {@code 10/s, burst 20}; {@code account} in place of a number
 *     where the account's limit alone applies, {@code unresolved} where it is known only when deployed
 * @param function the logical id of the function, else what is called
 */
@Experimental
public record SurfaceRoute(
        String api, String route, String access, List<String> scopes, Map<String, String> throttle, String function) {
    private static final String PUBLIC = "public";

    /**
     * Sorts the scopes and the stages.
     *
     * @param api the API
     * @param route the route key
     * @param access the access
     * @param scopes the scopes
     * @param throttle the throttle
     * @param function the function
     */
    public SurfaceRoute {
        scopes = scopes.stream().sorted().distinct().toList();
        throttle = Collections.unmodifiableMap(new TreeMap<>(throttle));
    }

    /**
     * Whether anyone may call it.
     *
     * @return whether it has no authorization
     */
    public boolean isPublic() {
        return access.equals(PUBLIC) || access.startsWith(PUBLIC + ": ");
    }

    boolean isPreflight() {
        return route.startsWith("OPTIONS ");
    }
}
