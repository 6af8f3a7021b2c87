package io.github.securehttpapi.local.internal.lambdaauth;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an authorizer's function answered.
 *
 * @param authorized the simple response's verdict; of no meaning if there is a policy
 * @param policy the policy, or null for a simple response
 * @param contextJson the context as a JSON object, or {@code null}
 * @param variables the access log's variables, by name
 */
record Answer(boolean authorized, @Nullable Policy policy, String contextJson, Map<String, String> variables) {
    Answer {
        variables = Map.copyOf(variables);
    }

    boolean allows(String routeArn) {
        return policy == null ? authorized : policy.allows(routeArn);
    }
}
