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
    private final List<JwtConfiguration> configurations;
    private final Clock clock;

    Minter(LocalIssuer issuer, List<JwtConfiguration> configurations, Clock clock) {
        this.issuer = issuer;
        this.configurations = List.copyOf(configurations);
        this.clock = clock;
    }

    /**
     * Makes a token, which takes a while when it is the first.
     *
     * @throws IllegalArgumentException if the authorizer is not one of those that trust the local issuer, or not named
     *     where there are several
     */
    public String mint(TokenDraft draft) {
        Map<String, @Nullable Object> claims = draft.over(usual(configuration(draft.authorizer()), draft));
        return draft.isTrusted() ? issuer.sign(claims) : issuer.forge(claims);
    }

    LocalIssuer issuer() {
        return issuer;
    }

    /** The issuer that the first authorizer expects. */
    String issuerName() {
        return configurations.get(0).issuer();
    }

    private Map<String, Object> usual(JwtConfiguration configuration, TokenDraft draft) {
        Instant now = clock.instant();
        Instant expiry = now.plus(draft.expiresIn());
        Instant issued = expiry.isAfter(now) ? now : expiry.minusSeconds(1);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", configuration.issuer());
        claims.put("sub", USUAL_SUBJECT);
        claims.put("aud", configuration.audiences().get(0));
        claims.put("iat", issued.getEpochSecond());
        claims.put("exp", expiry.getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }

    private JwtConfiguration configuration(@Nullable String wanted) {
        List<String> ids =
                configurations.stream().map(JwtConfiguration::authorizer).toList();
        if (wanted == null && ids.size() > 1) {
            throw new IllegalArgumentException(
                    "authorizer must be chosen, got '': there are " + String.join(", ", ids));
        }
        return configurations.stream()
                .filter(configuration ->
                        wanted == null || configuration.authorizer().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("authorizer must trust the local issuer, got '" + wanted
                        + "': choose of " + String.join(", ", ids)));
    }
}
