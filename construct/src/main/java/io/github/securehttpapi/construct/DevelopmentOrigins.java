package io.github.securehttpapi.construct;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import software.amazon.awscdk.Token;

/** Origins of pages that a developer's own machine serves, which need no TLS there since nothing leaves the machine. */
final class DevelopmentOrigins {
    private static final String SCHEME = "http://";
    private static final int DEFAULT_PORT = 80;

    /** Without {@code [::1]}: whether API Gateway takes it is unverified, and {@code localhost} leads there as well. */
    private static final Pattern ORIGIN = Pattern.compile("http://(localhost|127\\.0\\.0\\.1)(:[1-9][0-9]{0,4})?");

    private DevelopmentOrigins() {}

    static List<String> require(List<String> origins) {
        origins.forEach(DevelopmentOrigins::require);
        return List.copyOf(origins);
    }

    static boolean matches(String origin) {
        return ORIGIN.matcher(origin).matches() && AllowedOrigins.hasProperPort(origin, DEFAULT_PORT);
    }

    private static void require(String origin) {
        if (!matches(origin)) {
            throw new IllegalArgumentException("developmentOrigins must be 'http://localhost:port' or"
                    + " 'http://127.0.0.1:port', got '" + origin + "': " + fix(origin));
        }
    }

    /** No token passes the rule above, so that only what broke it is worth a call to the kernel. */
    private static String fix(String origin) {
        if (Boolean.TRUE.equals(Token.isUnresolved(origin))) {
            return "write it as a literal";
        }
        if (origin.startsWith("https://")) {
            return "name it in allowedOrigins";
        }
        String lowerCase = origin.toLowerCase(Locale.ROOT);
        if (!origin.equals(lowerCase) && matches(lowerCase)) {
            return "write it in lower case, as browsers do";
        }
        if (origin.endsWith("/") && matches(origin.substring(0, origin.length() - 1))) {
            return "drop the trailing slash";
        }
        if (origin.endsWith(":80") && matches(origin.substring(0, origin.length() - 3))) {
            return "drop ':80', as browsers do";
        }
        if (origin.startsWith(SCHEME + "[::1]")) {
            return "open the page at 'http://localhost:port', and write that";
        }
        return "name each port of this machine, and serve pages of any other from https";
    }
}
