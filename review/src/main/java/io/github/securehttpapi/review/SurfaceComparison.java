package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what a template offers with a committed surface. */
final class SurfaceComparison {
    private static final String UPDATE = ", or accept it: update the baseline with --write-baseline";

    private final Template template;
    private final List<Finding> found;
    private final Map<String, SurfaceRoute> before = new LinkedHashMap<>();

    private SurfaceComparison(Template template, List<SurfaceRoute> baseline, List<Finding> found) {
        this.template = template;
        this.found = found;
        baseline.forEach(route -> before.put(key(route.api(), route.route()), route));
    }

    /** Adds a finding for each difference that matters. */
    static void of(Template template, Surface baseline, List<Finding> found) {
        String name = TemplateName.of(template.name());
        List<SurfaceRoute> routes = baseline.routes(name);
        if (routes == null) {
            throw new ReviewException(
                    "baseline must be of template '" + name + "'", baseline.about(), SurfaceFile.WRITE);
        }
        Set<String> apis = routes.stream().map(SurfaceRoute::api).collect(Collectors.toCollection(HashSet::new));
        if (!apis.isEmpty() && template.httpApis().stream().noneMatch(api -> apis.contains(api.logicalId()))) {
            throw new ReviewException(
                    "baseline must be of an API of template '" + name + "'",
                    String.join(", ", apis.stream().sorted().toList()),
                    SurfaceFile.WRITE);
        }
        new SurfaceComparison(template, routes, found).compare();
    }

    private void compare() {
        for (HttpApi api : template.httpApis()) {
            for (Route route : api.routes()) {
                SurfaceRoute now = SurfaceReader.route(api, route);
                SurfaceRoute then = before.remove(key(now.api(), now.route()));
                if (then == null) {
                    added(route, now);
                } else {
                    access(route, then, now);
                    now.throttle().forEach((stage, limit) -> throttle(route, then, stage, limit));
                }
            }
        }
        before.values().forEach(this::removed);
    }

    private void added(Route route, SurfaceRoute now) {
        boolean open = now.isPublic() && !now.isPreflight();
        findings(SurfaceRules.ADDED)
                .on(route)
                .as(open ? Severity.ERROR : Severity.WARNING)
                .report(
                        name(now) + " must be in the baseline, got a new one with access '" + now.access() + "'",
                        (open ? "give it an authorizer" : "remove it") + UPDATE);
    }

    private void access(Route route, SurfaceRoute then, SurfaceRoute now) {
        if (now.isPublic()) {
            if (!then.isPublic()) {
                report(SurfaceRules.PUBLIC, route, now, "access '" + then.access() + "'", "'" + now.access() + "'");
            }
        } else if (!then.isPublic() && !then.access().equals(now.access())) {
            report(SurfaceRules.AUTHORIZER, route, now, "access '" + then.access() + "'", "'" + now.access() + "'");
        }
        if (kind(then).equals("JWT") && kind(now).equals("JWT")) {
            scopes(route, then, now);
        }
    }

    private void scopes(Route route, SurfaceRoute then, SurfaceRoute now) {
        List<String> lost = without(then.scopes(), now.scopes());
        List<String> gained = without(now.scopes(), then.scopes());
        if (!lost.isEmpty()) {
            report(SurfaceRules.SCOPE_LOST, route, now, "scope '" + String.join(", ", lost) + "'", shown(now.scopes()));
        }
        if (!then.scopes().isEmpty() && !gained.isEmpty()) {
            report(
                    SurfaceRules.SCOPES_WIDENED,
                    route,
                    now,
                    "no scope but '" + String.join(", ", then.scopes()) + "'",
                    shown(now.scopes()));
        }
    }

    private static String shown(List<String> scopes) {
        return scopes.isEmpty()
                ? "no scopes, which any token of the issuer meets"
                : "'" + String.join(", ", scopes) + "'";
    }

    private void throttle(Route route, SurfaceRoute then, String stage, String limit) {
        String before = then.throttle().get(stage);
        if (before != null && raised(before, limit)) {
            String name = "route '" + then.route() + "' on stage '" + stage + "'";
            findings(SurfaceRules.THROTTLE)
                    .on(route)
                    .report(
                            name + " must be throttled at the baseline's '" + before + "', got '" + limit + "'",
                            "change it back" + UPDATE);
        }
    }

    private static boolean raised(String before, String limit) {
        return SurfaceFile.rate(limit).compareTo(SurfaceFile.rate(before)) > 0
                || SurfaceFile.burst(limit).compareTo(SurfaceFile.burst(before)) > 0;
    }

    private void removed(SurfaceRoute then) {
        Findings findings = findings(SurfaceRules.REMOVED);
        template.httpApis().stream()
                .filter(api -> api.logicalId().equals(then.api()))
                .findFirst()
                .map(api -> findings.on(api.resource()))
                .orElseGet(() -> findings.on(then.api(), template.document().location()))
                .about(then.route())
                .report(name(then) + " must be in the template as in the baseline, got none", "bring it back" + UPDATE);
    }

    private void report(RuleDescription rule, Route route, SurfaceRoute now, String keep, String got) {
        findings(rule)
                .on(route)
                .report(name(now) + " must keep the baseline's " + keep + ", got " + got, "change it back" + UPDATE);
    }

    private Findings findings(RuleDescription rule) {
        return new Findings(rule, template, found);
    }

    private static List<String> without(List<String> all, List<String> some) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static String kind(SurfaceRoute route) {
        return route.access().split("[ :]", 2)[0];
    }

    private static String name(SurfaceRoute route) {
        return "route '" + route.route() + "'";
    }

    private static String key(String api, String route) {
        return api + "\n" + route;
    }
}
