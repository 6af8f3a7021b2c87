package io.github.securehttpapi.review;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a variable of an access log tells of a person. */
enum PersonalData {
    /** With it, whoever reads the log can act as the caller. */
    CREDENTIAL,
    /** Names a person, or tells of one. */
    PERSON,
    /** Stands for a caller, or may tell of one. */
    CALLER;

    private static final List<String> SECRETS =
            List.of("token", "secret", "password", "apikey", "api_key", "authorization", "cookie", "credential");

    /** The standard claims that describe the user (OpenID Connect Core 1.0, section 5.1), and Cognito's user name. */
    private static final Set<String> DESCRIPTIONS = Set.of(
            "address",
            "birthdate",
            "email",
            "family_name",
            "gender",
            "given_name",
            "middle_name",
            "name",
            "nickname",
            "phone",
            "phone_number",
            "picture",
            "preferred_username",
            "profile",
            "username",
            "website");

    /** Claims about the token rather than the user (RFC 7519, RFC 9068). */
    private static final Set<String> TECHNICAL = Set.of(
            "amr",
            "acr",
            "at_hash",
            "aud",
            "auth_time",
            "azp",
            "client_id",
            "email_verified",
            "exp",
            "iat",
            "iss",
            "jti",
            "nbf",
            "nonce",
            "origin_jti",
            "phone_number_verified",
            "scope",
            "scp",
            "token_use",
            "updated_at",
            "ver",
            "version");

    private static final Set<String> CALLERS =
            Set.of("identity.user", "identity.userArn", "identity.clientCert.subjectDN");

    /** What a variable tells, if it tells of anybody. The source address does, and no log is of use without it. */
    static Optional<PersonalData> of(String variable) {
        if (variable.equals("identity.clientCert.clientCertPem")) {
            return Optional.of(PERSON);
        }
        if (variable.startsWith(ContextVariables.CLAIMS)) {
            return ofClaim(variable.substring(ContextVariables.CLAIMS.length()));
        }
        if (variable.startsWith(ContextVariables.AUTHORIZER)) {
            return ofName(variable.substring(ContextVariables.AUTHORIZER.length()));
        }
        return CALLERS.contains(variable) ? Optional.of(CALLER) : Optional.empty();
    }

    private static Optional<PersonalData> ofClaim(String claim) {
        return TECHNICAL.contains(claim)
                ? Optional.empty()
                : Optional.of(ofName(claim).orElse(CALLER));
    }

    /** By the last word of names such as {@code cognito:username}, whatever their case. */
    private static Optional<PersonalData> ofName(String name) {
        String last = name.substring(name.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
        if (SECRETS.stream().anyMatch(last::contains)) {
            return Optional.of(CREDENTIAL);
        }
        boolean describes =
                DESCRIPTIONS.stream().anyMatch(word -> last.equals(word) || last.equals(word.replace("_", "")));
        return describes ? Optional.of(PERSON) : Optional.empty();
    }
}
