package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.jwt.Minter;
import io.github.securehttpapi.local.internal.jwt.TokenDraft;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token of the local issuer, for development and tests only: what is not set is as the JWT authorizer wants it. Not
 * thread-safe.
 *
 * <pre>{@code
 * String token = gateway.token().subject("alice").scopes("members:read").mint();
 * }</pre>
 *
 * <p>Tokens that have to be refused come from here as well: {@link #expiresIn} with a negative time, another
 * {@link #issuer} or {@link #audience}, no claim of a name ({@link #without}), or {@link #untrusted()}.
 */
public final class TokenRequest {
    private final Minter minter;
    private final TokenDraft draft = new TokenDraft();

    TokenRequest(Minter minter) {
        this.minter = minter;
    }

    /**
     * Sets which JWT authorizer the token is for; needed only if several trust the local issuer.
     *
     * @param logicalId the authorizer's logical id
     * @return this
     */
    public TokenRequest authorizer(String logicalId) {
        draft.authorizer(logicalId);
        return this;
    }

    /**
     * Sets whose token it is.
     *
     * @param name the claim {@code sub}, {@code local-user} by default
     * @return this
     */
    public TokenRequest subject(String name) {
        return claim("sub", name);
    }

    /**
     * Sets what the token is good for.
     *
     * @param names the claim {@code scope}; there is none by default
     * @return this
     */
    public TokenRequest scopes(String... names) {
        return claim("scope", String.join(" ", names));
    }

    /**
     * Sets how long it is good.
     *
     * @param time from now, an hour by default; a negative one for a token that has expired
     * @return this
     * @throws IllegalArgumentException if it is more than 366 days, either way
     */
    public TokenRequest expiresIn(Duration time) {
        draft.expiresIn(time);
        return this;
    }

    /**
     * Sets another issuer than the authorizer's.
     *
     * @param name the claim {@code iss}
     * @return this
     */
    public TokenRequest issuer(String name) {
        return claim("iss", name);
    }

    /**
     * Sets other audiences than the authorizer's first.
     *
     * @param names the claim {@code aud}
     * @return this
     */
    public TokenRequest audience(String... names) {
        return claim("aud", names.length == 1 ? names[0] : List.of(names));
    }

    /**
     * Sets a claim, one of the usual ones included.
     *
     * @param name its name
     * @param value a text, a finite number, a boolean, null, or a list of them or a map of them by texts
     * @return this
     * @throws IllegalArgumentException if the value is none of these
     */
    public TokenRequest claim(String name, @Nullable Object value) {
        draft.claim(name, value);
        return this;
    }

    /**
     * Leaves out a claim that would be there.
     *
     * @param name its name
     * @return this
     */
    public TokenRequest without(String name) {
        draft.without(name);
        return this;
    }

    /**
     * Has the token signed by a key that nobody knows.
     *
     * @return this
     */
    public TokenRequest untrusted() {
        draft.untrusted();
        return this;
    }

    /**
     * Makes the token. The gateway's key is made for the first one, which takes a fraction of a second.
     *
     * @return a signed JWT, without {@code Bearer}
     * @throws IllegalArgumentException if the authorizer is not one that trusts the local issuer, or not named where
     *     there are several
     */
    public String mint() {
        return minter.mint(draft);
    }
}
