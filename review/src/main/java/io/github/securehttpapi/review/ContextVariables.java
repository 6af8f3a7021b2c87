package io.github.securehttpapi.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The {@code $context} variables that access logs of HTTP APIs have ("Customize HTTP API access logs", API Gateway
 * developer guide, http-api-logging-variables.html).
 */
final class ContextVariables {
    static final String AUTHORIZER = "authorizer.";
    static final String CLAIMS = AUTHORIZER + "claims.";

    private static final List<String> NAMES = List.of(
            "accountId",
            "apiId",
            "authorizer.error",
            "authorizer.principalId",
            "awsEndpointRequestId",
            "awsEndpointRequestId2",
            "customDomain.basePathMatched",
            "dataProcessed",
            "domainName",
            "domainPrefix",
            "error.message",
            "error.messageString",
            "error.responseType",
            "extendedRequestId",
            "httpMethod",
            "identity.accountId",
            "identity.caller",
            "identity.clientCert.clientCertPem",
            "identity.clientCert.issuerDN",
            "identity.clientCert.serialNumber",
            "identity.clientCert.subjectDN",
            "identity.clientCert.validity.notAfter",
            "identity.clientCert.validity.notBefore",
            "identity.cognitoAuthenticationProvider",
            "identity.cognitoAuthenticationType",
            "identity.cognitoIdentityId",
            "identity.cognitoIdentityPoolId",
            "identity.principalOrgId",
            "identity.sourceIp",
            "identity.user",
            "identity.userAgent",
            "identity.userArn",
            "integration.error",
            "integration.integrationStatus",
            "integration.latency",
            "integration.requestId",
            "integration.status",
            "integrationErrorMessage",
            "integrationLatency",
            "integrationStatus",
            "path",
            "protocol",
            "requestId",
            "requestTime",
            "requestTimeEpoch",
            "responseLatency",
            "responseLength",
            "routeKey",
            "stage",
            "status");

    /** Ours: no variable is half as long, and the search takes time by the length. */
    private static final int LONGEST = 100;

    private static final Set<String> KNOWN = Set.copyOf(NAMES);

    /** What other kinds of APIs call it, where the spelling does not lead there. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "resourcePath", "routeKey",
            "resourceId", "routeKey",
            "authorize.error", "authorizer.error",
            "authenticate.error", "authorizer.error",
            "error.validationErrorString", "error.message",
            "identity.apiKey", "",
            "identity.apiKeyId", "",
            "responseOverride.status", "status");

    private ContextVariables() {}

    /** Whether HTTP APIs have it; an authorizer's own properties and a token's claims are whatever it puts there. */
    static boolean has(String name) {
        boolean authorizers = name.startsWith(AUTHORIZER) && !name.equals("authorizer.claims");
        return KNOWN.contains(name) || authorizers;
    }

    /** The variable that was probably meant; empty if none comes near. */
    static Optional<String> nearest(String name) {
        String elsewhere = ELSEWHERE.get(name);
        if (elsewhere != null) {
            return elsewhere.isEmpty() ? Optional.empty() : Optional.of(elsewhere);
        }
        Optional<String> tail =
                NAMES.stream().filter(known -> known.endsWith("." + name)).findFirst();
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.max(1, name.length() / 4);
        return tail.or(() -> NAMES.stream()
                .filter(known -> Spelling.edits(known, name) <= most)
                .min(Comparator.comparingInt(known -> Spelling.edits(known, name))));
    }

    /** What SecureHttpApi logs: the variables by their key in the log. */
    static Map<String, String> standard() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : List.of("requestId", "extendedRequestId", "routeKey", "httpMethod", "path", "status")) {
            fields.put(name, name);
        }
        fields.put("ip", "identity.sourceIp");
        for (String name : List.of("requestTime", "responseLength", "responseLatency", "integrationLatency")) {
            fields.put(name, name);
        }
        fields.put("errorMessage", "error.message");
        fields.put("integrationError", "integration.error");
        fields.put("authorizerError", "authorizer.error");
        return fields;
    }

    /** One line of JSON with these variables, each in quotes, since one without a value is a dash. */
    static String format(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> member(field.getKey(), field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    static String member(String key, String variable) {
        return "\"" + key + "\":\"$context." + variable + "\"";
    }

    /** The key under which the log has a variable: SecureHttpApi's, or the name in camel case. */
    static String key(String variable) {
        for (Map.Entry<String, String> field : standard().entrySet()) {
            if (field.getValue().equals(variable)) {
                return field.getKey();
            }
        }
        List<String> words = new ArrayList<>(List.of(variable.split("\\W+")));
        String first = words.remove(0);
        return first
                + words.stream()
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
