package io.github.securehttpapi.construct;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpIamAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpLambdaAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpUserPoolAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpNoneAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;

/** That a route is public for a stated reason, or authorized and nothing less. */
final class Authorization {
    private static final String JWT = "JWT";
    private static final String NONE = "NONE";

    /** The very classes: what is derived from them may bind to anything. */
    private static final Set<Class<?>> JWT_AUTHORIZERS = Set.of(HttpJwtAuthorizer.class, HttpUserPoolAuthorizer.class);

    private static final Set<Class<?>> OTHER_AUTHORIZERS =
            Set.of(HttpIamAuthorizer.class, HttpLambdaAuthorizer.class, HttpNoneAuthorizer.class);

    private Authorization() {}

    /** The authorizer that a route gets, null for a public one. */
    static @Nullable IHttpRouteAuthorizer of(SecureRoute route, @Nullable IHttpRouteAuthorizer defaultAuthorizer) {
        if (route.publicAccess() != null) {
            return null;
        }
        IHttpRouteAuthorizer authorizer = route.authorizer() == null ? defaultAuthorizer : route.authorizer();
        if (authorizer == null) {
            throw unauthorized(route, "none");
        }
        if (authorizer instanceof HttpNoneAuthorizer) {
            throw unauthorized(route, "HttpNoneAuthorizer");
        }
        if (!route.authorizationScopes().isEmpty() && isOtherThanJwt(authorizer)) {
            throw scopesWithout(route, authorizer.getClass().getSimpleName());
        }
        return authorizer;
    }

    /** What an authorizer that is not the CDK's own comes to is known only once it is bound to the route. */
    static void requireBound(SecureRoute route, @Nullable IHttpRouteAuthorizer authorizer, HttpRoute defined) {
        if (authorizer == null || isJwt(authorizer) || isOtherThanJwt(authorizer)) {
            return;
        }
        String type = CfnChild.of(defined, CfnRoute.class).getAuthorizationType();
        if (type == null || type.equals(NONE)) {
            throw unauthorized(route, authorizer.getClass().getName() + ", which asks nothing");
        }
        if (!type.equals(JWT) && !route.authorizationScopes().isEmpty()) {
            throw scopesWithout(route, authorizer.getClass().getName());
        }
    }

    static boolean isJwt(@Nullable IHttpRouteAuthorizer authorizer) {
        return authorizer != null && JWT_AUTHORIZERS.contains(authorizer.getClass());
    }

    static boolean isOtherThanJwt(IHttpRouteAuthorizer authorizer) {
        return OTHER_AUTHORIZERS.contains(authorizer.getClass());
    }

    private static IllegalStateException unauthorized(SecureRoute route, String got) {
        return new IllegalStateException("route '" + route.key() + "' must have an authorizer, got " + got
                + ": pass authorizer(…) to the route or defaultAuthorizer(…) to the API,"
                + " or publicAccess(PublicAccess.because(\"…\")) to the route if anyone may call it");
    }

    private static IllegalStateException scopesWithout(SecureRoute route, String got) {
        return new IllegalStateException("authorizationScopes of route '" + route.key()
                + "' must go with a JWT authorizer, got " + got + ": drop them, or the API's default ones, or pass an"
                + " HttpJwtAuthorizer or an HttpUserPoolAuthorizer");
    }
}
