package io.github.securehttpapi.handler;

import org.jspecify.annotations.Nullable;

/**
 * The names that most members of events have, one string for each, found by its octets. Made once and never added to,
 * since clients choose names of headers and parameters: a table that takes theirs is one that they fill.
 */
final class KnownNames {
    /** Names of payload format 2.0, of claims, and of the headers that browsers, curl, CloudFront and the gateway send. */
    static final String[] NAMES = {
        "version",
        "routeKey",
        "rawPath",
        "rawQueryString",
        "cookies",
        "headers",
        "queryStringParameters",
        "pathParameters",
        "stageVariables",
        "requestContext",
        "body",
        "isBase64Encoded",
        "accountId",
        "apiId",
        "authentication",
        "authorizer",
        "domainName",
        "domainPrefix",
        "http",
        "requestId",
        "stage",
        "time",
        "timeEpoch",
        "method",
        "path",
        "protocol",
        "sourceIp",
        "userAgent",
        "jwt",
        "claims",
        "scopes",
        "iam",
        "accessKey",
        "callerId",
        "cognitoIdentity",
        "principalOrgId",
        "userArn",
        "userId",
        "lambda",
        "aud",
        "auth_time",
        "client_id",
        "cognito:groups",
        "email",
        "event_id",
        "exp",
        "iat",
        "iss",
        "jti",
        "nbf",
        "origin_jti",
        "scope",
        "sub",
        "token_use",
        "username",
        "accept",
        "accept-encoding",
        "accept-language",
        "authorization",
        "cache-control",
        "content-length",
        "content-type",
        "cookie",
        "dnt",
        "host",
        "if-match",
        "if-modified-since",
        "if-none-match",
        "origin",
        "pragma",
        "priority",
        "referer",
        "sec-ch-ua",
        "sec-ch-ua-mobile",
        "sec-ch-ua-platform",
        "sec-fetch-dest",
        "sec-fetch-mode",
        "sec-fetch-site",
        "sec-fetch-user",
        "sec-gpc",
        "te",
        "traceparent",
        "tracestate",
        "upgrade-insecure-requests",
        "user-agent",
        "via",
        "x-amz-cf-id",
        "x-amzn-trace-id",
        "x-forwarded-for",
        "x-forwarded-port",
        "x-forwarded-proto",
        "x-request-id",
        "x-requested-with"
    };

    /** A power of two, and so much more than there are names that hardly two of them meet. */
    private static final int SLOTS = 512;

    private static final int MASK = SLOTS - 1;

    static final @Nullable String[] TABLE = table();

    private KnownNames() {}

    private static @Nullable String[] table() {
        @Nullable String[] table = new String[SLOTS];
        for (String name : NAMES) {
            int length = name.length();
            int slot = slot(length, name.charAt(0), name.charAt(length >> 1), name.charAt(length - 1));
            while (table[slot] != null) {
                slot = (slot + 1) & MASK;
            }
            table[slot] = name;
        }
        return table;
    }

    /** Returns the known name of these octets, which are ASCII, or null. */
    static @Nullable String find(byte[] octets, int start, int length) {
        if (length == 0) {
            return null;
        }
        int slot = slot(length, octets[start], octets[start + (length >> 1)], octets[start + length - 1]);
        for (String name = TABLE[slot]; name != null; name = TABLE[slot]) {
            if (equal(name, octets, start, length)) {
                return name;
            }
            slot = (slot + 1) & MASK;
        }
        return null;
    }

    // Not of all its characters: that takes longer than to compare them with the name that is found. The factors were
    // found by trial: with them, two of the names meet.
    private static int slot(int length, int first, int middle, int last) {
        return (length * 34 + first * 6 + middle * 50 + last) & MASK;
    }

    private static boolean equal(String name, byte[] octets, int start, int length) {
        if (name.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (name.charAt(i) != octets[start + i]) {
                return false;
            }
        }
        return true;
    }
}
