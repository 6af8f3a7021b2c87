package io.github.securehttpapi.template;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An authorizer of an HTTP API.
 *
 * @param resource the resource as declared
 * @param name its name
 * @param type {@code JWT} or {@code REQUEST}
 * @param identitySources where the credentials are read from
 * @param issuer a JWT authorizer's issuer
 * @param audience a JWT authorizer's audiences
 * @param function the function of a Lambda authorizer; null if it is none of this template
 * @param payloadFormatVersion {@code 1.0} or {@code 2.0} for a Lambda authorizer
 * @param simpleResponses whether a Lambda authorizer answers yes or no, rather than with a policy that names routes;
 *     with a policy where absent
 * @param resultTtl for how long a Lambda authorizer's answer is kept and used again, not at all where absent
 */
public record Authorizer(
        Resource resource,
        Property<String> name,
        Property<String> type,
        Property<List<String>> identitySources,
        Property<String> issuer,
        Property<List<String>> audience,
        @Nullable LambdaFunction function,
        Property<String> payloadFormatVersion,
        Property<Boolean> simpleResponses,
        Property<Duration> resultTtl) {
    /**
     * The authorizer's logical id.
     *
     * @return the logical id
     */
    public String logicalId() {
        return resource.logicalId();
    }
}
