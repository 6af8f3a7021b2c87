package io.github.securehttpapi.local.internal.jwt;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes tokens that this gateway's authorizers trust, and that nobody else does. */
public final class Minter {
    private static final String USUAL_SUBJECT = "local-user";

    private final LocalIssuer issuer;
    private final List<Policy> policies;
    private final Clock clock;

    Minter(LocalIssuer issuer, List<Policy> policies, Clock clock) {
        this.issuer = issuer;
        this.policies = List.copyOf(policies);
        this.clock = clock;
    }

    /**
     * Makes a token, which takes a while when it is the first.
     *
     * @throws IllegalArgumentException if the authorizer is not one of those that trust the local issuer, or not named
     *     where there are several
     */
    public String mint(TokenDraft draft) {
        Map<String, @Nullable Object> claims = draft.over(usual(policy(draft.authorizer()), draft));
        return draft.isTrusted() ? issuer.sign(claims) : issuer.forge(claims);
    }

    LocalIssuer issuer() {
        return issuer;
    }

    /** The issuer that the first authorizer expects. */
    String issuerName() {
        return policies.get(0).issuer();
    }

    private Map<String, Object> usual(Policy policy, TokenDraft draft) {
        Instant now = clock.instant();
        Instant expiry = now.plus(draft.expiresIn());
        Instant issued = expiry.isAfter(now) ? now : expiry.minusSeconds(1);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", policy.issuer());
        claims.put("sub", USUAL_SUBJECT);
        claims.put("aud", policy.audiences().get(0));
        claims.put("iat", issued.getEpochSecond());
        claims.put("exp", expiry.getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }

    private Policy policy(@Nullable String wanted) {
        List<String> ids = policies.stream().map(Policy::authorizer).toList();
        if (wanted == null && ids.size() > 1) {
            throw new IllegalArgumentException(
                    "authorizer must be chosen, got '': there are " + String.join(", ", ids));
        }
        return policies.stream()
                .filter(policy -> wanted == null || policy.authorizer().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("authorizer must trust the local issuer, got '" + wanted
                        + "': choose of " + String.join(", ", ids)));
    }
}
