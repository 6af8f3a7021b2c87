package io.github.securehttpapi.local.internal.jwt;

import com.nimbusds.jose.jwk.RSAKey;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The keys of an issuer. */
interface Keys {
    /** Finds a key by its id: now or later, on any thread, exactly once. Never blocks the caller. */
    void find(String keyId, Consumer<Finding> then);

    /**
     * What became of a search.
     *
     * @param key the key, or null if the issuer has none of that id, or cannot be asked
     * @param problem why the issuer cannot be asked, or null
     */
    record Finding(@Nullable RSAKey key, @Nullable String problem) {
        static final Finding UNKNOWN = new Finding(null, null);

        static Finding of(@Nullable RSAKey key) {
            return key == null ? UNKNOWN : new Finding(key, null);
        }

        static Finding failed(String problem) {
            return new Finding(null, problem);
        }
    }
}
