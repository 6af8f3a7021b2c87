package io.github.securehttpapi.local.internal.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A token of which nothing is known yet but its header, and of that only what names the algorithm and the key: a key
 * that the token brings along ({@code jwk}, {@code jku}, {@code x5c}) proves nothing.
 */
final class SignedToken {
    /** A request's line and headers have no room for a longer one (http-api-quotas.html). */
    private static final int MAX_CHARS = 10_240;

    /** As API Gateway has it, "currently, only RSA-based algorithms are supported" (http-api-jwt-authorizer.html). */
    private static final Set<JWSAlgorithm> ACCEPTED =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512);

    /** The names that have a place in a header of ours (RFC 7518, 3.1; RFC 8037). */
    private static final Set<String> OTHERS =
            Set.of("none", "HS256", "HS384", "HS512", "ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "EdDSA");

    /** Strict, unlike the decoder behind it: a token has one spelling. */
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_-]++");

    private final JWSObject token;
    private final String keyId;

    private SignedToken(JWSObject token, String keyId) {
        this.token = token;
        this.keyId = keyId;
    }

    static SignedToken parse(String text) throws Rejection {
        if (text.length() > MAX_CHARS) {
            throw Rejection.invalid("the token is too long");
        }
        String[] segments = text.split("\\.", -1);
        if (segments.length != 3) {
            throw Rejection.invalid("token contains an invalid number of segments");
        }
        String keyId = keyId(segments[0]);
        if (!isEncoded(segments[1]) || !isEncoded(segments[2])) {
            throw malformed();
        }
        try {
            return new SignedToken(JWSObject.parse(text), keyId);
        } catch (ParseException | RuntimeException unreadable) {
            // the library reads all of the header, and throws more than it declares for a key that is none
            throw malformed();
        }
    }

    private static String keyId(String segment) throws Rejection {
        Map<String, ?> header = Json.object(new Base64URL(segment).decode());
        if (header == null || !isEncoded(segment)) {
            throw malformed();
        }
        algorithm(header.get("alg"));
        if (!(header.get("kid") instanceof String keyId) || keyId.isEmpty()) {
            throw Rejection.invalid("the token does not have a kid");
        }
        if (header.containsKey("crit")) {
            throw Rejection.invalid("the token has critical header parameters that are not understood");
        }
        return keyId;
    }

    private static boolean isEncoded(String segment) {
        return SEGMENT.matcher(segment).matches();
    }

    String keyId() {
        return keyId;
    }

    /** The claims, which the key's owner has signed. */
    Claims claims(RSAKey key) throws Rejection {
        if (!isSignedBy(key)) {
            throw Rejection.invalid("signature is invalid");
        }
        Map<String, ?> claims = Json.object(token.getPayload().toBytes());
        if (claims == null) {
            throw malformed();
        }
        return new Claims(claims);
    }

    private boolean isSignedBy(RSAKey key) {
        JWSAlgorithm named = token.getHeader().getAlgorithm();
        if (key.getAlgorithm() != null && !key.getAlgorithm().equals(named)) {
            return false;
        }
        try {
            return token.verify(new RSASSAVerifier(key.toRSAPublicKey()));
        } catch (JOSEException unusable) {
            return false;
        }
    }

    /** The algorithm is ours to choose, and the header only has to agree: RFC 8725, 3.1. */
    private static void algorithm(@Nullable Object named) throws Rejection {
        if (ACCEPTED.stream().anyMatch(accepted -> accepted.getName().equals(named))) {
            return;
        }
        throw Rejection.invalid(
                named instanceof String name && OTHERS.contains(name)
                        ? "signing method " + name + " is invalid"
                        : "signing method (alg) is unavailable.");
    }

    private static Rejection malformed() {
        return Rejection.invalid("the token is malformed");
    }
}
