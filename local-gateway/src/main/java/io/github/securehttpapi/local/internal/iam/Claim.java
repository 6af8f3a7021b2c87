package io.github.securehttpapi.local.internal.iam;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request says of its signature, in its {@code Authorization} header or its query.
 *
 * @param accessKeyId whose signature it is
 * @param date the credential scope's date
 * @param region the credential scope's region
 * @param service the credential scope's service
 * @param timestamp when it was signed, as written
 * @param expires for how many seconds a presigned URL is good, as written; null in a header
 * @param token the session token, or null
 * @param signedHeaders the names of the signed headers, in their order
 * @param signature the signature
 */
record Claim(
        String accessKeyId,
        String date,
        String region,
        String service,
        String timestamp,
        @Nullable String expires,
        @Nullable String token,
        List<String> signedHeaders,
        String signature) {
    private static final int SCOPE_PARTS = 5;

    static Claim of(
            String credential,
            String timestamp,
            @Nullable String expires,
            @Nullable String token,
            String signedHeaders,
            String signature)
            throws Rejected {
        String[] scope = credential.split("/", -1);
        if (scope.length != SCOPE_PARTS || !scope[SCOPE_PARTS - 1].equals("aws4_request")) {
            throw new Rejected(
                    "credential must be ACCESS_KEY_ID/DATE/REGION/SERVICE/aws4_request", credential, "sign it anew");
        }
        List<String> names = List.of(signedHeaders.split(";", -1));
        return new Claim(scope[0], scope[1], scope[2], scope[3], timestamp, expires, token, names, signature);
    }

    /** The credential scope, which is part of what is signed. */
    String scope() {
        return date + "/" + region + "/" + service + "/aws4_request";
    }

    boolean isPresigned() {
        return expires != null;
    }
}
