package io.github.securehttpapi.local.internal.jwt;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.local.internal.gateway.RequestTarget;
import io.github.securehttpapi.local.internal.http.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request has its token (API reference of API Gateway V2, Authorizer, IdentitySource: for a JWT a single header
 * or query parameter).
 *
 * @param header whether it is a header, rather than a query parameter
 * @param name the header's or parameter's name
 */
record TokenSource(boolean header, String name) {
    private static final String HEADER = "$request.header.";

    private static final String QUERY = "$request.querystring.";

    /** What a token may have before it (RFC 6750, 2.1). */
    private static final String SCHEME = "Bearer ";

    static TokenSource parse(String authorizer, List<String> expressions) {
        String expression = expressions.size() == 1 ? expressions.get(0) : "";
        for (String prefix : List.of(HEADER, QUERY)) {
            if (expression.startsWith(prefix) && expression.length() > prefix.length()) {
                return new TokenSource(prefix.equals(HEADER), expression.substring(prefix.length()));
            }
        }
        throw new Refusal(
                "authorizer " + authorizer + " must have one header or query parameter as its identity source",
                String.join(", ", expressions),
                "write $request.header.Authorization");
    }

    /** The token, without its scheme; null if the request has none. */
    @Nullable String token(Request request, RequestTarget target) {
        String value = header
                ? String.join(",", request.headers().getAll(name))
                : target.query().getOrDefault(name, "");
        String token = value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? value.substring(SCHEME.length()).strip()
                : value.strip();
        return token.isEmpty() || token.equalsIgnoreCase(SCHEME.strip()) ? null : token;
    }
}
