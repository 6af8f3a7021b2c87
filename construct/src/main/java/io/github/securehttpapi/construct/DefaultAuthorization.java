package io.github.securehttpapi.construct;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;

/**
 * What routes get that do not say who may call them.
 *
 * <p>The scopes are not handed to the CDK's API: it would put them on public routes and on those with an authorizer of their
 * own, and API Gateway refuses them where that is not for JWTs.
 *
 * @param authorizer for the routes without one of their own
 * @param scopes for those of them without scopes of their own
 */
record DefaultAuthorization(@Nullable IHttpRouteAuthorizer authorizer, List<String> scopes) {
    DefaultAuthorization {
        scopes = List.copyOf(scopes);
        if (!scopes.isEmpty()) {
            requireScopable(authorizer);
        }
    }

    /** What an authorizer that is not the CDK's own comes to shows with the first route. */
    private static void requireScopable(@Nullable IHttpRouteAuthorizer authorizer) {
        if (authorizer == null) {
            throw new IllegalStateException(
                    "defaultAuthorizationScopes must go with a default authorizer, got none: pass"
                            + " defaultAuthorizer(…), or give scopes to the routes that have an authorizer");
        }
        if (Authorization.isOtherThanJwt(authorizer)) {
            throw new IllegalStateException("defaultAuthorizationScopes must go with a JWT authorizer, got "
                    + authorizer.getClass().getSimpleName() + ": drop them, or pass an HttpJwtAuthorizer or an"
                    + " HttpUserPoolAuthorizer to defaultAuthorizer(…)");
        }
    }

    /** The route with the scopes that it gets for want of its own. */
    SecureRoute complete(SecureRoute route) {
        boolean silent = route.publicAccess() == null
                && route.authorizer() == null
                && route.authorizationScopes().isEmpty();
        return silent && !scopes.isEmpty() ? route.withAuthorizationScopes(scopes) : route;
    }
}
