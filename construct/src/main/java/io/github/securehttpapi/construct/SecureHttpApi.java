package io.github.securehttpapi.construct;

import io.github.securehttpapi.review.ApiRequirement;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.ApiMapping;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.IDomainName;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * An API Gateway HTTP API whose defaults make it safe without being asked: every route has an authorizer or a stated reason
 * to be public, access is logged, requests are throttled, and browsers are let in from named origins only.
 *
 * <pre>{@code
 * SecureHttpApi api = SecureHttpApi.Builder.create(this, "Api")
 *         .allowedOrigins(List.of("https://app.example.com"))
 *         .defaultAuthorizer(jwtAuthorizer)
 *         .build();
 *
 * api.addRoute(SecureRoute.get("/contacts").handler(contactFunction).build());
 * api.addRoute(SecureRoute.get("/health")
 *         .handler(healthFunction)
 *         .publicAccess(PublicAccess.because("load balancer probe, returns no data"))
 *         .build());
 * }</pre>
 *
 * <p>The stack gets an output with the API's URL. Its name is this construct's path in the stack and {@code Url}: {@code
 * ApiUrl} for the {@code Api} above. The stack must have no other output of that name.
 *
 * <p>Like all constructs it is not thread-safe.
 */
public final class SecureHttpApi extends Construct {
    private static final ThrottleSettings DEFAULT_THROTTLE =
            ThrottleSettings.builder().rateLimit(10).burstLimit(20).build();

    private final HttpApi httpApi;
    private final ILogGroup accessLog;
    private final HttpStage stage;
    private final @Nullable DefinedDomain domain;
    private final String url;
    private final Routes routes;

    private SecureHttpApi(
            Construct scope, String id, Builder builder, @Nullable Cors cors, DefaultAuthorization defaults) {
        super(scope, id);
        this.httpApi = defineApi(id, builder, cors);
        this.accessLog = builder.accessLog.defineGroup(this, httpApi.getApiId());
        this.stage = defineStage(builder);
        this.domain = builder.domain == null ? null : builder.domain.define(this, httpApi, stage);
        this.url = builder.domain == null ? StageName.url(stage, builder.stageName) : builder.domain.url();
        this.routes = new Routes(this, httpApi, stage, defaults, builder.permissionScope, builder.clock);
        if (cors != null) {
            letBrowsersIn(cors);
        }
        if (builder.acknowledgeFindings) {
            routes.acknowledgePublicAccess();
        }
        UrlOutput.define(this, url);
    }

    private HttpApi defineApi(String id, Builder builder, @Nullable Cors cors) {
        HttpApi.Builder api = HttpApi.Builder.create(this, "HttpApi")
                .apiName(builder.apiName == null ? ApiName.byDefault(this, id) : builder.apiName)
                .description(builder.description)
                .defaultAuthorizer(builder.defaultAuthorizer)
                .createDefaultStage(false);
        if (cors != null) {
            api.corsPreflight(CorsPreflight.of(cors));
        }
        if (builder.domain != null) {
            api.disableExecuteApiEndpoint(!builder.domain.keepsExecuteApiEndpoint());
        }
        return api.build();
    }

    private HttpStage defineStage(Builder builder) {
        HttpStage defined = HttpStage.Builder.create(this, "Stage")
                .httpApi(httpApi)
                .stageName(builder.stageName)
                .autoDeploy(true)
                .detailedMetricsEnabled(true)
                .throttle(builder.throttle)
                .build();
        // The L2's own access-log settings are an interface to implement, called back from the kernel.
        CfnChild.of(defined, CfnStage.class).setAccessLogSettings(builder.accessLog.settings(accessLog));
        return defined;
    }

    private void letBrowsersIn(Cors cors) {
        routes.letBrowsersIn();
        cors.warning()
                .ifPresent(warning -> Annotations.of(this).addWarningV2("SecureHttpApi:DevelopmentOrigins", warning));
    }

