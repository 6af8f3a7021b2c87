package com.example.members;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Which partner has which key. A key is random and long, 32 bytes, so that its SHA-256 gives nothing away: the hashes may
 * stand in the function's configuration, the keys may not.
 */
final class PartnerKeys {
    /** {@code acme=SHA-256,globex=SHA-256}: the hashes in hexadecimal. */
    static final String VARIABLE = "PARTNER_KEYS";

    private final Map<String, String> partners;

    private PartnerKeys(Map<String, String> partners) {
        this.partners = partners;
    }

    static PartnerKeys parse(String variable) {
        if (variable == null) {
            throw new IllegalStateException(VARIABLE + " must be set, got nothing: deploy the stack with PartnerKeys");
        }
        Map<String, String> partners = new HashMap<>();
        for (String entry : variable.split(",")) {
            int equals = entry.indexOf('=');
            partners.put(entry.substring(equals + 1), entry.substring(0, equals));
        }
        return new PartnerKeys(partners);
    }

    /** The partner whose key it is. Looked up by its hash, so that the time it takes tells nothing of other keys. */
    Optional<String> owner(String key) {
        return Optional.ofNullable(partners.get(sha256(key)));
    }

    private static String sha256(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
