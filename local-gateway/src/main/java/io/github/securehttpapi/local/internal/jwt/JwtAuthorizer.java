package io.github.securehttpapi.local.internal.jwt;

import com.nimbusds.jose.jwk.RSAKey;
import io.github.securehttpapi.local.internal.gateway.Authorizer;
import io.github.securehttpapi.local.internal.gateway.Decision;
import io.github.securehttpapi.local.internal.gateway.Match;
import io.github.securehttpapi.local.internal.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides by a route's JWT authorizer. What is refused is answered as the troubleshooting guide shows
 * (http-api-troubleshooting-jwt.html).
 */
final class JwtAuthorizer implements Authorizer {
    private static final String CHALLENGE = "www-authenticate";

    private final JwtConfiguration configuration;
    private final Keys keys;
    private final Set<String> scopes;
    private final Clock clock;

    JwtAuthorizer(JwtConfiguration configuration, Keys keys, Set<String> scopes, Clock clock) {
        this.configuration = configuration;
        this.keys = keys;
        this.scopes = scopes;
        this.clock = clock;
    }

    @Override
    public void authorize(Request request, Match match, Consumer<Decision> then) {
        String text = configuration.source().token(request, match.target());
        if (text == null) {
            then.accept(denied(401, "Unauthorized", "Bearer", "missing: token not provided"));
            return;
        }
        SignedToken token;
        try {
            token = SignedToken.parse(text);
        } catch (Rejection rejected) {
            then.accept(denied(rejected));
            return;
        }
        keys.find(token.keyId(), finding -> then.accept(decide(token, finding)));
    }

    private Decision decide(SignedToken token, Keys.Finding finding) {
        try {
            Claims claims = token.claims(key(finding));
            configuration.check(claims, clock);
            List<String> granted = JwtConfiguration.granted(claims, scopes);
            return allowed(claims.rendered(), scopes.isEmpty() ? null : granted);
        } catch (Rejection rejected) {
            return denied(rejected);
        }
    }

    private static RSAKey key(Keys.Finding finding) throws Rejection {
        RSAKey key = finding.key();
        if (key != null) {
            return key;
        }
        String problem = finding.problem();
        throw Rejection.invalid(problem == null ? "the token's kid is none of the issuer's" : problem);
    }

    private static Decision allowed(Map<String, String> claims, @Nullable List<String> granted) {
        Map<String, @Nullable Object> jwt = new LinkedHashMap<>();
        jwt.put("claims", claims);
        jwt.put("scopes", granted);
        Map<String, String> variables = new HashMap<>();
        claims.forEach((name, value) -> variables.put("authorizer.claims." + name, value));
        return Decision.allow(new String(Json.bytes(Map.of("jwt", jwt)), StandardCharsets.UTF_8), variables);
    }

    private Decision denied(Rejection rejected) {
        String error = rejected.isForScope() ? "insufficient_scope" : "invalid_token";
        String challenge = "Bearer scope=\"" + String.join(" ", scopes) + "\" error=\"" + error
                + "\" error_description=\"" + rejected.description() + "\"";
        String why = error + ": " + rejected.description();
        return rejected.isForScope()
                ? denied(403, "Forbidden", challenge, why)
                : denied(401, "Unauthorized", challenge, why);
    }

    private static Decision denied(int status, String message, String challenge, String why) {
        return Decision.deny(
                status,
                message,
                Map.of(CHALLENGE, challenge),
                Map.of("authorizer.error", why, "error.message", message));
    }
}
