package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Template;
import java.util.List;

/** Scopes where nothing reads a token. */
final class ScopesWithoutJwt implements ApiRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "scopes-without-jwt",
                Severity.ERROR,
                "deployment fails, or a route that looks as if it asked for a scope asks for none",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        for (Route route : api.routes()) {
            if (Scopes.areGiven(route) && !Access.isOfType(route, "JWT")) {
                judge(api, route, subject.template(), findings);
            }
        }
    }

    private static void judge(HttpApi api, Route route, Template template, Findings findings) {
        String name = "route '" + route.routeKey() + "'";
        if (Access.of(route) == Access.UNKNOWN) {
            findings.on(route)
                    .unresolved(route.authorizationType(), "whether " + name + " has a JWT authorizer for its scopes");
            return;
        }
        String type = route.authorizationType().orElse("NONE");
        findings.on(route)
                .at(route.scopes())
                .report(
                        name + " must have a JWT authorizer for its scopes, got AuthorizationType '" + type + "'",
                        Access.of(route) == Access.PUBLIC
                                ? "give it the JWT authorizer"
                                : "remove the scopes, or give it a JWT authorizer",
                        fix(api, route, template));
    }

    /** A public route was to be closed; another keeps its authorizer, which decides without scopes. */
    private static List<Change> fix(HttpApi api, Route route, Template template) {
        return Access.of(route) == Access.PUBLIC
                ? RouteAuthorization.requireJwt(template, api, route)
                : RouteSecurity.of(template, api, route).withoutScopes();
    }
}
