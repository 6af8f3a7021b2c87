package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Stage;
import io.github.securehttpapi.template.Throttle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Settings of a route that leave a number out: they replace the stage's rather than add to them
 * (terraform-aws-apigateway-v2#78). What then holds has been seen to be the account's limit, and to be zero
 * (terraform-aws-apigateway-v2#59), where a tool sends one for what is not set.
 */
final class RouteSettingsPartial implements ApiRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "route-settings-partial",
                Severity.WARNING,
                "the stage's limit does not hold for a route that sets only the other one, or only metrics",
                List.of(),
                StageThrottle.SOURCE);
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        for (Stage stage : api.stages()) {
            RouteSettings.unresolved(stage)
                    .ifPresent(settings -> findings.on(stage.resource())
                            .unresolved(settings, "whether routes of stage '" + stage.name() + "' set both numbers"));
            stage.routeSettings().forEach((routeKey, throttle) -> {
                List<Limit> missing = Limit.missing(throttle);
                if (!missing.isEmpty()) {
                    report(stage, routeKey, throttle, missing, findings);
                }
            });
        }
    }

    private static void report(
            Stage stage, String routeKey, Throttle throttle, List<Limit> missing, Findings findings) {
        Placement place = RouteSettings.place(stage, routeKey);
        String names = missing.stream().map(Limit::property).collect(Collectors.joining(" and no "));
        findings.on(stage.resource(), missing.get(0).of(throttle).location())
                .report(
                        "settings of route '" + routeKey + "' in stage '" + stage.name()
                                + "' must have both throttle numbers, got no " + names,
                        "set both: a route's settings replace the stage's, and add nothing to them",
                        missing.stream()
                                .map(limit -> place.set(limit.property(), number(limit, throttle, stage)))
                                .toList());
    }

    /** What goes with the route's other number; else what the stage has. */
    private static Object number(Limit limit, Throttle throttle, Stage stage) {
        Throttle ofStage = stage.defaultThrottle();
        Optional<Object> stages = throttle.isAbsent() && ofStage != null
                ? limit.of(ofStage).value().map(Limit::plain)
                : Optional.empty();
        return stages.orElseGet(() -> limit.fitting(throttle));
    }
}
