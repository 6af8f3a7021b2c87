package io.github.securehttpapi.construct;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteIntegration;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.IFunction;

/**
 * A route to add to a {@link SecureHttpApi}: what it matches, what answers, and who may call it.
 *
 * <pre>{@code
 * SecureRoute.post("/contacts")
 *         .handler(contactFunction)
 *         .throttle(ThrottleSettings.builder().rateLimit(2).burstLimit(5).build())
 *         .build();
 * }</pre>
 *
 * <p>Instances are immutable.
 */
public final class SecureRoute {
    private final RouteKey key;
    private final RouteIntegration integration;
    private final @Nullable IHttpRouteAuthorizer authorizer;
    private final List<String> authorizationScopes;
    private final @Nullable PublicAccess publicAccess;
    private final @Nullable ThrottleSettings throttle;

    private SecureRoute(Builder builder) {
        this.key = builder.key;
        this.integration = RouteIntegration.of(builder.key, builder.handler, builder.integration, builder.timeout);
        this.authorizer = builder.authorizer;
        this.authorizationScopes = builder.authorizationScopes;
        this.publicAccess = builder.publicAccess;
        this.throttle = builder.throttle;
    }

    private SecureRoute(RouteKey key, RouteIntegration integration, PublicAccess publicAccess) {
        this.key = key;
        this.integration = integration;
        this.authorizer = null;
        this.authorizationScopes = List.of();
        this.publicAccess = publicAccess;
        this.throttle = null;
    }

    private SecureRoute(SecureRoute other, List<String> authorizationScopes) {
        this.key = other.key;
        this.integration = other.integration;
        this.authorizer = other.authorizer;
        this.authorizationScopes = authorizationScopes;
        this.publicAccess = other.publicAccess;
        this.throttle = other.throttle;
    }

    /**
     * A route for GET requests.
     *
     * @param path the path, such as {@code /contacts/{id}}
     * @return a builder to say the rest with
     * @throws IllegalArgumentException if API Gateway would not take the path
     */
    public static Builder get(String path) {
        return of(HttpMethod.GET, path);
    }

    /**
     * A route for HEAD requests, which a GET route does not answer.
     *
     * @param path the path, such as {@code /contacts/{id}}
     * @return a builder to say the rest with
     * @throws IllegalArgumentException if API Gateway would not take the path
     */
    public static Builder head(String path) {
        return of(HttpMethod.HEAD, path);
    }

    /**
     * A route for POST requests.
     *
     * @param path the path, such as {@code /contacts}
     * @return a builder to say the rest with
     * @throws IllegalArgumentException if API Gateway would not take the path
     */
    public static Builder post(String path) {
        return of(HttpMethod.POST, path);
    }

    /**
     * A route for PUT requests.
     *
     * @param path the path, such as {@code /contacts/{id}}
     * @return a builder to say the rest with
     * @throws IllegalArgumentException if API Gateway would not take the path
     */
    public static Builder put(String path) {
        return of(HttpMethod.PUT, path);
    }

    /**
     * A route for PATCH requests.
     *
     * @param path the path, such as {@code /contacts/{id}}
     * @return a builder to say the rest with
     * @throws IllegalArgumentException if API Gateway would not take the path
     */
    public static Builder patch(String path) {
        return of(HttpMethod.PATCH, path);
    }

    /**
     * A route for DELETE requests.
     *
     * @param path the path, such as {@code /contacts/{id}}
     * @return a builder to say the rest with
     * @throws IllegalArgumentException if API Gateway would not take the path
     */
    public static Builder delete(String path) {
        return of(HttpMethod.DELETE, path);
    }

    /**
     * A route for OPTIONS requests. None is needed for the preflight of other routes, which the gateway answers.
     *
     * @param path the path, such as {@code /contacts/{id}}
     * @return a builder to say the rest with
     * @throws IllegalArgumentException if API Gateway would not take the path
     */
    public static Builder options(String path) {
        return of(HttpMethod.OPTIONS, path);
    }

    /**
     * A route for requests of every method that has no route of its own. It takes OPTIONS too: see {@link
     * SecureHttpApi#addRoute} for what that means for browsers.
     *
     * @param path the path, such as {@code /contacts/{id}}
     * @return a builder to say the rest with
     * @throws IllegalArgumentException if API Gateway would not take the path
     */
    public static Builder any(String path) {
        return of(HttpMethod.ANY, path);
    }

    /**
     * The route {@code $default}, for requests that match no other. It takes OPTIONS too: see {@link
     * SecureHttpApi#addRoute} for what that means for browsers.
     *
     * @return a builder to say the rest with
     */
    public static Builder defaultRoute() {
        return new Builder(RouteKey.DEFAULT);
    }

    private static Builder of(HttpMethod method, String path) {
        return new Builder(new RouteKey(method, path));
    }

    RouteKey key() {
        return key;
    }

    RouteIntegration integration() {
        return integration;
    }

    @Nullable IHttpRouteAuthorizer authorizer() {
        return authorizer;
    }

    List<String> authorizationScopes() {
        return authorizationScopes;
    }

