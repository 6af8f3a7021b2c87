package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public OPTIONS route that preflight does not need. It is needed where CORS is configured and a route that takes every
 * method, and has an authorizer, captures preflight, which carries no credentials.
 */
final class PublicPreflight implements ApiRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "public-preflight",
                Severity.NOTE,
                "anyone can call a function through a route that only preflight was meant for",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        List<Route> others =
                api.routes().stream().filter(route -> !Preflight.is(route)).toList();
        RouteTable table = RouteTable.of(others);
        for (Route route : api.routes()) {
            if (Preflight.is(route) && route.publicAccess() == null) {
                judge(api, route, table, findings);
            }
        }
    }

    private static void judge(HttpApi api, Route route, RouteTable others, Findings findings) {
        String name = "route '" + route.routeKey() + "'";
        switch (Access.of(route)) {
            case UNKNOWN ->
                findings.on(route).unresolved(route.authorizationType(), "whether " + name + " is open to anyone");
            case PUBLIC -> {
                boolean needed = api.cors() != null
                        && captures(others.match("OPTIONS", RoutePath.of(route).segments()));
                if (!needed) {
                    findings.on(route)
                            .report(
                                    name + " must be left to the gateway, got a public route that answers preflight",
                                    api.cors() == null
                                            ? "name the origins in the CORS configuration of the API, and remove the route"
                                            : "remove the route, API Gateway answers preflight without it");
                }
            }
            case PROTECTED -> {}
        }
    }

    private static boolean captures(@Nullable Route route) {
        return route != null && Access.of(route) != Access.PUBLIC;
    }
}
