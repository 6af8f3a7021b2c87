package io.github.securehttpapi.local.internal.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JWKS (RFC 7517, 5): the RSA keys in it that are for signatures, by id. What else it has is passed over. */
final class KeySet {
    /** RFC 7518, 3.3: a key of 2048 bits or larger must be used. */
    private static final int MIN_BITS = 2048;

    private final Map<String, RSAKey> keys;

    private KeySet(Map<String, RSAKey> keys) {
        this.keys = keys;
    }

    /** The set in a document, or null if it is none. */
    static @Nullable KeySet parse(String document) {
        try {
            Map<String, RSAKey> keys = new HashMap<>();
            for (JWK key : JWKSet.parse(document).getKeys()) {
                if (key instanceof RSAKey rsa && key.getKeyID() != null && isForSignatures(rsa)) {
                    keys.putIfAbsent(key.getKeyID(), rsa.toPublicJWK());
                }
            }
            return new KeySet(keys);
        } catch (ParseException | IllegalArgumentException | IllegalStateException malformed) {
            return null;
        }
    }

    @Nullable RSAKey get(String keyId) {
        return keys.get(keyId);
    }

    private static boolean isForSignatures(RSAKey key) {
        try {
            return (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                    && key.toRSAPublicKey().getModulus().bitLength() >= MIN_BITS;
        } catch (JOSEException unusable) {
            return false;
        }
    }
}
