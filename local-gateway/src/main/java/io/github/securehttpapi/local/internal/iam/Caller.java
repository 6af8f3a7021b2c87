package io.github.securehttpapi.local.internal.iam;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.securehttpapi.local.internal.gateway.Identity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Who credentials belong to: a user, or with a session token an assumed role, both of the local account. */
final class Caller {
    private static final JsonFactory JSON = new JsonFactory();

    /** Ids of IAM's documentation (reference_identifiers.html). */
    private static final String USER_ID = "AIDACKCEVSQ6C2EXAMPLE";

    private static final String ROLE_SESSION_ID = "AROACKCEVSQ6C2EXAMPLE:local";

    /** What API Gateway writes for an account outside an organization (recorded). */
    private static final String NO_ORGANIZATION = "aws:PrincipalOrgID";

    private final Identity identity;

    Caller(Identity identity) {
        this.identity = identity;
    }

    /** The event's {@code requestContext.authorizer}, as recorded from API Gateway. */
    String event(Credentials credentials) {
        StringWriter event = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(event)) {
            json.writeStartObject();
            json.writeObjectFieldStart("iam");
            json.writeStringField("accessKey", credentials.accessKeyId());
            json.writeStringField("accountId", identity.accountId());
            json.writeStringField("callerId", id(credentials));
            json.writeNullField("cognitoIdentity");
            json.writeStringField("principalOrgId", NO_ORGANIZATION);
            json.writeStringField("userArn", arn(credentials));
            json.writeStringField("userId", id(credentials));
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return event.toString();
    }

    /** The access log's variables (API Gateway developer guide, http-api-logging-variables.html). */
    Map<String, String> variables(Credentials credentials) {
        return Map.of(
                "identity.accountId", identity.accountId(),
                "identity.caller", id(credentials),
                "identity.principalOrgId", NO_ORGANIZATION,
                "identity.user", id(credentials),
                "identity.userArn", arn(credentials));
    }

    private static String id(Credentials credentials) {
        return credentials.sessionToken() == null ? USER_ID : ROLE_SESSION_ID;
    }

    private String arn(Credentials credentials) {
        boolean user = credentials.sessionToken() == null;
        return "arn:" + identity.partition() + (user ? ":iam::" : ":sts::") + identity.accountId()
                + (user ? ":user/local" : ":assumed-role/local/local");
    }
}
