package io.github.securehttpapi.construct;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;

/**
 * What pages of other origins may do with an API in a browser. The methods are not among it: they are those of the routes.
 *
 * <pre>{@code
 * SecureHttpApi.Builder.create(this, "Api")
 *         .cors(Cors.allowedOrigins(List.of("https://shop.example.com"))
 *                 .allowedHeaders(List.of("x-tenant-id"))
 *                 .exposedHeaders(List.of("etag"))
 *                 .allowCredentials()
 *                 .maxAge(Duration.hours(1)))
 *         .build();
 * }</pre>
 *
 * <p>Instances are immutable.
 */
public final class Cors {
    private static final List<String> ALLOWED_HEADERS = List.of("authorization", "content-type", "x-request-id");

    /** The gateway's own 401, 403 and 429 carry its id alone. */
    private static final List<String> EXPOSED_HEADERS = List.of("x-request-id", "apigw-requestid");

    /** So that a change to the origins reaches every browser within it. */
    private static final Duration MAX_AGE = Duration.minutes(5);

    /** API Gateway V2 API reference, {@code Cors}: {@code IntegerWithLengthBetweenMinus1And86400}. */
    private static final long LARGEST_MAX_AGE_SECONDS = 86_400;

    private static final long MILLIS_PER_SECOND = 1_000;

    private final List<String> allowedOrigins;
    private final List<String> developmentOrigins;
    private final List<String> allowedHeaders;
    private final List<String> exposedHeaders;
    private final Duration maxAge;
    private final boolean credentials;

    private Cors(
            List<String> allowedOrigins,
            List<String> developmentOrigins,
            List<String> allowedHeaders,
            List<String> exposedHeaders,
            Duration maxAge,
            boolean credentials) {
        this.allowedOrigins = allowedOrigins;
        this.developmentOrigins = developmentOrigins;
        this.allowedHeaders = allowedHeaders;
        this.exposedHeaders = exposedHeaders;
        this.maxAge = maxAge;
        this.credentials = credentials;
        if (credentials) {
            requireNoDevelopmentOrigins();
            AllowedOrigins.requireFitForCredentials(allowedOrigins);
        }
    }

    /**
     * The origins whose pages may call the API.
     *
     * @param origins exact https origins such as {@code https://app.example.com}; the value of a {@code CfnParameter} of
     *     type String, which gets an {@code AllowedPattern} for such origins unless it has one; or {@code https://} before
     *     an attribute of a resource, such as a distribution's domain name. None switches CORS off, but for {@link
     *     #developmentOrigins}
     * @return settings with these origins and the defaults for the rest
     * @throws IllegalArgumentException if one is none of these, or a parameter's default is no such origin
     */
    public static Cors allowedOrigins(List<String> origins) {
        return new Cors(AllowedOrigins.require(origins), List.of(), ALLOWED_HEADERS, EXPOSED_HEADERS, MAX_AGE, false);
    }

    /**
     * The same settings with origins on the developer's machine, beside any that were given before. Not for production:
     * whoever runs a program on a user's machine may serve a page there. So synthesis warns of them; where they are meant,
     * {@code Annotations.of(api).acknowledgeWarning("SecureHttpApi:DevelopmentOrigins")} says so.
     *
     * @param origins {@code http://localhost:port} or {@code http://127.0.0.1:port}, without the port if it is 80
     * @return the settings to give to an API
     * @throws IllegalArgumentException if one is neither
     * @throws IllegalStateException if credentials are allowed
     */
    public Cors developmentOrigins(List<String> origins) {
        List<String> all = Stream.concat(developmentOrigins.stream(), DevelopmentOrigins.require(origins).stream())
                .distinct()
                .toList();
        return new Cors(allowedOrigins, all, allowedHeaders, exposedHeaders, maxAge, credentials);
    }

    /**
     * The same settings with more headers for pages to send, beside the defaults, {@code authorization}, {@code
     * content-type} and {@code x-request-id}, and any that were given before.
     *
     * @param more names, of which case does not matter
     * @return the settings to give to an API
     * @throws IllegalArgumentException if one is no name of a header (RFC 9110, section 5.1), has a {@code *}, or is of a
     *     header that browsers let no page set (Fetch Standard, forbidden request-header)
     */
    public Cors allowedHeaders(List<String> more) {
        List<String> all = CorsHeaders.allowed(allowedHeaders, more);
        return new Cors(allowedOrigins, developmentOrigins, all, exposedHeaders, maxAge, credentials);
    }

