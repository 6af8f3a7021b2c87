package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Stage;
import java.util.List;

/** Settings for routes that CloudFormation may make only after the stage. */
final class RouteSettingsDependency implements ApiRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "route-settings-dependency",
                Severity.ERROR,
                "the first deployment fails with \"Unable to find Route by key\", as do those that add a route",
                List.of(),
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        for (Stage stage : api.stages()) {
            RouteSettings settings = new RouteSettings(stage, api, subject.template());
            List<Route> notAwaited = settings.notAwaited();
            RouteSettings.unresolved(stage)
                    .ifPresent(unknown -> findings.on(stage.resource())
                            .unresolved(unknown, "which routes stage '" + stage.name() + "' has to wait for"));
            if (!notAwaited.isEmpty()) {
                report(stage, notAwaited, settings, findings);
            }
        }
    }

    private static void report(Stage stage, List<Route> notAwaited, RouteSettings settings, Findings findings) {
        String names = Shown.each(notAwaited.stream().map(Route::logicalId).toList());
        List<Change> changes = settings.awaiting(notAwaited).orElse(List.of());
        findings.on(stage.resource())
                .report(
                        "stage '" + stage.name() + "' must wait for the routes that its RouteSettings name,"
                                + " got no DependsOn on " + names,
                        changes.isEmpty()
                                ? "declare the routes as events of their functions, or in the API's DefinitionBody:"
                                        + " a stage that SAM makes waits for no other resource"
                                : "name them in DependsOn",
                        changes);
    }
}
