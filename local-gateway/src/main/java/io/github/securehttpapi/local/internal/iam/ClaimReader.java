package io.github.securehttpapi.local.internal.iam;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the signature of a request: in its {@code Authorization} header, or else in its query. */
final class ClaimReader {
    static final String ALGORITHM = "AWS4-HMAC-SHA256";
    static final String SIGNATURE_PARAMETER = "X-Amz-Signature";

    private static final String DATE = "x-amz-date";
    private static final String TOKEN = "x-amz-security-token";
    private static final Set<String> PARTS = Set.of("Credential", "SignedHeaders", "Signature");
    private static final String QUERY_ALGORITHM = "X-Amz-Algorithm";
    private static final String RESIGN = "sign the request with Signature Version 4";

    private ClaimReader() {}

    static Claim read(SignedRequest request) throws Rejected {
        String header = header(request, "authorization");
        if (header != null) {
            return ofHeader(header, request);
        }
        Map<String, String> query = new HashMap<>();
        for (QueryParameter parameter : request.query()) {
            boolean twice = query.put(parameter.name(), parameter.value()) != null;
            if (twice && parameter.name().startsWith("X-Amz-")) {
                throw new Rejected(parameter.name() + " must be sent once", parameter.value(), RESIGN);
            }
        }
        if (query.containsKey(QUERY_ALGORITHM)) {
            return ofQuery(query);
        }
        throw new Rejected("request must be signed", "no Authorization header", RESIGN);
    }

    private static Claim ofHeader(String header, SignedRequest request) throws Rejected {
        int space = header.indexOf(' ');
        algorithm(space < 0 ? header : header.substring(0, space));
        Map<String, String> parts = new HashMap<>();
        for (String part : header.substring(space + 1).split(",", PARTS.size() + 1)) {
            int equals = part.indexOf('=');
            String name = part.substring(0, Math.max(equals, 0)).strip();
            if (!PARTS.contains(name)
                    || parts.put(name, part.substring(equals + 1).strip()) != null) {
                throw new Rejected(
                        "Authorization must have Credential, SignedHeaders and Signature, once each", part, RESIGN);
            }
        }
        return Claim.of(
                required(parts, "Credential"),
                timestamp(request),
                null,
                header(request, TOKEN),
                required(parts, "SignedHeaders"),
                required(parts, "Signature"));
    }

    private static Claim ofQuery(Map<String, String> query) throws Rejected {
        algorithm(required(query, QUERY_ALGORITHM));
        return Claim.of(
                required(query, "X-Amz-Credential"),
                required(query, "X-Amz-Date"),
                required(query, "X-Amz-Expires"),
                query.get("X-Amz-Security-Token"),
                required(query, "X-Amz-SignedHeaders"),
                required(query, SIGNATURE_PARAMETER));
    }

    private static void algorithm(String algorithm) throws Rejected {
        if (!algorithm.equals(ALGORITHM)) {
            throw new Rejected("signature must be of the algorithm " + ALGORITHM, algorithm, RESIGN);
        }
    }

    private static String timestamp(SignedRequest request) throws Rejected {
        String timestamp = header(request, DATE);
        if (timestamp == null) {
            throw new Rejected(DATE + " must be sent with a signature", "none", RESIGN);
        }
        return timestamp;
    }

    private static @Nullable String header(SignedRequest request, String name) throws Rejected {
        List<String> values = request.headers().getAll(name);
        if (values.size() > 1) {
            throw new Rejected(name + " must be sent once", values.get(1), RESIGN);
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private static String required(Map<String, String> parts, String name) throws Rejected {
        String value = parts.get(name);
        if (value == null) {
            throw new Rejected("signature must come with " + name, "none", RESIGN);
        }
        return value;
    }
}
