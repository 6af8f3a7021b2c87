package io.github.securehttpapi.local;

import io.github.securehttpapi.local.internal.Refusal;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Integration;
import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Route;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which routes answer 501 in the place of what they call. Their authorizers stay. */
final class Stubs {
    private final Set<String> names;

    /** By route keys and by logical ids of routes, integrations and functions. */
    Stubs(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    /** Refuses a name that is none of the API's. */
    void check(HttpApi api) {
        Set<String> known = new LinkedHashSet<>();
        api.routes().forEach(route -> known.addAll(namesOf(route)));
        Set<String> unknown = new HashSet<>(names);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new Refusal(
                    "stub must name a route, an integration or a function that API " + api.logicalId() + " calls",
                    String.join(", ", unknown.stream().sorted().toList()),
                    "it has " + String.join(", ", known));
        }
    }

    boolean has(Route route) {
        return namesOf(route).stream().anyMatch(names::contains);
    }

    private static List<String> namesOf(Route route) {
        Set<String> all = new LinkedHashSet<>(List.of(route.routeKey(), route.logicalId()));
        Integration integration = route.integration();
        if (integration != null) {
            all.add(integration.logicalId());
            LambdaFunction function = integration.function();
            if (function != null) {
                all.add(function.logicalId());
            }
        }
        return List.copyOf(all);
    }
}
