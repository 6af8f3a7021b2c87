package io.github.securehttpapi.handler;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cookie for a response to set (RFC 6265). Immutable: each method returns a changed one.
 *
 * <p>Unless told otherwise it goes to this host alone, over https alone ({@code Secure}), is out of reach of scripts
 * ({@code HttpOnly}), does not come along with requests that other sites start, apart from links that are followed
 * ({@code SameSite=Lax}), holds for every path, and ends with the browser's session. {@code Secure} cannot be taken off:
 * an HTTP API is served over https only, and browsers take localhost for as good.
 *
 * <pre>{@code
 * return Response.noContent().cookie(Cookie.of("__Host-session", token).maxAge(Duration.ofHours(8)));
 * }</pre>
 */
public final class Cookie {
    /** In characters, of name and value together. Source: RFC 6265bis, 5.6; browsers ignore larger cookies. */
    private static final int MAX_LENGTH = 4_096;

    /** In characters. Source: RFC 6265bis, 5.6; browsers ignore longer attributes. */
    private static final int MAX_ATTRIBUTE_LENGTH = 1_024;

    /** In characters. RFC 1035, 2.3.4, less the length of the root. */
    private static final int MAX_DOMAIN_LENGTH = 253;

    private final String name;
    private final String value;
    private final String path;
    private final @Nullable String domain;
    private final @Nullable Duration maxAge;
    private final SameSite sameSite;
    private final boolean httpOnly;

    private Cookie(
            String name,
            String value,
            String path,
            @Nullable String domain,
            @Nullable Duration maxAge,
            SameSite sameSite,
            boolean httpOnly) {
        this.name = name;
        this.value = value;
        this.path = path;
        this.domain = domain;
        this.maxAge = maxAge;
        this.sameSite = sameSite;
        this.httpOnly = httpOnly;
    }

    /** Which requests that another site starts a cookie comes along with. */
    public enum SameSite {
        /** None, not even a link that is followed. */
        STRICT("Strict"),
        /** Links that are followed, and other ways to go to a page by GET. */
        LAX("Lax"),
        /** All: then a handler must tell a forged request by itself, by the {@code origin} header for one. */
        NONE("None");

        private final String text;

        SameSite(String text) {
            this.text = text;
        }
    }

    /**
     * A cookie. With {@code __Host-} before its name, browsers take it from this host alone, and no other host of the
     * domain can replace it.
     *
     * @param name a token of RFC 9110
     * @param value printable ASCII without spaces, quotes, commas, semicolons and backslashes, possibly nothing: encode
     *     what is not
     * @return the cookie
     * @throws IllegalArgumentException if {@code name} or {@code value} is not of that kind, or if both together have
     *     over 4,096 characters, which browsers ignore
     */
    public static Cookie of(String name, String value) {
        if (!Ascii.isToken(name)) {
            throw new IllegalArgumentException("cookie name must be a token of RFC 9110, got '" + name + "'");
        }
        for (int i = 0; i < value.length(); i++) {
            if (!isValueCharacter(value.charAt(i))) {
                // Not quoted: it may be a session, and the message reaches the log.
                throw new IllegalArgumentException("value of cookie '" + name + "' must be printable ASCII without "
                        + "spaces, quotes, commas, semicolons and backslashes, got a character of code "
                        + (int) value.charAt(i) + ": encode it, as base64url for one");
            }
        }
        if (name.length() + value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("cookie '" + name + "' must have at most " + MAX_LENGTH
                    + " characters in name and value, got '" + (name.length() + value.length())
                    + "': keep the data, and send its key");
        }
        return new Cookie(name, value, "/", null, null, SameSite.LAX, true);
    }

    /** RFC 6265, 4.1.1: cookie-octet. */
    private static boolean isValueCharacter(char c) {
        return c > ' ' && c <= '~' && c != '"' && c != ',' && c != ';' && c != '\\';
    }

    /**
     * What makes a browser forget a cookie. Give it the path and the domain that the cookie was set with.
     *
     * @param name the cookie's name
     * @return a cookie that is over
     * @throws IllegalArgumentException if {@code name} is not a token of RFC 9110
     */
    public static Cookie deletion(String name) {
        return of(name, "").maxAge(Duration.ZERO);
    }

