package io.github.securehttpapi.construct;

import java.util.Locale;
import java.util.regex.Pattern;
import software.amazon.awscdk.Token;

/**
 * Names of hosts and domains as API Gateway takes them: RFC 1035, section 2.3.1, in lower case, since "uppercase letters
 * and the underscore (_) character are not supported" ({@code AWS::ApiGatewayV2::DomainName}, CloudFormation reference).
 */
final class HostName {
    /** Such as {@code *.example.com}: it stands for one label, and so does the wildcard of a certificate. */
    private static final String WILDCARD = "*.";

    /** RFC 1035, section 2.3.4: 63 octets for a label. */
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    private static final Pattern HOST = Pattern.compile(LABEL + "(\\." + LABEL + ")+");

    /** RFC 1035, section 2.3.4: 255 octets, of which the first length and the root's take two. */
    private static final int LONGEST = 253;

    private HostName() {}

    static void requireDomain(String name) {
        String host = isWildcard(name) ? name.substring(WILDCARD.length()) : name;
        if (isKnown(name) && !isHost(host)) {
            throw new IllegalArgumentException(
                    "domain name must be a host name in lower case, or one behind '*.', got '" + name + "': "
                            + fix(host));
        }
    }

    static void requireHost(String name) {
        if (isKnown(name) && !isHost(name)) {
            throw new IllegalArgumentException(
                    "host must be a host name in lower case, got '" + name + "': " + fix(name));
        }
    }

    static boolean isKnown(String name) {
        return !Boolean.TRUE.equals(Token.isUnresolved(name));
    }

    static boolean isWildcard(String name) {
        return name.startsWith(WILDCARD);
    }

    /** Whether a wildcard stands for a host too. */
    static boolean covers(String wildcard, String host) {
        return isWildcard(wildcard) && host.substring(host.indexOf('.')).equals(wildcard.substring(1));
    }

    private static boolean isHost(String name) {
        return name.length() <= LONGEST && HOST.matcher(name).matches();
    }

    private static String fix(String name) {
        if (name.contains("://")) {
            return "drop the scheme";
        }
        if (name.indexOf('/') >= 0) {
            return name.indexOf('/') == name.length() - 1
                    ? "drop the trailing slash"
                    : "drop the path, and pass it to mappingKey(…)";
        }
        if (name.contains(":")) {
            return "drop the port, API Gateway answers on 443 alone";
        }
        if (name.endsWith(".")) {
            return "drop the trailing dot";
        }
        if (name.contains("*")) {
            return "use the wildcard for the whole of the first label and no other, as in '*.example.com'";
        }
        return name.equals(name.toLowerCase(Locale.ROOT))
                ? "write one such as 'api.example.com', with at most 63 characters between dots and 253 in all"
                : "write it in lower case";
    }
}
