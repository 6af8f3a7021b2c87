package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Stage;
import io.github.securehttpapi.template.Throttle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A route that writes and has no limit of its own, though its stage lets more through than a form needs.
 *
 * <p>A stage's default sizes a bucket for each route, so one default has to do for the list that a page loads and for
 * the form that sends mail. A stage that is as strict as SecureHttpApi's (10 a second, 20 at once) asks no more of its
 * routes; nor does a stage without limits, which {@link StageThrottle} has set to those. A limit of the route's own is
 * a decision, and as such not judged, unless it lets nothing or everything through.
 */
final class RouteThrottle implements ApiRule {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "route-throttle",
                Severity.ERROR,
                "a script fills the database, or sends mail, as fast as the stage serves pages",
                List.of(),
                StageThrottle.SOURCE);
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        for (Stage stage : api.stages()) {
            RouteSettings settings = new RouteSettings(stage, api, subject.template());
            if (isOpaque(api, stage, findings)) {
                continue;
            }
            for (Route route : api.routes()) {
                Throttle own = stage.routeSettings().get(route.routeKey());
                if (own != null && !own.isAbsent()) {
                    judge(stage, route, Limit.RATE, own, findings);
                    judge(stage, route, Limit.BURST, own, findings);
                } else if (writes(route) && !Limit.isStrict(stage.defaultThrottle())) {
                    report(stage, route, settings, findings);
                }
            }
        }
    }

    /** Whether the stage does not tell what its routes are limited to. */
    private static boolean isOpaque(HttpApi api, Stage stage, Findings findings) {
        List<Property<?>> unknown = new ArrayList<>();
        RouteSettings.unresolved(stage).ifPresent(unknown::add);
        Throttle throttle = stage.defaultThrottle();
        if (throttle != null) {
            unknown.addAll(List.of(throttle.rateLimit(), throttle.burstLimit()));
        }
        unknown.removeIf(property -> !property.isUnresolved());
        if (!unknown.isEmpty() && api.routes().stream().anyMatch(RouteThrottle::writes)) {
            findings.on(stage.resource())
                    .unresolved(
                            unknown.get(0), "whether routes that write are limited in stage '" + stage.name() + "'");
        }
        return !unknown.isEmpty();
    }

    private static boolean writes(Route route) {
        return !READING.contains(RoutePath.of(route).method());
    }

    private static void judge(Stage stage, Route route, Limit limit, Throttle own, Findings findings) {
        Property<? extends Number> number = limit.of(own);
        double value = number.value().map(Number::doubleValue).orElse(1.0);
        String name = "route '" + route.routeKey() + "'";
        String got = " in stage '" + stage.name() + "', got " + limit.property() + " '" + Limit.shown(number) + "'";
        Findings.Entry entry = findings.on(route, stage.resource()).at(number);
        Placement place = RouteSettings.place(stage, route.routeKey());
        if (number.isUnresolved()) {
            entry.unresolved(number, "whether " + name + " is limited in stage '" + stage.name() + "'");
        } else if (value <= 0) {
            entry.report(
                    name + " must let requests through" + got,
                    "set it to what the function behind it can take: at zero every request is answered 429",
                    place.set(limit.property(), limit.strict()));
        } else if (value >= limit.account()) {
            entry.as(Severity.NOTE)
                    .report(
                            name + " must be limited below the account's '" + limit.account() + "'" + got,
                            "set it to what the function behind it can take",
                            place.set(limit.property(), limit.share()));
        }
    }

    private static void report(Stage stage, Route route, RouteSettings settings, Findings findings) {
        List<Change> changes = new ArrayList<>();
        settings.awaiting(List.of(route)).ifPresent(waiting -> {
            Placement place = RouteSettings.place(stage, route.routeKey());
            changes.add(place.set(Limit.RATE.property(), Limit.RATE.strict()));
            changes.add(place.set(Limit.BURST.property(), Limit.BURST.strict()));
            changes.addAll(waiting);
        });
        boolean open = Access.of(route) == Access.PUBLIC;
        findings.on(route, stage.resource())
                .as(open ? Severity.WARNING : Severity.NOTE)
                .report(
                        "route '" + route.routeKey() + "' must have a limit of its own in stage '" + stage.name()
                                + "', got none",
                        "limit what writes to what its callers need; reading may go on at the stage's rate",
                        changes);
    }
}
