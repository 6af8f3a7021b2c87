package io.github.securehttpapi.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that stands for an origin. Browsers send scheme, host, and a port unless it is the scheme's own (RFC 6454, section
 * 6.2), in lower case; API Gateway compares that as text.
 *
 * @param text the text
 */
record OriginText(String text) {
    /** What a text lets in. */
    enum Kind {
        /** Every page, or every page of a scheme (API Gateway developer guide, http-api-cors.html). */
        ANY,
        /** Pages that come without TLS. */
        HTTP,
        /** Pages that a developer's machine serves to itself. */
        LOCAL,
        /** Pages of one https origin, or of an app with a scheme of its own. */
        EXACT,
        /** Nothing that is known: no browser sends it, or any page may have one send it. */
        MALFORMED
    }

    private static final String HTTPS = "https://";
    private static final String HTTP = "http://";
    private static final Set<String> WILDCARDS = Set.of("*", HTTPS + "*", HTTP + "*");

    /** Underscores are none of a host's in RFC 952, and yet there are hosts that have some. */
    private static final String LABEL = "[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?";

    private static final String HOST = "(" + LABEL + "(\\." + LABEL + ")*|\\[[0-9a-f:]+])";

    /** A host has 253 characters at most (RFC 1035); patterns need a stack for what is much longer. */
    private static final int LONGEST = 300;

    private static final Pattern EXACT = Pattern.compile(HTTPS + HOST + "(:([1-9][0-9]{0,4}))?");
    private static final Pattern APP = Pattern.compile("(?!https?:)[a-z][a-z0-9+.-]*://[^/?#*\\s]+");
    private static final Pattern LOCAL =
            Pattern.compile("http://(([a-z0-9-]+\\.)*localhost|127\\.0\\.0\\.1|\\[::1])([:/].*)?");
    private static final Pattern PATH = Pattern.compile("(https?://[^/?#]*)[/?#].*");
    private static final int LARGEST_PORT = 65_535;

    Kind kind() {
        if (text.length() > LONGEST) {
            return Kind.MALFORMED;
        }
        if (WILDCARDS.contains(text)) {
            return Kind.ANY;
        }
        if (LOCAL.matcher(lowerCase()).matches()) {
            return Kind.LOCAL;
        }
        if (lowerCase().startsWith(HTTP)) {
            return Kind.HTTP;
        }
        return isExact(text) || APP.matcher(text).matches() ? Kind.EXACT : Kind.MALFORMED;
    }

    private static boolean isExact(String origin) {
        Matcher exact = EXACT.matcher(origin);
        if (origin.length() > LONGEST || !exact.matches()) {
            return false;
        }
        String port = exact.group(exact.groupCount());
        return port == null || (!port.equals("443") && Integer.parseInt(port) <= LARGEST_PORT);
    }

    /** What to do about a malformed one. */
    String advice() {
        if (text.equals("null")) {
            return "leave it out, since a page of any site can send it from a sandboxed frame";
        }
        if (text.contains("*")) {
            return "name each origin, since API Gateway takes no wildcard within a host";
        }
        if (pieces().size() > 1) {
            return "write each origin as an item of its own";
        }
        if (!text.contains("://")) {
            return "write 'https://' and the host";
        }
        if (!text.equals(lowerCase())) {
            return "write it in lower case, as browsers do";
        }
        return adviceOnAuthority();
    }

    private String adviceOnAuthority() {
        Matcher path = PATH.matcher(text);
        if (path.matches()) {
            return text.substring(path.group(1).length()).equals("/") ? "drop the trailing slash" : "drop the path";
        }
        return text.endsWith(":443") ? "drop ':443', as browsers do" : "write 'https://host' or 'https://host:port'";
    }

    /** The exact https origins that were meant; none if that cannot be told. */
    List<String> corrected() {
        if (text.length() > LONGEST) {
            return List.of();
        }
        List<String> exact = new ArrayList<>();
        for (String piece : pieces()) {
            String corrected = corrected(piece);
            if (corrected == null) {
                return List.of();
            }
            exact.add(corrected);
        }
        return exact;
    }

    private List<String> pieces() {
        return List.of(text.strip().split("[,\\s]+"));
    }

    private static @Nullable String corrected(String piece) {
        String origin = piece.toLowerCase(Locale.ROOT);
        Matcher path = PATH.matcher(origin);
        if (path.matches()) {
            origin = path.group(1);
        }
        if (LOCAL.matcher(origin).matches() || piece.equals("null")) {
            return null;
        }
        if (origin.startsWith(HTTP)) {
            origin = HTTPS + withoutPort(origin.substring(HTTP.length()), ":80");
        } else if (!origin.contains("://")) {
            origin = HTTPS + origin.replaceFirst("/.*", "");
        }
        origin = withoutPort(origin, ":443");
        return isExact(origin) ? origin : null;
    }

    private static String withoutPort(String authority, String port) {
        return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
    }

    private String lowerCase() {
        return text.toLowerCase(Locale.ROOT);
    }
}