    /**
     * Adds a route.
     *
     * <p>An {@code ANY} or {@code $default} route with an authorizer would take preflight requests too, and refuse them,
     * since browsers send them without credentials. So where origins are allowed, such a route comes with a public OPTIONS
     * route to the same integration, unless there is one. The function behind it has to answer it with a 2xx, as the handler
     * kit does; the gateway adds the CORS headers. Anyone can send it, so that it must do nothing else there. Integrations with
     * an AWS service, or with a method of their own, would do what they do for any request: such a route is refused.
     *
     * @param route what it matches, what answers, and who may call it
     * @return the CDK's own route, for what this construct has no word for
     * @throws IllegalArgumentException if the API has a route with the same key, or one that differs in its variables' names
     *     alone; if it would get more than 300 integrations; or if the authorizer is another API's, or has an issuer that is
     *     not https, too many audiences, or answers that are cached for more than one route
     * @throws IllegalStateException if the route has neither an authorizer, its own or the API's default, nor a stated
     *     reason to be public; if that reason has ended; if it has scopes and an authorizer that is not for JWTs; if it is
     *     an OPTIONS route with an authorizer where origins are allowed, or an {@code ANY} or {@code $default} route with one
     *     there, and an integration that cannot tell OPTIONS from other methods; or if the function's resource policy has no
     *     room for it, with {@link Builder#scopePermissionsToRoutes}
     */
    public HttpRoute addRoute(SecureRoute route) {
        return routes.add(route);
    }

    /**
     * Where the API answers, ending in {@code /}.
     *
     * @return the URL: of the domain, with its mapping key, if there is one; of the stage, unresolved until deployment,
     *     otherwise
     */
    public String getUrl() {
        return url;
    }

    /**
     * The CDK's own API, for what this construct has no word for. Routes added to it directly get the API's
     * default authorizer, but none of its default scopes; they bypass the checks made here, and browsers are not told of
     * their methods.
     *
     * <p>The authorizers of its routes are its children, by the ids they were given, once a route has asked for them:
     *
     * <pre>{@code
     * HttpAuthorizer jwt = (HttpAuthorizer) api.getHttpApi().getNode().findChild("Jwt");
     * CfnAuthorizer resource = (CfnAuthorizer) jwt.getNode().getDefaultChild();
     * }</pre>
     *
     * @return the API
     */
    public HttpApi getHttpApi() {
        return httpApi;
    }

    /** {@return the CDK's own stage} */
    public HttpStage getStage() {
        return stage;
    }

    /**
     * The domain, for the DNS record that leads to it: {@code ApiGatewayv2DomainProperties} takes its {@code
     * regionalDomainName} and its {@code regionalHostedZoneId}.
     *
     * @return the CDK's own {@code DomainName}, or the existing one that was given
     * @throws IllegalStateException if the API has no domain
     */
    public IDomainName getDomainName() {
        return requireDomain().name();
    }

    /**
     * What leads from the domain to the stage.
     *
     * @return the CDK's own mapping
     * @throws IllegalStateException if the API has no domain
     */
    public ApiMapping getApiMapping() {
        return requireDomain().mapping();
    }

    private DefinedDomain requireDomain() {
        if (domain == null) {
            throw new IllegalStateException("API '" + getNode().getPath()
                    + "' must have a domain to hand out, got none: pass domain(…) to its builder");
        }
        return domain;
    }

    /**
     * Where access is logged, one JSON object a request: our group, which outlives the stack, or the given one.
     *
     * <p>In a stack that comes and goes, such as a preview of a branch, the group is to go with it:
     *
     * <pre>{@code
     * api.getAccessLog().applyRemovalPolicy(RemovalPolicy.DESTROY);
     * }</pre>
     *
     * @return the CDK's own log group
     */
    public ILogGroup getAccessLog() {
        return accessLog;
    }

    /** Says what an API is like before it is defined. Not thread-safe. */
    public static final class Builder implements software.amazon.jsii.Builder<SecureHttpApi> {
        private final Construct scope;
        private final String id;
        private @Nullable Cors cors;
        private @Nullable Cors originsAlone;
        private @Nullable String apiName;
        private @Nullable String description;
        private @Nullable IHttpRouteAuthorizer defaultAuthorizer;
        private List<String> defaultAuthorizationScopes = List.of();
        private ThrottleSettings throttle = DEFAULT_THROTTLE;
        private @Nullable ApiDomain domain;
        private String stageName = StageName.DEFAULT;
        private final AccessLog accessLog = new AccessLog();
        private PermissionScope permissionScope = PermissionScope.API;
        private boolean acknowledgeFindings = true;
        private Clock clock = Clock.systemUTC();

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /**
         * Starts an API.
         *
         * @param scope the stack, or a construct below it
         * @param id the construct's id; changing it later replaces the API
         * @return a builder to say the rest with
         */
        public static Builder create(Construct scope, String id) {
            return new Builder(Objects.requireNonNull(scope, "scope"), Objects.requireNonNull(id, "id"));
        }

