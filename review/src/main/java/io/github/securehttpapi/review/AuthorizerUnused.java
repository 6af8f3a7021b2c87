package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An authorizer that no route names: a leftover, or a sign of routes that were meant to have it. */
final class AuthorizerUnused implements ApiRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "authorizer-unused",
                Severity.NOTE,
                "an authorizer that is declared and applied to no route looks like protection, and is none",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        Set<String> used = api.routes().stream()
                .filter(route -> route.authorizer() != null)
                .map(route -> route.authorizer().logicalId())
                .collect(Collectors.toSet());
        Optional<Property<String>> unknown = unknown(api.routes());
        for (Authorizer authorizer : api.authorizers()) {
            if (!used.contains(authorizer.logicalId())) {
                report(authorizer, unknown, findings);
            }
        }
    }

    /** The first authorizer of a route that may be any. */
    private static Optional<Property<String>> unknown(List<Route> routes) {
        return routes.stream()
                .filter(route -> route.authorizer() == null)
                .map(route -> route.resource().typed().text("AuthorizerId"))
                .filter(Property::isUnresolved)
                .findFirst();
    }

    private static void report(Authorizer authorizer, Optional<Property<String>> unknown, Findings findings) {
        String name = "authorizer '" + AuthorizerName.of(authorizer) + "'";
        unknown.ifPresentOrElse(
                property -> findings.on(authorizer.resource()).unresolved(property, "whether a route uses " + name),
                () -> findings.on(authorizer.resource())
                        .report(
                                name + " must be used by a route, got none that names it",
                                "name it in the routes that it was meant for, or remove it"));
    }
}