    @Nullable PublicAccess publicAccess() {
        return publicAccess;
    }

    @Nullable ThrottleSettings throttle() {
        return throttle;
    }

    SecureRoute withAuthorizationScopes(List<String> scopes) {
        return new SecureRoute(this, scopes);
    }

    /** A route that answers preflight for this one: same integration, no credentials, which browsers do not send then. */
    SecureRoute preflight(RouteKey preflightKey) {
        return new SecureRoute(
                preflightKey,
                integration,
                PublicAccess.because("CORS preflight for " + key + ", sent without credentials"));
    }

    /** Says the rest of a route. Not thread-safe. */
    public static final class Builder implements software.amazon.jsii.Builder<SecureRoute> {
        private final RouteKey key;
        private @Nullable IFunction handler;
        private @Nullable HttpRouteIntegration integration;
        private @Nullable IHttpRouteAuthorizer authorizer;
        private List<String> authorizationScopes = List.of();
        private @Nullable PublicAccess publicAccess;
        private @Nullable ThrottleSettings throttle;
        private @Nullable Duration timeout;

        private Builder(RouteKey key) {
            this.key = key;
        }

        /**
         * The function, alias or version that answers. This, a {@link JavaFunction} or an {@link #integration} is required.
         *
         * @param function invoked with payload format 2.0
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder handler(IFunction function) {
            this.handler = Objects.requireNonNull(function, "function");
            return this;
        }

        /**
         * The function that answers, through its alias, so that it starts from its snapshot.
         *
         * @param function invoked with payload format 2.0
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder handler(JavaFunction function) {
            return handler(function.getAlias());
        }

        /**
         * Any integration of the CDK in place of a function: a URL, a load balancer, a queue. It is taken as it is, with its
         * own time-out, and defined with the first route that it is given to, whose removal replaces it. Behind an {@code
         * ANY} or {@code $default} route with an authorizer, it has to answer OPTIONS with a 2xx where origins are allowed,
         * which an AWS service cannot: {@link SecureHttpApi#addRoute} refuses it there.
         *
         * @param routeIntegration what answers; for a function rather {@link #handler}, since the CDK's own integration
         *     adds a permission for every route
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder integration(HttpRouteIntegration routeIntegration) {
            this.integration = Objects.requireNonNull(routeIntegration, "routeIntegration");
            return this;
        }

        /**
         * Who may call the route, in place of the API's default authorizer and its default scopes.
         *
         * @param routeAuthorizer any authorizer of the CDK but {@code HttpNoneAuthorizer}, whose place {@link
         *     #publicAccess} takes
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder authorizer(IHttpRouteAuthorizer routeAuthorizer) {
            this.authorizer = Objects.requireNonNull(routeAuthorizer, "routeAuthorizer");
            return this;
        }

        /**
         * OAuth scopes, any one of which the caller's token must carry, in place of the API's default ones. For JWT
         * authorizers: {@link SecureHttpApi#addRoute} refuses them with another one.
         *
         * @param scopes at most 10 scopes; with none, the API's default ones hold
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if there are more, or one is named twice, empty, or has a space in it
         */
        public Builder authorizationScopes(List<String> scopes) {
            this.authorizationScopes =
                    AuthorizationScopes.require(scopes, "authorizationScopes of route '" + key + "'");
            return this;
        }

        /**
         * Lets anyone call the route, the API's default authorizer notwithstanding.
         *
         * @param access the reason
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder publicAccess(PublicAccess access) {
            this.publicAccess = Objects.requireNonNull(access, "access");
            return this;
        }

        /**
         * The route's own limit, in place of the API's. It is shared by all callers, and best effort: what must not be
         * overrun needs a limit of its own. API Gateway is reported to keep the limit of a route that no longer has one
         * (serverless#8590): give it the API's own, or delete the setting by hand.
         *
         * @param settings the rate in requests per second, and the burst in requests; both are needed
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder throttle(ThrottleSettings settings) {
            this.throttle = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /**
         * How long the gateway waits for the function before it answers 503, in place of 10 seconds.
         *
         * @param limit from 50 milliseconds to 29 seconds, known at synthesis
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder timeout(Duration limit) {
            this.timeout = Objects.requireNonNull(limit, "limit");
            return this;
        }

        /**
         * The route as said so far.
         *
         * @return the route
         * @throws IllegalStateException if neither a handler nor an integration was given, or both; if an integration was
         *     given a time-out here; or if the route was given both public access and an authorizer or scopes
         * @throws IllegalArgumentException if the throttle or the time-out is out of range
         */
        @Override
        public SecureRoute build() {
            if (publicAccess != null && (authorizer != null || !authorizationScopes.isEmpty())) {
                throw new IllegalStateException("route '" + key + "' must be public or authorized, got both: drop"
                        + " publicAccess(…), or authorizer(…) and authorizationScopes(…)");
            }
            if (throttle != null) {
                Throttle.require(throttle, "throttle of route '" + key + "'");
            }
            return new SecureRoute(this);
        }
    }
}
