package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Template;
import java.util.List;

/** An authorizer that asks preflight for credentials, which browsers never send with it. */
final class CorsPreflightSwallowed implements CorsRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "cors-preflight-swallowed",
                Severity.WARNING,
                "the gateway refuses preflight with 401 or 403, and so browsers refuse the calls behind it",
                List.of(),
                CorsRules.GUIDE);
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        if (api.cors() == null) {
            return;
        }
        PreflightRoute.swallowing(api).forEach(route -> judge(route, subject.template(), findings));
        api.routes().stream().filter(Preflight::is).forEach(route -> judgePreflight(route, findings));
    }

    private static void judge(Route route, Template template, Findings findings) {
        if (route.authorizationType().isUnresolved()) {
            findings.on(route)
                    .unresolved(
                            route.authorizationType(),
                            "whether preflight needs a route '" + PreflightRoute.key(route) + "' of its own");
        } else if (Access.of(route) == Access.PROTECTED) {
            List<Change> changes = PreflightRoute.beside(route, template);
            findings.on(route)
                    .report(
                            "route '" + route.routeKey() + "' must leave preflight to a public route '"
                                    + PreflightRoute.key(route) + "', got AuthorizationType '"
                                    + route.authorizationType().required() + "', which asks it for credentials",
                            changes.isEmpty()
                                    ? "put a route for each method in its place, and the gateway answers preflight itself"
                                    : "add the public route, and have the function answer OPTIONS with a 2xx and do nothing",
                            changes);
        }
    }

    private static void judgePreflight(Route route, Findings findings) {
        if (route.authorizationType().isUnresolved()) {
            findings.on(route)
                    .unresolved(
                            route.authorizationType(),
                            "whether route '" + route.routeKey() + "' answers preflight without credentials");
        } else if (Access.of(route) == Access.PROTECTED) {
            findings.on(route)
                    .report(
                            "route '" + route.routeKey()
                                    + "' must be public to answer preflight, got AuthorizationType '"
                                    + route.authorizationType().required() + "'",
                            "take the authorizer from it, and have the function answer OPTIONS with a 2xx and do nothing",
                            PreflightRoute.opened(route));
        }
    }
}
