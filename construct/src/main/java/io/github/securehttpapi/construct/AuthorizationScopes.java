package io.github.securehttpapi.construct;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** OAuth scopes that API Gateway will take for a route, and that a token can carry. */
final class AuthorizationScopes {
    /** "Quotas for configuring and running an HTTP API in API Gateway": scopes per route; cannot be raised. */
    private static final int MOST = 10;

    private AuthorizationScopes() {}

    /** Tokens of the CDK pass: a list of them is a list of one, without a space. */
    static List<String> require(List<String> scopes, String name) {
        if (scopes.size() > MOST) {
            throw new IllegalArgumentException(name + " must be at most " + MOST + ", got '" + scopes.size()
                    + "': any one of them suffices, so name one that all callers have");
        }
        Set<String> known = new HashSet<>();
        for (String scope : scopes) {
            // RFC 6749, section 3.3: a token's scopes are separated by spaces.
            if (scope.isEmpty() || scope.chars().anyMatch(Character::isWhitespace)) {
                throw new IllegalArgumentException(
                        name + " must be words, got '" + scope + "': no token carries such a scope");
            }
            if (!known.add(scope)) {
                throw new IllegalArgumentException(
                        name + " must be named once each, got '" + scope + "' a second time: drop it");
            }
        }
        return List.copyOf(scopes);
    }
}
