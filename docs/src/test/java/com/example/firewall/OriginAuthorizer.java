package com.example.firewall;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

// snippet:handler
/** Lets in what carries the header that CloudFront adds, whose hash is in SECRET_HASHES: two while it changes. */
public final class OriginAuthorizer implements RequestHandler<Map<String, Object>, Map<String, Boolean>> {
    private final List<byte[]> hashes = List.of(System.getenv("SECRET_HASHES").split(",")).stream()
            .map(HexFormat.of()::parseHex)
            .toList();

    @Override
    public Map<String, Boolean> handleRequest(Map<String, Object> event, Context context) {
        boolean sent = event.get("identitySource") instanceof List<?> source
                && source.get(0) instanceof String header
                && hashes.stream().anyMatch(hash -> MessageDigest.isEqual(hash, sha256(header)));
        return Map.of("isAuthorized", sent);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
// end
