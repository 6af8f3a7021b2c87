package io.github.securehttpapi.handler;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a header of a response may be called, and hold. */
final class HeaderField {
    private HeaderField() {}

    /** Returns {@code name} in lower case, if it is one that a function may write. */
    static String requireName(String name) {
        // First: the Kelvin sign, which no header has, is 'k' in lower case.
        if (!Ascii.isToken(name)) {
            throw new IllegalArgumentException("header name must be a token of RFC 9110, got '" + name + "'");
        }
        String lowerCase = name.toLowerCase(Locale.ROOT);
        if (lowerCase.startsWith("access-control-")) {
            throw new IllegalArgumentException("header name must not be one of CORS, got '" + lowerCase
                    + "': configure CORS on the gateway, which ignores a function's");
        }
        String taken = taken(lowerCase);
        if (taken != null) {
            throw new IllegalArgumentException("header name must not be '" + lowerCase + "': " + taken);
        }
        return lowerCase;
    }

    /**
     * Why a header of this name is not the caller's to write, or null if it is. API Gateway drops the ones that concern
     * a single connection (RFC 9110, 7.6.1), or renames them to {@code x-amzn-remapped-…}.
     */
    private static @Nullable String taken(String name) {
        return switch (name) {
            case "x-request-id" -> "every response has it already";
            case "set-cookie" -> "a header holds one only, use cookie(…)";
            case "connection",
                    "content-length",
                    "date",
                    "keep-alive",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade" -> "the gateway writes it";
            default -> name.startsWith("apigw-") || name.startsWith("x-amzn-") ? "the gateway writes it" : null;
        };
    }

    static void requireValue(String name, String value) {
        requirePrintable(name, value);
        switch (name) {
            case "location" -> requireLocation(value);
            case "etag" -> requireEntityTag(value);
            case "content-type" -> {
                if (!MediaType.isSound(value)) {
                    throw new IllegalArgumentException(
                            "content-type must be a media type such as 'application/json', got '" + value + "'");
                }
            }
            default -> {}
        }
    }

    // Not quoted in the message: a value may be a secret, and the message reaches the log.
    private static void requirePrintable(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' || c > '~') && c != '\t') {
                throw new IllegalArgumentException("value of header '" + name
                        + "' must be printable ASCII, spaces and tabs, got a character of code " + (int) c);
            }
        }
    }

    /**
     * A URI reference by its characters (RFC 3986, 2), and of this API or with its scheme: browsers take
     * {@code //example.com}, and {@code /\example.com} too, for another site, which is how a path taken from a request
     * becomes an open redirect (CWE-601). Not quoted either: links in e-mails hold tokens.
     */
    private static void requireLocation(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (" \t\"<>\\^`{|}".indexOf(value.charAt(i)) >= 0) {
                throw new IllegalArgumentException("location must be a URI reference of RFC 3986, got a character of "
                        + "code " + (int) value.charAt(i) + ": percent-encode it");
            }
        }
        if (value.isEmpty() || value.startsWith("//")) {
            throw new IllegalArgumentException("location must be a path or begin with a scheme, got "
                    + (value.isEmpty() ? "nothing" : "'//' first, which names another site"));
        }
    }

    /** RFC 9110, 8.8.3. */
    private static void requireEntityTag(String value) {
        int start = value.startsWith("W/") ? 2 : 0;
        int end = value.length() - 1;
        boolean sound = end > start && value.charAt(start) == '"' && value.charAt(end) == '"';
        for (int i = start + 1; sound && i < end; i++) {
            sound = value.charAt(i) > ' ' && value.charAt(i) != '"';
        }
        if (!sound) {
            throw new IllegalArgumentException(
                    "etag must be in double quotes, with W/ before them if it is weak, got '" + value + "'");
        }
    }

    /** Whether a list of values makes sense: otherwise two of them joined are a third one, and wrong. */
    static boolean isSingle(String name) {
        return switch (name) {
            case "content-disposition",
                    "content-location",
                    "content-type",
                    "etag",
                    "expires",
                    "last-modified",
                    "location",
                    "retry-after",
                    "strict-transport-security",
                    "x-content-type-options" -> true;
            default -> false;
        };
    }
}
