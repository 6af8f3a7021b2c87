package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.iam.Credentials;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Credentials that a request to an IAM route may be signed with. They are for tests: the gateway knows no IAM policies,
 * and lets whoever has them call every route.
 *
 * @param accessKeyId the access key's id
 * @param secretAccessKey the access key, which appears in no message
 * @param sessionToken the token that must go with temporary credentials, or null for a user's
 */
public record TestCredentials(
        String accessKeyId,
        String secretAccessKey,
        @Nullable String sessionToken) {
    /** API reference of IAM, AccessKey. */
    private static final Pattern ACCESS_KEY_ID = Pattern.compile("\\w{16,128}");

    /** The example of AWS's documentation, which is what a gateway accepts unless it is told otherwise. */
    public static final TestCredentials EXAMPLE =
            new TestCredentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    /**
     * Checks the access key's id.
     *
     * @param accessKeyId the access key's id
     * @param secretAccessKey the access key
     * @param sessionToken the token, or null
     * @throws LocalGatewayException if the id is none, or the key is empty
     */
    public TestCredentials {
        if (!ACCESS_KEY_ID.matcher(accessKeyId).matches()) {
            throw new LocalGatewayException(
                    "accessKeyId must be 16 to 128 letters, digits and underscores",
                    accessKeyId,
                    "write it like AKIAIOSFODNN7EXAMPLE");
        }
        if (secretAccessKey.isEmpty()) {
            throw new LocalGatewayException("secretAccessKey must be set", "", "write any text");
        }
    }

    /**
     * A user's credentials.
     *
     * @param accessKeyId the access key's id
     * @param secretAccessKey the access key
     * @throws LocalGatewayException if the id is none, or the key is empty
     */
    public TestCredentials(String accessKeyId, String secretAccessKey) {
        this(accessKeyId, secretAccessKey, null);
    }

    /**
     * Tells whose they are.
     *
     * @return the access key's id, and nothing that is secret
     */
    @Override
    public String toString() {
        return "TestCredentials[" + accessKeyId + "]";
    }

    Credentials internal() {
        return new Credentials(accessKeyId, secretAccessKey, sessionToken);
    }
}
