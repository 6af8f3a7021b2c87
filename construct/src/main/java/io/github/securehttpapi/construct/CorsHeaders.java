package io.github.securehttpapi.construct;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awscdk.Token;

/** Names of headers that browsers let through on a page's word, in lower case, as HTTP/2 and preflights have them. */
final class CorsHeaders {
    /** {@code token} of RFC 9110, section 5.6.2, but for {@code *}. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'+.^_`|~-]+");

    /** Fetch Standard, "forbidden request-header", which those that begin with {@code proxy-} and {@code sec-} are too. */
    private static final Set<String> SET_BY_BROWSERS = Set.of(
            "accept-charset",
            "accept-encoding",
            "connection",
            "content-length",
            "cookie2",
            "date",
            "dnt",
            "expect",
            "host",
            "keep-alive",
            "origin",
            "referer",
            "set-cookie",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "via");

    /** Fetch Standard, "forbidden response-header name". */
    private static final Set<String> KEPT_BY_BROWSERS = Set.of("set-cookie", "set-cookie2");

    private static final String OF_CORS = "access-control-";

    private CorsHeaders() {}

    static List<String> allowed(List<String> known, List<String> more) {
        Set<String> all = new LinkedHashSet<>(known);
        for (String name : more) {
            requireName(name, "allowedHeaders", "never covers authorization");
            all.add(requireSettable(name, name.toLowerCase(Locale.ROOT)));
        }
        return List.copyOf(all);
    }

    static List<String> exposed(List<String> known, List<String> more) {
        Set<String> all = new LinkedHashSet<>(known);
        for (String name : more) {
            requireName(name, "exposedHeaders", "shows what nobody meant to show");
            all.add(requireReadable(name, name.toLowerCase(Locale.ROOT)));
        }
        return List.copyOf(all);
    }

    private static String requireSettable(String name, String lowerCase) {
        String rule = "allowedHeaders must be headers that a page has reason to set";
        if (lowerCase.equals("cookie")) {
            throw refused(rule, name, "browsers send it where allowCredentials() says so");
        }
        if (lowerCase.startsWith(OF_CORS)) {
            throw refused(rule, name, "it is between the browser and the gateway");
        }
        if (SET_BY_BROWSERS.contains(lowerCase) || lowerCase.startsWith("proxy-") || lowerCase.startsWith("sec-")) {
            throw refused(rule, name, "browsers set it themselves");
        }
        return lowerCase;
    }

    private static String requireReadable(String name, String lowerCase) {
        String rule = "exposedHeaders must be headers that a page has reason to read";
        if (KEPT_BY_BROWSERS.contains(lowerCase)) {
            throw refused(rule, name, "browsers show it to no page");
        }
        if (lowerCase.startsWith(OF_CORS)) {
            throw refused(rule, name, "it is between the browser and the gateway");
        }
        return lowerCase;
    }

    private static IllegalArgumentException refused(String rule, String name, String why) {
        return new IllegalArgumentException(rule + ", got '" + name + "': drop it, since " + why);
    }

    private static void requireName(String name, String property, String whyNoWildcard) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    property + " must be names of headers, got '" + name + "': " + fix(name, whyNoWildcard));
        }
    }

    /** No token passes the rule above, so that only what broke it is worth a call to the kernel. */
    private static String fix(String name, String whyNoWildcard) {
        if (name.equals("*")) {
            return "name each header, since '*' " + whyNoWildcard + ", and with credentials is a header of that name";
        }
        if (name.contains("*")) {
            return "name each header, since '*' stands for nothing within a name";
        }
        return Boolean.TRUE.equals(Token.isUnresolved(name))
                ? "write it as a literal"
                : "write the name alone, such as 'x-tenant-id'";
    }
}