        /**
         * The origins that browsers may call the API from; none by default. For more than origins, see {@link #cors}.
         *
         * @param origins exact https origins such as {@code https://app.example.com}; the value of a {@code CfnParameter} of
         *     type String, which gets an {@code AllowedPattern} for such origins unless it has one; or {@code https://}
         *     before an attribute of a resource, such as a distribution's domain name
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if one is none of these, or a parameter's default is no such origin
         */
        public Builder allowedOrigins(List<String> origins) {
            this.originsAlone = Cors.allowedOrigins(origins);
            return this;
        }

        /**
         * What pages of other origins may do with the API in a browser; nothing by default.
         *
         * @param settings the origins, and what goes for them
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder cors(Cors settings) {
            this.cors = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /**
         * The API's name in the console; the stack's name, a hyphen and the construct's id by default.
         *
         * @param name 1 to 128 characters
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if it is blank or longer
         */
        public Builder apiName(String name) {
            ApiName.require(name);
            this.apiName = name;
            return this;
        }

        /**
         * What the API is for, as the console shows it; nothing by default.
         *
         * @param text no more than 1,024 characters
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if it is longer
         */
        public Builder description(String text) {
            ApiDescription.require(text);
            this.description = text;
            return this;
        }

        /**
         * Who may call the routes that have no authorizer of their own and are not public; nobody by default, so that such a
         * route is refused.
         *
         * @param authorizer any authorizer of the CDK but {@code HttpNoneAuthorizer}
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder defaultAuthorizer(IHttpRouteAuthorizer authorizer) {
            this.defaultAuthorizer = Objects.requireNonNull(authorizer, "authorizer");
            return this;
        }

        /**
         * OAuth scopes, any one of which the caller's token must carry, for routes that have neither scopes nor an authorizer
         * of their own and are not public; none by default. A route's own scopes replace them, and so does a route's own
         * authorizer: passed the default one, a route asks for no scope.
         *
         * @param scopes at most 10 scopes
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if there are more, or one is named twice, empty, or has a space in it
         */
        public Builder defaultAuthorizationScopes(List<String> scopes) {
            this.defaultAuthorizationScopes = AuthorizationScopes.require(scopes, "defaultAuthorizationScopes");
            return this;
        }

        /**
         * The limit of each route that has none of its own; 10 requests per second with a burst of 20 by default.
         *
         * @param settings the rate in requests per second, and the burst in requests; both are needed
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if one of them is missing or out of range
         */
        public Builder throttle(ThrottleSettings settings) {
            Throttle.require(settings, "throttle of the API");
            this.throttle = settings;
            return this;
        }

        /**
         * Whether each function gets one permission for each of its routes; by default it gets one for the whole API. With one
         * for each route, no other route can be pointed at the function. A function's resource policy ends at 20,480 bytes,
         * which is some 45 routes.
         *
         * @param scoped true for one permission for each route
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder scopePermissionsToRoutes(boolean scoped) {
            this.permissionScope = scoped ? PermissionScope.ROUTE : PermissionScope.API;
            return this;
        }

        /**
         * The domain that the API answers at, in place of {@code execute-api}, whose endpoint is then disabled; none by
         * default.
         *
         * @param apiDomain the domain, and the path below it
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if it is a wildcard without a host, has a certificate of another region, or is an
         *     existing one of this app that has an edge endpoint or the security policy TLS 1.0
         */
        public Builder domain(ApiDomain apiDomain) {
            apiDomain.requireUsableIn(Stack.of(scope));
            this.domain = apiDomain;
            return this;
        }