    /**
     * Has it sent to this path and those below only. That keeps nobody out: scripts of other paths can read and set it.
     *
     * @param path begins with a slash, and has no control characters, semicolons or characters outside ASCII
     * @return a cookie with that path
     * @throws IllegalArgumentException if {@code path} is not of that kind or has over 1,024 characters, or if the name
     *     begins with {@code __Host-}, which allows {@code /} only
     */
    public Cookie path(String path) {
        boolean sound = path.startsWith("/") && path.length() <= MAX_ATTRIBUTE_LENGTH;
        for (int i = 0; sound && i < path.length(); i++) {
            sound = path.charAt(i) >= ' ' && path.charAt(i) <= '~' && path.charAt(i) != ';';
        }
        if (!sound) {
            throw new IllegalArgumentException("path of cookie '" + name + "' must begin with '/' and have at most "
                    + MAX_ATTRIBUTE_LENGTH + " printable ASCII characters, no semicolon among them");
        }
        if (isHostOnly() && !path.equals("/")) {
            throw new IllegalArgumentException("path of cookie '" + name + "' must be '/', got '" + path
                    + "': browsers ignore it otherwise, take another name");
        }
        return new Cookie(name, value, path, domain, maxAge, sameSite, httpOnly);
    }

    /**
     * Has it sent to this domain and every host below it, those of other teams included.
     *
     * @param domain a host name, without a dot before it
     * @return a cookie for that domain
     * @throws IllegalArgumentException if {@code domain} is no host name, or if the cookie's name begins with
     *     {@code __Host-}, which allows none
     */
    public Cookie domain(String domain) {
        if (domain.length() > MAX_DOMAIN_LENGTH || !EmailAddress.isDomain(domain, 0)) {
            throw new IllegalArgumentException(
                    "domain of cookie '" + name + "' must be a host name such as 'example.com', got '" + domain + "'");
        }
        if (isHostOnly()) {
            throw new IllegalArgumentException("cookie '" + name + "' must have no domain, got '" + domain
                    + "': browsers ignore it otherwise, take another name");
        }
        return new Cookie(name, value, path, domain, maxAge, sameSite, httpOnly);
    }

    // In any case: browsers compare these prefixes so, for servers which do (RFC 6265bis, 5.4).
    private boolean isHostOnly() {
        return name.toLowerCase(Locale.ROOT).startsWith("__host-");
    }

    private boolean isForHttpOnly() {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return lowerCase.startsWith("__http-") || lowerCase.startsWith("__host-http-");
    }

    /**
     * Has it kept for longer than the browser's session.
     *
     * @param maxAge for how long, in whole seconds; browsers keep none for more than 400 days
     * @return a cookie with that age
     * @throws IllegalArgumentException if {@code maxAge} is negative or not in whole seconds
     */
    public Cookie maxAge(Duration maxAge) {
        if (maxAge.isNegative() || maxAge.toNanosPart() != 0) {
            throw new IllegalArgumentException(
                    "maxAge of cookie '" + name + "' must be of whole seconds and not negative, got '" + maxAge + "'");
        }
        return new Cookie(name, value, path, domain, maxAge, sameSite, httpOnly);
    }

    /**
     * Changes which requests of other sites it comes along with.
     *
     * @param sameSite which
     * @return a cookie with that setting
     */
    public Cookie sameSite(SameSite sameSite) {
        return new Cookie(
                name,
                value,
                path,
                domain,
                maxAge,
                Objects.requireNonNull(sameSite, "sameSite must not be null"),
                httpOnly);
    }

    /**
     * Leaves {@code HttpOnly} off, so that scripts of the page can read it, and so can whoever gets a script into the
     * page: never for a session.
     *
     * @return a cookie that scripts can read
     * @throws IllegalArgumentException if the name begins with {@code __Http-} or {@code __Host-Http-}, which say the
     *     opposite
     */
    public Cookie readableByScripts() {
        if (isForHttpOnly()) {
            throw new IllegalArgumentException("cookie '" + name
                    + "' must be out of reach of scripts: browsers ignore it otherwise, take another name");
        }
        return new Cookie(name, value, path, domain, maxAge, sameSite, false);
    }

    /** Whether a browser takes the two for the same cookie, and keeps the later: RFC 6265, 5.3. */
    boolean replaces(Cookie other) {
        return name.equals(other.name) && path.equals(other.path) && Objects.equals(domain, other.domain);
    }

    /** The value of a {@code set-cookie}: RFC 6265, 4.1. */
    String header() {
        StringBuilder header = new StringBuilder(name.length() + value.length() + 64);
        header.append(name).append('=').append(value).append("; Path=").append(path);
        if (domain != null) {
            header.append("; Domain=").append(domain);
        }
        if (maxAge != null) {
            header.append("; Max-Age=").append(maxAge.toSeconds());
        }
        header.append("; Secure");
        if (httpOnly) {
            header.append("; HttpOnly");
        }
        return header.append("; SameSite=").append(sameSite.text).toString();
    }

    /** Names the cookie, and does not show its value: whatever prints it, a log above all, would keep a session. */
    @Override
    public String toString() {
        return "Cookie[" + name + "]";
    }
}
