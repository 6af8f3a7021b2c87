package io.github.securehttpapi.local.internal.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The gateway as an issuer of its own, for development: its key is made when it is first needed, and is gone with the
 * gateway.
 */
final class LocalIssuer implements Keys {
    private static final int BITS = 2048;

    private final Executor threads;
    private volatile @Nullable RSAKey key;

    LocalIssuer(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void find(String keyId, Consumer<Finding> then) {
        RSAKey made = key;
        if (made != null) {
            then.accept(finding(made, keyId));
            return;
        }
        try {
            threads.execute(() -> then.accept(finding(key(), keyId)));
        } catch (RejectedExecutionException closing) {
            then.accept(Finding.UNKNOWN);
        }
    }

    /** The public key as a JWKS. */
    byte[] jwks() {
        return Json.bytes(new JWKSet(key().toPublicJWK()).toJSONObject());
    }

    String sign(Map<String, ? extends @Nullable Object> claims) {
        return sign(claims, key());
    }

    /** Signs with a key that nobody knows, under the id of the one that everybody does. */
    String forge(Map<String, ? extends @Nullable Object> claims) {
        return sign(claims, generate(key().getKeyID()));
    }

    private static Finding finding(RSAKey key, String keyId) {
        return Finding.of(keyId.equals(key.getKeyID()) ? key : null);
    }

    /** Takes a while when it is called first. */
    private RSAKey key() {
        RSAKey made = key;
        return made == null ? firstKey() : made;
    }

    private synchronized RSAKey firstKey() {
        RSAKey made = key;
        if (made == null) {
            made = generate("local-" + UUID.randomUUID());
            key = made;
        }
        return made;
    }

    private static RSAKey generate(String keyId) {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(keyId)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform has to have RSA", impossible);
        }
    }

    private static String sign(Map<String, ? extends @Nullable Object> claims, RSAKey key) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        JWSObject token = new JWSObject(header, new Payload(Json.bytes(claims)));
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform has to have RSA", impossible);
        }
        return token.serialize();
    }
}
