package io.github.securehttpapi.construct;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.apigatewayv2.CfnAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;
import software.constructs.IConstruct;

/** Checks what authorizers come to once they are bound to the API: only then do they show what they were made of. */
final class BoundAuthorizers {
    static final String ROUTE_KEY = "$context.routeKey";

    /** "Quotas for configuring and running an HTTP API in API Gateway": audiences per authorizer. */
    private static final int MOST_AUDIENCES = 50;

    /** "Quotas for configuring and running an HTTP API in API Gateway": authorizers per API; may be raised for an API. */
    private static final int MOST_AUTHORIZERS = 10;

    /** {@code AuthorizerResultTtlInSeconds} of {@code CreateAuthorizer}, API Gateway V2 API reference. */
    private static final int LONGEST_TTL_SECONDS = 3600;

    private final HttpApi api;
    private final Set<IHttpRouteAuthorizer> checked = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean toldOfQuota;

    BoundAuthorizers(HttpApi api) {
        this.api = api;
    }

    /**
     * Checks an authorizer that was just bound to a route of the API, unless it was checked before.
     *
     * @param route the route
     * @throws IllegalArgumentException if it would fail at deployment, or let callers in where it should not
     */
    void require(@Nullable IHttpRouteAuthorizer authorizer, HttpRoute route) {
        if (authorizer == null || checked.contains(authorizer)) {
            return;
        }
        List<CfnAuthorizer> known = ofApi();
        String id = CfnChild.of(route, CfnRoute.class).getAuthorizerId();
        if (id != null) {
            boundAs(id, known, authorizer).forEach(BoundAuthorizers::requireSafe);
        }
        checked.add(authorizer);
        tellOfQuota(known.size());
    }

    private List<CfnAuthorizer> ofApi() {
        List<CfnAuthorizer> known = new ArrayList<>();
        for (IConstruct child : api.getNode().getChildren()) {
            if (child instanceof HttpAuthorizer bound) {
                known.add(CfnChild.of(bound, CfnAuthorizer.class));
            }
        }
        return known;
    }

    /**
     * What an authorizer came to: that alone, so that one which was refused before does not get others refused. All of the
     * API's, where it cannot be told from an authorizer that is not the CDK's own.
     */
    private List<CfnAuthorizer> boundAs(String id, List<CfnAuthorizer> known, IHttpRouteAuthorizer authorizer) {
        List<CfnAuthorizer> bound =
                known.stream().filter(each -> id.equals(each.getRef())).toList();
        if (!bound.isEmpty()) {
            return bound;
        }
        // The CDK's hands out the one that it made for the API which came first. Lambda authorizers refuse that by
        // themselves.
        if (Authorization.isJwt(authorizer)) {
            throw new IllegalArgumentException("authorizer of API '"
                    + api.getNode().getPath() + "' must be its own, got an "
                    + authorizer.getClass().getSimpleName()
                    + " that another API has already: build one for each API");
        }
        return known;
    }

    private void tellOfQuota(int count) {
        if (count > MOST_AUTHORIZERS && !toldOfQuota) {
            toldOfQuota = true;
            Annotations.of(api)
                    .addWarningV2(
                            "SecureHttpApi:Authorizers",
                            "authorizers must be at most " + MOST_AUTHORIZERS
                                    + " unless AWS has raised the quota for this API, got '" + count
                                    + "': share one instance between the routes that ask for the same, or have it raised");
        }
    }

    private static void requireSafe(CfnAuthorizer authorizer) {
        String name = "authorizer '" + authorizer.getName() + "'";
        if (Stack.of(authorizer).resolve(authorizer.getJwtConfiguration()) instanceof Map<?, ?> jwt) {
            requireIssuer(jwt.get("issuer"), name);
            requireAudience(jwt.get("audience"), name);
        }
        Number ttl = authorizer.getAuthorizerResultTtlInSeconds();
        if (ttl != null && !Boolean.TRUE.equals(Token.isUnresolved(ttl))) {
            requireCache(ttl.longValue(), authorizer.getIdentitySource(), name);
        }
    }

    private static void requireIssuer(@Nullable Object issuer, String name) {
        if (issuer instanceof String url && !url.startsWith("https://")) {
            throw new IllegalArgumentException("issuer of " + name + " must be an https URL, got '" + url
                    + "': API Gateway fetches the issuer's keys from it");
        }
    }

    private static void requireAudience(@Nullable Object audience, String name) {
        if (audience instanceof List<?> names && (names.isEmpty() || names.size() > MOST_AUDIENCES)) {
            throw new IllegalArgumentException("audience of " + name + " must have 1 to " + MOST_AUDIENCES
                    + " entries, got '" + names.size() + "': name the clients whose tokens are for this API");
        }
    }

    private static void requireCache(long seconds, @Nullable List<String> identitySource, String name) {
        if (seconds > LONGEST_TTL_SECONDS) {
            throw new IllegalArgumentException("resultsCacheTtl of " + name + " must be at most " + LONGEST_TTL_SECONDS
                    + " seconds, got '" + seconds + "': API Gateway keeps answers no longer");
        }
        if (seconds > 0) {
            requireCacheKey(identitySource == null ? List.of() : identitySource, name);
        }
    }

    private static void requireCacheKey(List<String> identitySource, String name) {
        if (!identitySource.contains(ROUTE_KEY)) {
            throw new IllegalArgumentException("identitySource of " + name + " must contain '" + ROUTE_KEY
                    + "' while its answers are cached, got '" + identitySource
                    + "': an answer for one route would let the"
                    + " caller into every other; use SecureAuthorizers.lambda(…), or a resultsCacheTtl of 0");
        }
        if (identitySource.stream().noneMatch(BoundAuthorizers::tellsCallersApart)) {
            throw new IllegalArgumentException(
                    "identitySource of " + name + " must contain what tells callers apart while"
                            + " its answers are cached, got '" + identitySource
                            + "': an answer for one caller would let everyone"
                            + " in; add '$request.header.Authorization', or set a resultsCacheTtl of 0");
        }
    }

    private static boolean tellsCallersApart(String source) {
        return source.startsWith("$request.") || source.startsWith("$context.identity.");
    }
}
