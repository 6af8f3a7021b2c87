package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Route;
import java.util.ArrayList;
import java.util.List;

/** A route that takes any token of the issuer. */
final class JwtWithoutScopes implements ApiRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "jwt-without-scopes",
                Severity.NOTE,
                "every token for the audience opens the route, whatever it was issued for, an ID token too",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        for (Route route : api.routes()) {
            if (Access.isOfType(route, "JWT")) {
                judge(api, route, subject, findings);
            }
        }
    }

    private static void judge(HttpApi api, Route route, Subject subject, Findings findings) {
        String name = "route '" + route.routeKey() + "'";
        if (Scopes.areUnknown(route)) {
            findings.on(route).unresolved(route.scopes(), "whether " + name + " asks for a scope");
        } else if (!Scopes.areGiven(route)) {
            findings.on(route)
                    .report(
                            name
                                    + " must ask for a scope, got a JWT authorizer alone, which takes any access token or ID"
                                    + " token for its audience",
                            "name the scope that callers of the route have",
                            scoped(api, route, subject));
        }
    }

    private static List<Change> scoped(HttpApi api, Route route, Subject subject) {
        List<Change> changes = new ArrayList<>(TeamParameter.JWT_SCOPE.declare(subject.template()));
        changes.addAll(RouteSecurity.of(subject.template(), api, route)
                .scopes(List.of(TeamParameter.JWT_SCOPE.reference(subject.template()))));
        return changes;
    }
}
