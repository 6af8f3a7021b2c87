package io.github.securehttpapi.local.internal.iam;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies Signature Version 4 (IAM user guide, reference_sigv.html) for {@code execute-api} in one region. */
final class SignatureVerifier {
    private static final String SERVICE = "execute-api";
    private static final String AMAZON = "x-amz-";
    private static final String PAYLOAD_HASH = "x-amz-content-sha256";

    private final Map<String, Credentials> credentialsById = new LinkedHashMap<>();
    private final String region;
    private final SignatureTime time;

    SignatureVerifier(List<Credentials> credentials, String region, Clock clock) {
        credentials.forEach(one -> credentialsById.put(one.accessKeyId(), one));
        this.region = region;
        this.time = new SignatureTime(clock);
    }

    /** Whose signature it is; the costly parts come last. */
    Credentials verify(SignedRequest request) throws Rejected {
        Claim claim = ClaimReader.read(request);
        Credentials credentials = credentials(claim);
        scope(claim);
        time.check(claim);
        signedHeaders(claim.signedHeaders(), request);
        String expected = signature(claim, credentials, request, payloadHash(request));
        if (!same(expected, claim.signature())) {
            throw new Rejected(
                    "signature must be the one calculated from the request as it came in",
                    claim.signature(),
                    "sign it with the secret access key of " + claim.accessKeyId() + ", unchanged thereafter");
        }
        return credentials;
    }

    private Credentials credentials(Claim claim) throws Rejected {
        Credentials credentials = credentialsById.get(claim.accessKeyId());
        if (credentials == null) {
            throw new Rejected(
                    "access key id must be one of the test credentials",
                    claim.accessKeyId(),
                    "sign with " + String.join(" or ", credentialsById.keySet()));
        }
        if (!same(credentials.sessionToken(), claim.token())) {
            String got = claim.token() == null ? "none" : "another";
            throw new Rejected(
                    "session token must be the one of " + claim.accessKeyId(),
                    got,
                    credentials.sessionToken() == null ? "sign without one" : "sign with it");
        }
        return credentials;
    }

    private void scope(Claim claim) throws Rejected {
        if (!claim.service().equals(SERVICE)) {
            throw new Rejected("credential must be for the service " + SERVICE, claim.service(), "sign for it");
        }
        if (!claim.region().equals(region)) {
            throw new Rejected("credential must be for the region " + region, claim.region(), "sign for it");
        }
    }

    /** Each once, in order and present in the request, so that their number is bounded by the request's own headers. */
    private static void signedHeaders(List<String> names, SignedRequest request) throws Rejected {
        String previous = "";
        for (String name : names) {
            if (name.compareTo(previous) <= 0 || !name.equals(name.toLowerCase(Locale.ROOT))) {
                throw new Rejected("signed headers must be in lower case and in order", name, "sort them");
            }
            if (!request.headers().contains(name)) {
                throw new Rejected("signed headers must be sent", name, "send it, or do not sign it");
            }
            previous = name;
        }
        Set<String> signed = Set.copyOf(names);
        if (!signed.contains("host")) {
            throw new Rejected("signed headers must have host among them", String.join(";", names), "sign it");
        }
        for (String sent : request.headers().names()) {
            String name = sent.toLowerCase(Locale.ROOT);
            if (name.startsWith(AMAZON) && !signed.contains(name)) {
                throw new Rejected("signed headers must have every " + AMAZON + "* among them", name, "sign it");
            }
        }
    }

    /** Computed always. A hash that the client sends must be the same: no payload goes unsigned. */
    private static String payloadHash(SignedRequest request) throws Rejected {
        String computed = Sha256.hex(request.body());
        String sent = request.headers().get(PAYLOAD_HASH);
        if (sent != null && !sent.equals(computed)) {
            throw new Rejected(PAYLOAD_HASH + " must be the body's SHA-256", sent, "hash the body as it is sent");
        }
        return computed;
    }

    private static String signature(Claim claim, Credentials credentials, SignedRequest request, String payloadHash) {
        String canonical = CanonicalRequest.of(
                request,
                claim.signedHeaders(),
                parameter -> !claim.isPresigned() || !parameter.name().equals(ClaimReader.SIGNATURE_PARAMETER),
                payloadHash);
        String text = String.join(
                "\n",
                ClaimReader.ALGORITHM,
                claim.timestamp(),
                claim.scope(),
                Sha256.hex(canonical.getBytes(StandardCharsets.ISO_8859_1)));
        byte[] key = ("AWS4" + credentials.secretAccessKey()).getBytes(StandardCharsets.UTF_8);
        for (String part : List.of(claim.date(), claim.region(), claim.service(), "aws4_request")) {
            key = Sha256.hmac(key, part);
        }
        return HexFormat.of().formatHex(Sha256.hmac(key, text));
    }

    /** In a time that tells nothing of where they differ. */
    private static boolean same(@Nullable String expected, @Nullable String got) {
        if (expected == null || got == null) {
            return expected == null && got == null;
        }
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), got.getBytes(StandardCharsets.UTF_8));
    }
}
