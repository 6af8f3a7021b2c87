package io.github.securehttpapi.handler;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An identity of AWS that signed the request with Signature Version 4 and may invoke this route. Immutable.
 *
 * <pre>{@code
 * String role = request.caller(IamCaller.class).userArn().orElseThrow();
 * }</pre>
 */
public final class IamCaller implements Caller {
    private final Map<String, String> members;
    private final @Nullable CognitoIdentity cognitoIdentity;

    /** Takes the map over. */
    IamCaller(Map<String, String> members, @Nullable CognitoIdentity cognitoIdentity) {
        this.members = members;
        this.cognitoIdentity = cognitoIdentity;
    }

    /**
     * The id of the access key that signed.
     *
     * @return the id, or empty if the event has none
     */
    public Optional<String> accessKey() {
        return member("accessKey");
    }

    /**
     * The account of the identity, which need not be the account of the API.
     *
     * @return the account's number, or empty if the event has none
     */
    public Optional<String> accountId() {
        return member("accountId");
    }

    /**
     * The principal that signed: of an assumed role, its id and the name of the session.
     *
     * @return the id, or empty if the event has none
     */
    public Optional<String> callerId() {
        return member("callerId");
    }

    /**
     * The organization that the identity's account belongs to.
     *
     * @return the organization's id, or empty if the event has none
     */
    public Optional<String> principalOrgId() {
        return member("principalOrgId");
    }

    /**
     * The ARN of the user, or of the session of an assumed role.
     *
     * @return the ARN, or empty if the event has none
     */
    public Optional<String> userArn() {
        return member("userArn");
    }

    /**
     * The id of the user, or of the session of an assumed role.
     *
     * @return the id, or empty if the event has none
     */
    public Optional<String> userId() {
        return member("userId");
    }

    /**
     * The identity of an identity pool that the credentials were issued to.
     *
     * @return the identity, or empty if the credentials are of no identity pool
     */
    public Optional<CognitoIdentity> cognitoIdentity() {
        return Optional.ofNullable(cognitoIdentity);
    }

    private Optional<String> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** An identity of an Amazon Cognito identity pool. Immutable. */
    public static final class CognitoIdentity {
        private final Map<String, String> members;
        private final List<String> amr;

        /** Takes map and list over. */
        CognitoIdentity(Map<String, String> members, List<String> amr) {
            this.members = members;
            this.amr = Collections.unmodifiableList(amr);
        }

        /**
         * The identity.
         *
         * @return its id, or empty if the event has none
         */
        public Optional<String> identityId() {
            return Optional.ofNullable(members.get("identityId"));
        }

        /**
         * Its pool.
         *
         * @return the pool's id, or empty if the event has none
         */
        public Optional<String> identityPoolId() {
            return Optional.ofNullable(members.get("identityPoolId"));
        }

        /**
         * How the identity was authenticated ("authentication methods references").
         *
         * @return such as {@code authenticated} and the provider's name; empty if the event does not say
         */
        public List<String> amr() {
            return amr;
        }
    }
}
