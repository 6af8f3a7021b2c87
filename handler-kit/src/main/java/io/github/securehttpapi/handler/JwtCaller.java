package io.github.securehttpapi.handler;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The bearer of a token that a JWT authorizer accepted: signature, issuer, audience and times are checked. Immutable.
 *
 * <pre>{@code
 * JwtCaller caller = request.caller(JwtCaller.class);
 * String owner = caller.subject();
 * boolean admin = caller.claimValues("cognito:groups").contains("admins");
 * }</pre>
 *
 * <p>The gateway hands every claim over as text: a number in digits or with an exponent, a boolean as {@code true} or
 * {@code false}, an array as its elements between brackets with spaces in between, as in {@code [admins editors]}.
 */
public final class JwtCaller implements Caller {
    private final Map<String, String> claims;
    private final List<String> scopes;

    /** Takes map and list over. */
    JwtCaller(Map<String, String> claims, List<String> scopes) {
        this.claims = Collections.unmodifiableMap(claims);
        this.scopes = Collections.unmodifiableList(scopes);
    }

    /**
     * Whom the token was issued to: its claim {@code sub}.
     *
     * @return the subject, never blank
     * @throws IllegalStateException if the token has none, or a blank one: the client is answered 500
     */
    public String subject() {
        String subject = claims.get("sub");
        if (subject == null || subject.isBlank()) {
            throw new IllegalStateException("token must have a subject in its claim 'sub', got none:"
                    + " ask for the claim that this issuer names its callers in");
        }
        return subject;
    }

    /**
     * A claim as text.
     *
     * @param name the claim's name
     * @return its value, which may be the empty text, or empty if the token has no such claim
     */
    public Optional<String> claim(String name) {
        return Optional.ofNullable(claims.get(Objects.requireNonNull(name, "name must not be null")));
    }

    /**
     * The elements of a claim that is an array in the token. One that is not an array is its own only element.
     *
     * <p>Elements with spaces in them fall apart, because the gateway does not quote them. Don't decide by a claim whose
     * elements callers may choose, or whose names have spaces: one called {@code my admins} would be an {@code admins}.
     *
     * @param name the claim's name
     * @return the elements in order, none of them empty; an empty list if the token has no such claim
     */
    public List<String> claimValues(String name) {
        String value = claim(name).orElse("");
        boolean array = value.length() > 1 && value.charAt(0) == '[' && value.charAt(value.length() - 1) == ']';
        if (array) {
            return Words.of(value.substring(1, value.length() - 1));
        }
        return value.isEmpty() ? List.of() : List.of(value);
    }

    /**
     * All claims.
     *
     * @return an unmodifiable map of values by name
     */
    public Map<String, String> claims() {
        return claims;
    }

    /**
     * What the token allows: the words of its claim {@code scope}, or else the elements of its claim {@code scp}, or
     * else the scopes that the gateway names.
     *
     * @return an unmodifiable list
     */
    public List<String> scopes() {
        String scope = claims.get("scope");
        if (scope != null) {
            return Words.of(scope);
        }
        String scp = claims.get("scp");
        if (scp != null) {
            return scp.startsWith("[") ? claimValues("scp") : Words.of(scp);
        }
        return scopes;
    }

    /**
     * Whether the token allows something.
     *
     * @param scope the scope's name, compared as a whole and by case
     * @return whether it is one of {@link #scopes()}
     */
    public boolean hasScope(String scope) {
        return scopes().contains(scope);
    }
}
