package io.github.securehttpapi.construct;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpNoneAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.constructs.Construct;
import software.constructs.IDependable;
import software.constructs.Node;

/** The routes of one API, and what has to be known of all of them to add another. */
final class Routes {
    private final HttpNoneAuthorizer nobody = new HttpNoneAuthorizer();
    private final Construct scope;
    private final HttpApi api;
    private final FunctionIntegrations integrations;
    private final RouteThrottles throttles;
    private final BoundAuthorizers authorizers;
    private final DefaultAuthorization defaults;
    private final Clock clock;

    /** By their shapes. */
    private final Map<String, RouteKey> keys = new TreeMap<>();

    /** The routes that were added for preflight, by their shapes, and the routes that they were added for. */
    private final Map<String, RouteKey> preflights = new HashMap<>();

    private boolean forBrowsers;
    private boolean acknowledging;
    private boolean toldOfTokens;

    Routes(
            Construct scope,
            HttpApi api,
            HttpStage stage,
            DefaultAuthorization defaults,
            PermissionScope permissionScope,
            Clock clock) {
        this.scope = scope;
        this.api = api;
        this.integrations = new FunctionIntegrations(scope, api, permissionScope);
        this.throttles = new RouteThrottles(CfnChild.of(stage, CfnStage.class));
        this.authorizers = new BoundAuthorizers(api);
        this.defaults = defaults;
        this.clock = clock;
    }

    /** Tells browsers of the methods of all routes, and keeps preflight from ending at a route with an authorizer. */
    void letBrowsersIn() {
        forBrowsers = true;
        CorsPreflight.deriveMethods(api, keys.values());
    }

    /** Answers those who scan for routes without an authorizer with the reason that each public one has. */
    void acknowledgePublicAccess() {
        acknowledging = true;
    }

    HttpRoute add(SecureRoute given) {
        requireNew(given.key());
        SecureRoute route = defaults.complete(given);
        IHttpRouteAuthorizer authorizer = Authorization.of(route, defaults.authorizer());
        requireOpenPreflight(route.key(), authorizer);
        HttpRoute defined = define(route, authorizer);
        if (forBrowsers && authorizer != null) {
            definePreflights(route);
        }
        return defined;
    }

    private void requireOpenPreflight(RouteKey key, @Nullable IHttpRouteAuthorizer authorizer) {
        if (forBrowsers && authorizer != null && key.method() == HttpMethod.OPTIONS) {
            throw new IllegalStateException(
                    "route '" + key + "' must be public while origins are allowed, got an authorizer:"
                            + " browsers send preflight without credentials; drop the route, which the gateway answers itself, or"
                            + " pass publicAccess(…)");
        }
    }

    private void definePreflights(SecureRoute route) {
        for (RouteKey key : route.key().preflightKeys()) {
            if (!keys.containsKey(key.shape())) {
                define(route.preflight(key), null);
                preflights.put(key.shape(), route.key());
            }
        }
    }

    /**
     * API Gateway answers the second of two keys that differ in their variables' names alone with "The provided route key
     * "GET /a/{b}" has a conflicting variable on the same hierarchical level as "GET /a/{c}"", a ConflictException. No
     * documentation says so; reported in plutomi/plutomi#271. Whether methods matter is unknown: they are told apart here.
     */
    private void requireNew(RouteKey key) {
        RouteKey known = keys.get(key.shape());
        if (known == null) {
            return;
        }
        if (preflights.containsKey(key.shape())) {
            throw new IllegalArgumentException("route key must be new to the API, got '" + key + "', which came with '"
                    + preflights.get(key.shape()) + "' for preflight: add your own before that route");
        }
        if (!known.equals(key)) {
            throw new IllegalArgumentException(
                    "route key must differ from all others in more than its variables' names,"
                            + " got '" + key + "' beside '" + known
                            + "', which matches the same requests: drop one of the two"
                            + " routes, or put a literal segment into one");
        }
        throw new IllegalArgumentException(
                "route key must be new to the API, got '" + key + "' a second time: drop one of the two routes");
    }

    private HttpRoute define(SecureRoute route, @Nullable IHttpRouteAuthorizer authorizer) {
        PublicAccess access = route.publicAccess();
        if (access != null) {
            access.requireNotEnded(route.key(), LocalDate.now(clock));
        }
        HttpRoute defined = defineRoute(route, authorizer);
        keys.put(route.key().shape(), route.key());
        RouteQuotas.require(scope, keys.size(), route.key(), () -> keys.size() + integrations.resources());
        if (access != null) {
            statePublicAccess(route.key(), access, defined);
        }
        ThrottleSettings throttle = route.throttle();
        if (throttle != null) {
            throttles.add(route.key(), dependable(route, defined), throttle);
        }
        return defined;
    }

    /** An integration of the CDK stands below the route, and may refer to the stage. */
    private static IDependable dependable(SecureRoute route, HttpRoute defined) {
        return route.integration() instanceof RouteIntegration.OfCdk ? CfnChild.of(defined, CfnRoute.class) : defined;
    }

