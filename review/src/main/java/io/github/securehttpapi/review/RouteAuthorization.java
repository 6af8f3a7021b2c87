package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Origin;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The change that has a route authorized. What the API has is preferred: its JWT authorizer, then its Lambda authorizer,
 * then IAM if other routes use that and no browser is to call them. An API that has none of them gets a JWT authorizer,
 * for it fits people and machines, needs no code, and cannot be told apart from the outside; IAM would shut out every
 * browser, and the issuer and the audience are all that the team has to add.
 */
final class RouteAuthorization {
    static final String ADVICE =
            "give it an authorizer, or write the reason into Metadata.SecureHttpApi.PublicAccess.Reason";

    /** For what has no Metadata in which the reason could stand. */
    static final String ADVICE_WITHOUT_METADATA =
            "give it an authorizer, or accept it with a reason in the suppressions file";

    private final Template template;
    private final HttpApi api;
    private final Route route;

    private RouteAuthorization(Template template, HttpApi api, Route route) {
        this.template = template;
        this.api = api;
        this.route = route;
    }

    static String advice(Route route) {
        return switch (route.resource().origin().kind()) {
            case RESOURCE, QUICK_CREATE -> ADVICE;
            default -> ADVICE_WITHOUT_METADATA;
        };
    }

    static List<Change> require(Template template, HttpApi api, Route route) {
        RouteAuthorization authorization = new RouteAuthorization(template, api, route);
        return authorization.withPreflight(authorization.any());
    }

    static List<Change> requireJwt(Template template, HttpApi api, Route route) {
        RouteAuthorization authorization = new RouteAuthorization(template, api, route);
        return authorization.withPreflight(authorization.jwt());
    }

    private List<Change> any() {
        if (authorizer(AuthorizerCache::isJwt).isPresent()) {
            return jwt();
        }
        Optional<Authorizer> lambda = authorizer(AuthorizerCache::isLambda);
        if (lambda.isPresent()) {
            return lambda(lambda.get());
        }
        boolean iam = api.cors() == null && api.routes().stream().anyMatch(other -> Access.isOfType(other, "AWS_IAM"));
        return iam ? RouteSecurity.of(template, api, route).iam() : jwt();
    }

    private List<Change> jwt() {
        Optional<Authorizer> existing = authorizer(AuthorizerCache::isJwt);
        List<Change> changes = new ArrayList<>();
        RouteSecurity security = RouteSecurity.of(template, api, route);
        String name = existing.map(AuthorizerName::of).orElseGet(() -> {
            changes.addAll(TeamParameter.JWT_ISSUER.declare(template));
            changes.addAll(TeamParameter.JWT_AUDIENCE.declare(template));
            NewAuthorizer added = NewAuthorizer.forRoute(template, api, route);
            changes.add(added.change());
            return added.name();
        });
        boolean scoped = !route.scopes().value().orElse(List.of()).isEmpty();
        if (!scoped) {
            changes.addAll(TeamParameter.JWT_SCOPE.declare(template));
        }
        List<?> scopes = scoped ? route.scopes().required() : List.of(TeamParameter.JWT_SCOPE.reference(template));
        changes.addAll(security.jwt(name, scopes));
        changes.addAll(CorsHeaders.allow(api, template, "authorization"));
        return changes;
    }

    /** A route that takes every method takes preflight too, which has no credentials for the authorizer. */
    private List<Change> withPreflight(List<Change> authorized) {
        boolean swallowing = api.cors() != null
                && NewCors.takesAnyMethod(route)
                && PreflightRoute.swallowing(api).stream()
                        .anyMatch(other -> other.logicalId().equals(route.logicalId()));
        List<Change> changes = new ArrayList<>(authorized);
        if (swallowing) {
            changes.addAll(PreflightRoute.beside(route, template));
        }
        return changes;
    }

    /** The answers of a Lambda authorizer that are kept would be shared with the route, so they are told apart. */
    private List<Change> lambda(Authorizer authorizer) {
        List<Change> changes = new ArrayList<>();
        List<String> sources = authorizer.identitySources().value().orElse(List.of());
        if (AuthorizerCache.isOn(authorizer) && !sources.isEmpty() && !AuthorizerCache.isKeyedByRoute(sources)) {
            changes.add(AuthorizerSettings.of(authorizer).keyedByRoute(sources));
        }
        changes.addAll(RouteSecurity.of(template, api, route).lambda(AuthorizerName.of(authorizer)));
        return changes;
    }

    /** A route that is a resource refers to a resource, another to a name that its document or its SAM API knows. */
    private Optional<Authorizer> authorizer(Predicate<Authorizer> type) {
        return api.authorizers().stream()
                .filter(type)
                .filter(authorizer ->
                        isWithinReach(authorizer.resource().origin().kind()))
                .findFirst();
    }

    private boolean isWithinReach(Origin.Kind authorizer) {
        return switch (route.resource().origin().kind()) {
            case RESOURCE, QUICK_CREATE -> authorizer == Origin.Kind.RESOURCE;
            case OPENAPI -> authorizer != Origin.Kind.RESOURCE;
            default -> authorizer == Origin.Kind.SAM_API || authorizer == Origin.Kind.SAM_IMPLICIT_API;
        };
    }
}