    /**
     * The same settings with more headers of responses for pages to read, beside the defaults, {@code x-request-id} and
     * {@code apigw-requestid}, and any that were given before. Some need no naming: {@code cache-control}, {@code
     * content-language}, {@code content-length}, {@code content-type}, {@code expires}, {@code last-modified} and {@code
     * pragma} (Fetch Standard, CORS-safelisted response-header name).
     *
     * @param more names, of which case does not matter
     * @return the settings to give to an API
     * @throws IllegalArgumentException if one is no name of a header (RFC 9110, section 5.1), has a {@code *}, or is of a
     *     header that browsers let no page read (Fetch Standard, forbidden response-header name)
     */
    public Cors exposedHeaders(List<String> more) {
        List<String> all = CorsHeaders.exposed(exposedHeaders, more);
        return new Cors(allowedOrigins, developmentOrigins, allowedHeaders, all, maxAge, credentials);
    }

    /**
     * The same settings with another time for browsers to keep the answer to a preflight, in place of 5 minutes. Changes to
     * the settings take that long to reach a browser. Browsers have limits of their own: two hours in Chromium, a day in
     * Firefox.
     *
     * @param age whole seconds up to a day; with 0, every request that needs a preflight has its own
     * @return the settings to give to an API
     * @throws IllegalArgumentException if it is longer, no whole number of seconds, or known only when deployed
     */
    public Cors maxAge(Duration age) {
        requireMaxAge(age);
        return new Cors(allowedOrigins, developmentOrigins, allowedHeaders, exposedHeaders, age, credentials);
    }

    /**
     * The same settings with credentials: cookies, client certificates, and the browser's own HTTP authentication. An
     * {@code authorization} header that the page sets itself, as for bearer tokens, needs none of this.
     *
     * <p>A page of an allowed origin then acts as whoever is logged in, so that the origins have to be exact beyond doubt: a
     * parameter with an {@code AllowedPattern} of its own has it narrowed to exact https origins.
     *
     * @return the settings to give to an API
     * @throws IllegalStateException if there are development origins, or if an allowed origin has an attribute of a custom
     *     resource or a nested stack in it, which may be anything
     */
    public Cors allowCredentials() {
        return new Cors(allowedOrigins, developmentOrigins, allowedHeaders, exposedHeaders, maxAge, true);
    }

    private void requireNoDevelopmentOrigins() {
        if (!developmentOrigins.isEmpty()) {
            throw new IllegalStateException("developmentOrigins must come without credentials, got '"
                    + developmentOrigins.get(0) + "' and allowCredentials(): any page there would act as whoever is"
                    + " logged in; serve yours through the API's own origin with the development server's proxy, or"
                    + " from https and name it in allowedOrigins");
        }
    }

    private static void requireMaxAge(Duration age) {
        if (Boolean.TRUE.equals(age.isUnresolved())) {
            throw new IllegalArgumentException(
                    "maxAge must be known at synthesis, got an unresolved value: write it as a literal");
        }
        long millis = age.toMilliseconds().longValue();
        if (millis % MILLIS_PER_SECOND != 0 || millis > LARGEST_MAX_AGE_SECONDS * MILLIS_PER_SECOND) {
            throw new IllegalArgumentException("maxAge must be whole seconds from 0 to " + LARGEST_MAX_AGE_SECONDS
                    + ", got '" + millis + " ms': API Gateway takes no more than a day, and browsers keep less");
        }
    }

    List<String> origins() {
        return Stream.concat(allowedOrigins.stream(), developmentOrigins.stream())
                .toList();
    }

    List<String> allowedHeaders() {
        return allowedHeaders;
    }

    List<String> exposedHeaders() {
        return exposedHeaders;
    }

    Duration maxAge() {
        return maxAge;
    }

    boolean allowsCredentials() {
        return credentials;
    }

    Optional<String> warning() {
        if (developmentOrigins.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("browsers let pages of '" + String.join("', '", developmentOrigins)
                + "' call the API, and whoever runs a program on a user's machine may serve one there: leave"
                + " developmentOrigins(…) out in production, or acknowledge this where it is meant");
    }
}