    private HttpRoute defineRoute(SecureRoute route, @Nullable IHttpRouteAuthorizer authorizer) {
        if (route.integration() instanceof RouteIntegration.OfFunction target) {
            return integrations.define(route.key(), target, integration -> defineRoute(route, authorizer, integration));
        }
        return defineRoute(route, authorizer, ((RouteIntegration.OfCdk) route.integration()).integration());
    }

    /** A route that is refused leaves nothing of its own. */
    private HttpRoute defineRoute(
            SecureRoute route, @Nullable IHttpRouteAuthorizer authorizer, HttpRouteIntegration integration) {
        try {
            HttpRoute defined = route.key().isShortcut()
                    ? addToApi(route, authorizer, integration)
                    : build(route, authorizer, integration);
            Authorization.requireBound(route, authorizer, defined);
            authorizers.require(authorizer, defined);
            requireAnswerToPreflight(route, authorizer, defined);
            tellOfTokens(route, authorizer);
            return defined;
        } catch (RuntimeException refused) {
            requireNotTaken(route.key(), refused);
            api.getNode().tryRemoveChild(route.key().toConstructId());
            throw refused;
        }
    }

    /** What was there before is not ours to remove. */
    private static void requireNotTaken(RouteKey key, RuntimeException refused) {
        if (String.valueOf(refused.getMessage())
                .contains("There is already a Construct with name '" + key.toConstructId() + "'")) {
            throw new IllegalArgumentException(
                    "route key must be new to the API, got '" + key
                            + "', whose construct id '" + key.toConstructId()
                            + "' was taken through getHttpApi(): drop what has it",
                    refused);
        }
    }

    private void requireAnswerToPreflight(
            SecureRoute route, @Nullable IHttpRouteAuthorizer authorizer, HttpRoute defined) {
        boolean swallowing = forBrowsers
                && authorizer != null
                && route.key().preflightKeys().stream().anyMatch(each -> !keys.containsKey(each.shape()));
        if (swallowing && route.integration() instanceof RouteIntegration.OfCdk) {
            PreflightIntegration.require(route.key(), api, defined);
        }
    }

    /** The CDK's shortcut, which takes a third fewer calls to the kernel. */
    private HttpRoute addToApi(
            SecureRoute route, @Nullable IHttpRouteAuthorizer authorizer, HttpRouteIntegration integration) {
        return api.addRoutes(AddRoutesOptions.builder()
                        .path(route.key().path())
                        .methods(List.of(route.key().method()))
                        .integration(integration)
                        .authorizer(overrideOf(authorizer))
                        .authorizationScopes(scopes(route))
                        .build())
                .get(0);
    }

    private HttpRoute build(
            SecureRoute route, @Nullable IHttpRouteAuthorizer authorizer, HttpRouteIntegration integration) {
        return HttpRoute.Builder.create(api, route.key().toConstructId())
                .httpApi(api)
                .routeKey(route.key().toHttpRouteKey())
                .integration(integration)
                .authorizer(overrideOf(authorizer))
                .authorizationScopes(scopes(route))
                .build();
    }

    /** What the CDK is told where it would not do the right thing by itself: it goes by the API's default authorizer. */
    private @Nullable IHttpRouteAuthorizer overrideOf(@Nullable IHttpRouteAuthorizer authorizer) {
        if (authorizer == null) {
            return nobody;
        }
        return authorizer == defaults.authorizer() ? null : authorizer;
    }

    private static @Nullable List<String> scopes(SecureRoute route) {
        return route.authorizationScopes().isEmpty() ? null : route.authorizationScopes();
    }

    /** Once for an API: with ID tokens, whoever may log in to any client of the issuer's audience may call. */
    private void tellOfTokens(SecureRoute route, @Nullable IHttpRouteAuthorizer authorizer) {
        if (!toldOfTokens
                && Authorization.isJwt(authorizer)
                && route.authorizationScopes().isEmpty()) {
            toldOfTokens = true;
            Annotations.of(scope)
                    .addInfo(
                            "route '" + route.key() + "' has a JWT authorizer and no scopes, so that it takes ID tokens"
                                    + " as well as access tokens: require scopes with authorizationScopes(…), or of all"
                                    + " such routes with defaultAuthorizationScopes(…)");
        }
    }

    private void statePublicAccess(RouteKey key, PublicAccess access, HttpRoute defined) {
        Node node = defined.getNode();
        CfnChild.of(node, CfnRoute.class).addMetadata(PublicAccess.METADATA_KEY, access.toMetadata());
        if (acknowledging) {
            PublicAccessFinding.acknowledge(node, access);
        }
        access.warning(key, LocalDate.now(clock))
                .ifPresent(warning -> Annotations.of(defined).addWarningV2("SecureHttpApi:PublicAccessEnds", warning));
    }
}
