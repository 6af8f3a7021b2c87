package io.github.securehttpapi.local.internal.jwt;

/**
 * A token that is not accepted.
 *
 * <p>API Gateway's descriptions are recorded for a token in too few or too many segments, an algorithm that is not RSA,
 * another issuer or audience, and keys that cannot be read. The others here follow their style.
 */
final class Rejection extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean scope;

    private Rejection(String description, boolean scope) {
        super(description, null, false, false);
        this.scope = scope;
    }

    static Rejection invalid(String description) {
        return new Rejection(description, false);
    }

    static Rejection outOfScope() {
        return new Rejection("the token has none of the route's scopes", true);
    }

    /** Whether the token is good, but not for this route. */
    boolean isForScope() {
        return scope;
    }

    String description() {
        return String.valueOf(getMessage());
    }
}
