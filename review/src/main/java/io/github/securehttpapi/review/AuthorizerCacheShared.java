package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a Lambda authorizer said of one route, taken for what it would say of another. */
final class AuthorizerCacheShared implements ApiRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "authorizer-cache-shared",
                Severity.WARNING,
                "who was let into one route is let into the others without being asked about, for as long as the answer is"
                        + " kept",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        Map<String, List<Route>> users = api.routes().stream()
                .filter(route -> route.authorizer() != null)
                .collect(Collectors.groupingBy(AuthorizerCacheShared::authorizer));
        for (Authorizer authorizer : api.authorizers()) {
            List<Route> routes = users.getOrDefault(authorizer.logicalId(), List.of());
            if (routes.size() > 1 && AuthorizerCache.isLambda(authorizer)) {
                judge(authorizer, routes, findings);
            }
        }
    }

    private static String authorizer(Route route) {
        return route.authorizer() == null ? "" : route.authorizer().logicalId();
    }

    private static void judge(Authorizer authorizer, List<Route> routes, Findings findings) {
        String name = "authorizer '" + AuthorizerName.of(authorizer) + "'";
        Property<Duration> ttl = authorizer.resultTtl();
        List<String> sources = authorizer.identitySources().value().orElse(List.of());
        if (ttl.isUnresolved()) {
            findings.on(authorizer.resource()).unresolved(ttl, "whether answers of " + name + " are kept");
        } else if (AuthorizerCache.isOn(authorizer)) {
            if (authorizer.identitySources().isUnresolved()) {
                findings.on(authorizer.resource())
                        .unresolved(
                                authorizer.identitySources(),
                                "whether answers of " + name + " are kept for each route");
            } else if (!sources.isEmpty() && !AuthorizerCache.isKeyedByRoute(sources)) {
                report(authorizer, name, routes, sources, findings);
            }
        }
    }

    /** A policy says itself which routes it is for, and so opens no other unless it names more than it was asked. */
    private static void report(
            Authorizer authorizer, String name, List<Route> routes, List<String> sources, Findings findings) {
        boolean simple = AuthorizerCache.isSimple(authorizer);
        String first = routes.get(0).routeKey();
        String second = routes.get(1).routeKey();
        findings.on(authorizer.resource())
                .at(authorizer.identitySources())
                .as(simple ? Severity.WARNING : Severity.NOTE)
                .report(
                        name + " must keep its answers for each route, got '" + String.join(", ", sources)
                                + "' as the key of what it keeps for "
                                + authorizer.resultTtl().required().toSeconds() + " s"
                                + (simple ? ": its yes to '" : ": its policy for '") + first
                                + "' holds for '" + second + "' too",
                        "add " + AuthorizerCache.ROUTE_KEY + " to its identity sources",
                        AuthorizerSettings.of(authorizer).keyedByRoute(sources));
    }
}
