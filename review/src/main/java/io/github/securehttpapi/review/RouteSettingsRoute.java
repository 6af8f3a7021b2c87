package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Location;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Stage;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.UnresolvedResource;
import io.github.securehttpapi.template.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Settings for a route that the API does not have. */
final class RouteSettingsRoute implements ApiRule {
    /** Ours: what is searched for the route that was meant; an API may have 300. */
    private static final int MOST_ROUTES = 1_000;

    /** Ours: the search takes time by the length. */
    private static final int LONGEST_KEY = 200;

    private static final String ROUTE = "AWS::ApiGatewayV2::Route";

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "route-settings-route",
                Severity.ERROR,
                "the deployment fails with \"Unable to find Route by key\"",
                List.of(),
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-stage.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        Template template = subject.template();
        Optional<UnresolvedResource> hidden = template.unresolvedResources().stream()
                .filter(resource -> resource.type() == null || ROUTE.equals(resource.type()))
                .findFirst();
        for (Stage stage : api.stages()) {
            RouteSettings.unresolved(stage)
                    .ifPresent(settings -> findings.on(stage.resource())
                            .unresolved(
                                    settings, "whether all settings of stage '" + stage.name() + "' are a route's"));
            RouteSettings settings = new RouteSettings(stage, api, template);
            for (String routeKey : stage.routeSettings().keySet()) {
                if (!settings.has(routeKey) && hidden.isPresent()) {
                    unresolved(stage, routeKey, hidden.get(), findings);
                } else if (!settings.has(routeKey)) {
                    report(stage, routeKey, settings, template, findings);
                }
            }
        }
    }

    private static void unresolved(Stage stage, String routeKey, UnresolvedResource hidden, Findings findings) {
        findings.on(stage.resource(), location(stage, routeKey))
                .unresolved(hidden, "whether the API of stage '" + stage.name() + "' has a route '" + routeKey + "'");
    }

    private static void report(
            Stage stage, String routeKey, RouteSettings settings, Template template, Findings findings) {
        Optional<Route> nearest = nearest(routeKey, settings, stage);
        findings.on(stage.resource(), location(stage, routeKey))
                .report(
                        "route settings of stage '" + stage.name() + "' must name a route of the API, got '" + routeKey
                                + "'",
                        nearest.map(route -> "write '" + route.routeKey() + "', exactly as its RouteKey")
                                .orElse("remove them, or add the route"),
                        changes(stage, routeKey, nearest.orElse(null), settings, template));
    }

    private static List<Change> changes(
            Stage stage, String routeKey, @Nullable Route nearest, RouteSettings settings, Template template) {
        Placement all = Placement.of(stage.resource()).in(RouteSettings.PROPERTY);
        List<Change> changes = new ArrayList<>();
        changes.add(all.remove(routeKey));
        Object plain = EditedTemplate.plain(all.written(template, routeKey));
        Optional<List<Change>> waiting = nearest == null ? Optional.empty() : settings.awaiting(List.of(nearest));
        if (nearest != null && plain != null && waiting.isPresent()) {
            changes.add(all.set(nearest.routeKey(), plain));
            changes.addAll(waiting.get());
        }
        return changes;
    }

    /** The route that was probably meant: the same but for its spelling, or the names of its path's variables. */
    private static Optional<Route> nearest(String routeKey, RouteSettings settings, Stage stage) {
        String wanted = shape(routeKey);
        int most = Math.max(1, wanted.length() / 6);
        return settings.routes().stream()
                .limit(MOST_ROUTES)
                .filter(route -> !stage.routeSettings().containsKey(route.routeKey()))
                .filter(route -> distance(route, wanted) <= most)
                .min(Comparator.<Route>comparingInt(route -> distance(route, wanted))
                        .thenComparing(Route::routeKey));
    }

    private static int distance(Route route, String wanted) {
        String shape = shape(route.routeKey());
        boolean far = Math.abs(shape.length() - wanted.length()) > wanted.length() / 6 + 1;
        return far || wanted.length() > LONGEST_KEY ? Integer.MAX_VALUE : Spelling.edits(shape, wanted);
    }

    private static String shape(String routeKey) {
        String shape = routeKey.strip().toLowerCase(Locale.ROOT).replaceAll("\\{[^}]*}", "{}");
        return shape.replaceAll("\\s+", " ").replaceFirst("(?<=.)/$", "");
    }

    private static Location location(Stage stage, String routeKey) {
        Value settings = stage.resource().properties().fields().get(RouteSettings.PROPERTY);
        Value entry = settings instanceof Value.Fields fields ? fields.fields().get(routeKey) : null;
        return entry == null ? stage.resource().location() : entry.location();
    }
}
