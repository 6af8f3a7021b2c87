package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Origin;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Stage;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a stage sets for single routes, and in which order CloudFormation makes the two. */
final class RouteSettings {
    static final String PROPERTY = "RouteSettings";

    private static final String DEPENDS_ON = "DependsOn";

    private final Stage stage;
    private final Dependencies dependencies;
    private final Set<String> awaited;
    private final Map<String, Route> routes = new LinkedHashMap<>();

    RouteSettings(Stage stage, HttpApi api, Template template) {
        this.stage = stage;
        this.dependencies = new Dependencies(template.document());
        this.awaited = dependencies.of(stage.logicalId());
        api.routes().forEach(route -> routes.put(route.routeKey(), route));
    }

    /** The settings, if not even their keys are known. */
    static Optional<Property<String>> unresolved(Stage stage) {
        boolean known = stage.resource().properties().fields().get(PROPERTY) instanceof Value.Fields;
        return known
                ? Optional.empty()
                : Optional.of(stage.resource().typed().text(PROPERTY)).filter(Property::isUnresolved);
    }

    static Placement place(Stage stage, String routeKey) {
        return Placement.of(stage.resource()).in(PROPERTY, routeKey);
    }

    boolean has(String routeKey) {
        return routes.containsKey(routeKey);
    }

    Collection<Route> routes() {
        return routes.values();
    }

    /** The routes that the stage names and does not wait for, if CloudFormation makes them one by one. */
    List<Route> notAwaited() {
        List<Route> notAwaited = new ArrayList<>();
        for (String routeKey : stage.routeSettings().keySet()) {
            Route route = routes.get(routeKey);
            if (route != null && isMadeByItself(route) && !awaited.contains(route.logicalId())) {
                notAwaited.add(route);
            }
        }
        return notAwaited;
    }

    /** Routes of an OpenAPI document, and so of SAM, are there with the API. */
    private static boolean isMadeByItself(Route route) {
        return route.resource().origin().kind() == Origin.Kind.RESOURCE;
    }

    /** What has the stage wait for routes; empty if it cannot, since SAM makes it, or the route waits for the stage. */
    Optional<List<Change>> awaiting(List<Route> wanted) {
        List<String> more = wanted.stream()
                .filter(RouteSettings::isMadeByItself)
                .map(Route::logicalId)
                .filter(route -> !awaited.contains(route))
                .toList();
        if (more.isEmpty()) {
            return Optional.of(List.of());
        }
        Origin origin = stage.resource().origin();
        boolean circular =
                more.stream().anyMatch(route -> dependencies.of(route).contains(stage.logicalId()));
        if (origin.kind() != Origin.Kind.RESOURCE || circular) {
            return Optional.empty();
        }
        Set<String> all = new LinkedHashSet<>(dependencies.written(stage.logicalId()));
        all.addAll(more);
        List<String> path = new ArrayList<>(origin.path());
        path.add(DEPENDS_ON);
        return Optional.of(List.of(new Change(path, List.copyOf(all))));
    }
}
