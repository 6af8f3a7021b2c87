package io.github.securehttpapi.local.internal.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which headers a mapping may change. */
final class HeaderNames {
    /** API Gateway developer guide, http-api-parameter-mapping.html, "Reserved headers". */
    private static final Set<String> RESERVED = Set.of(
            "authorization",
            "connection",
            "content-encoding",
            "content-length",
            "content-location",
            "forwarded",
            "keep-alive",
            "origin",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailers",
            "transfer-encoding",
            "upgrade",
            "via",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto");

    private static final List<String> RESERVED_PREFIXES = List.of("access-control-", "apigw-", "x-amz-", "x-amzn-");

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";

    private HeaderNames() {}

    static boolean isReserved(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return RESERVED.contains(name) || RESERVED_PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** RFC 9110, 5.6.2. */
    static boolean isName(String header) {
        return header.matches(TOKEN);
    }

    /** Whether it can be sent as a field's value (RFC 9110, 5.5); one of our making must not end the field. */
    static boolean isValue(String value) {
        return value.chars()
                .allMatch(
                        character -> character == '\t' || (character >= ' ' && character <= 0xFF && character != 0x7F));
    }
}
