package io.github.securehttpapi.local.internal.jwt;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom a JWT authorizer trusts, and for what (API Gateway developer guide, http-api-jwt-authorizer.html).
 *
 * @param authorizer the authorizer's logical id
 * @param source where a request has its token
 * @param issuer who has to have issued it
 * @param audiences for one of whom it has to be
 */
record JwtConfiguration(String authorizer, TokenSource source, String issuer, List<String> audiences) {
    private static final int MILLIS_SCALE = 3;

    JwtConfiguration {
        audiences = List.copyOf(audiences);
    }

    /** The checks in the guide's order; the scopes come last, since a token has to be good before it can lack one. */
    void check(Claims claims, Clock clock) throws Rejection {
        if (!issuer.equals(claims.text("iss"))) {
            throw Rejection.invalid("issuer does not match");
        }
        audience(claims);
        BigDecimal now = BigDecimal.valueOf(clock.millis(), MILLIS_SCALE);
        expiry(claims, now);
        begun(claims, "nbf", now, "the token is not valid yet");
        begun(claims, "iat", now, "the token was issued in the future");
    }

    /** Which of a route's scopes the token has: at least one, if the route has any. */
    static List<String> granted(Claims claims, Set<String> scopes) throws Rejection {
        if (scopes.isEmpty()) {
            return List.of();
        }
        Set<String> granted = new LinkedHashSet<>();
        for (String claim : claims.texts(claims.has("scope") ? "scope" : "scp")) {
            for (String scope : claim.split(" ", -1)) {
                if (scopes.contains(scope)) {
                    granted.add(scope);
                }
            }
        }
        if (granted.isEmpty()) {
            throw Rejection.outOfScope();
        }
        return List.copyOf(granted);
    }

    /** {@code client_id} is looked at only if there is no {@code aud}: an empty one, or a null, is one. */
    private void audience(Claims claims) throws Rejection {
        String client = claims.text("client_id");
        boolean matches = claims.has("aud")
                ? claims.texts("aud").stream().anyMatch(audiences::contains)
                : client != null && audiences.contains(client);
        if (!matches) {
            throw Rejection.invalid("the token does not have a valid audience");
        }
    }

    private static void expiry(Claims claims, BigDecimal now) throws Rejection {
        BigDecimal expiry = claims.seconds("exp");
        if (expiry == null) {
            throw Rejection.invalid("the token does not have a valid exp");
        }
        if (expiry.compareTo(now) <= 0) {
            throw Rejection.invalid("the token has expired");
        }
    }

    private static void begun(Claims claims, String claim, BigDecimal now, String early) throws Rejection {
        if (!claims.has(claim)) {
            return;
        }
        BigDecimal begin = claims.seconds(claim);
        if (begin == null) {
            throw Rejection.invalid("the token does not have a valid " + claim);
        }
        if (begin.compareTo(now) > 0) {
            throw Rejection.invalid(early);
        }
    }
}