        /**
         * The stage's name; {@code $default} by default. Another one begins the path of the {@code execute-api} URL, but not
         * of a domain's. Functions see it in {@code rawPath}: {@code /prod/orders} for {@code /orders}. That holds at a
         * domain too (serverless-express#465, where no AWS page says so): route by {@code routeKey}, which never has it.
         *
         * @param name 1 to 128 letters, digits, hyphens and underscores; changing it replaces the stage, and its URL
         * @return this builder; of repeated calls, the last one counts
         * @throws IllegalArgumentException if API Gateway would refuse it
         */
        public Builder stageName(String name) {
            StageName.require(name);
            this.stageName = name;
            return this;
        }

        /**
         * How long the access log is kept; two weeks by default.
         *
         * @param retention the time
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder accessLogRetention(RetentionDays retention) {
            accessLog.keep(Objects.requireNonNull(retention, "retention"));
            return this;
        }

        /**
         * The key that encrypts the access log; CloudWatch Logs' own by default. The key's policy is made to let
         * CloudWatch Logs use it for this log; for an imported key, a warning says what to add to it.
         *
         * @param key a symmetric key of this region
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder accessLogEncryptionKey(IKey key) {
            accessLog.encrypt(Objects.requireNonNull(key, "key"));
            return this;
        }

        /**
         * A log group of one's own for the access log. Give it a name below {@code /aws/vendedlogs/}, or its resource policy
         * may outgrow the limit of 5,120 characters, and a retention, or it keeps its lines for ever.
         *
         * @param group the log group
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder accessLogGroup(ILogGroup group) {
            accessLog.writeTo(Objects.requireNonNull(group, "group"));
            return this;
        }

        /**
         * More for the access log to say of each request, beside what it always says: {@link AccessLogField#REQUEST_ID} to
         * {@link AccessLogField#AUTHORIZER_ERROR}.
         *
         * @param more the fields
         * @return this builder; the calls add up
         * @throws IllegalArgumentException if the format grows over API Gateway's 3 KB
         */
        public Builder accessLogFields(AccessLogField... more) {
            accessLog.add(List.of(more));
            return this;
        }

        /**
         * What the API has to be able to do, beside what this builder says, so that the choice of an HTTP API is checked
         * before anything is built on it.
         *
         * @param requirements what it must do; see {@link ApiChoice} for the whole comparison
         * @return this builder; each call is checked
         * @throws IllegalArgumentException if an HTTP API cannot do one of them; the message says what can
         */
        public Builder requirements(ApiRequirement... requirements) {
            ApiChoice.requireHttp(Set.copyOf(List.of(requirements)));
            return this;
        }

        /**
         * Whether public routes answer cdk-nag's {@code AwsSolutions-APIG4}, "The API does not implement authorization",
         * with the reason, the owner and the last day of their {@link PublicAccess}; they do by default. So do the OPTIONS
         * routes that come for preflight. It is acknowledged for these routes one by one, so that a route which is public
         * for no stated reason is found, and nothing else is acknowledged. The template stays the same.
         *
         * @param acknowledge false for whoever wants to see each public route as a finding
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder acknowledgeFindings(boolean acknowledge) {
            this.acknowledgeFindings = acknowledge;
            return this;
        }

        /**
         * What tells the day on which public access ends; the system's UTC clock by default. For tests.
         *
         * @param utc a clock in UTC
         * @return this builder; of repeated calls, the last one counts
         */
        public Builder clock(Clock utc) {
            this.clock = Objects.requireNonNull(utc, "utc");
            return this;
        }

        /**
         * Defines the API.
         *
         * @return the construct, to add routes to
         * @throws IllegalStateException if an access-log group of one's own was given together with a retention or a key; if
         *     both {@link #cors} and {@link #allowedOrigins} were called; or if there are default scopes, but no default
         *     authorizer or one that is not for JWTs
         * @throws IllegalArgumentException if the API was given no name, and the default is over 128 characters
         */
        @Override
        public SecureHttpApi build() {
            DefaultAuthorization defaults = new DefaultAuthorization(defaultAuthorizer, defaultAuthorizationScopes);
            return new SecureHttpApi(scope, id, this, chosenCors(), defaults);
        }

        private @Nullable Cors chosenCors() {
            if (cors != null && originsAlone != null) {
                throw new IllegalStateException("cors must come without allowedOrigins, got both: name all origins in"
                        + " Cors.allowedOrigins(…)");
            }
            Cors chosen = cors == null ? originsAlone : cors;
            return chosen == null || chosen.origins().isEmpty() ? null : chosen;
        }
    }
}
