package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Template;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A function that anyone may have run as often as the account can. */
final class FunctionConcurrency implements Rule {
    private static final String RESERVED = "ReservedConcurrentExecutions";

    /** What SecureHttpApi reserves: the burst that it lets into one route. */
    private static final int CONCURRENCY = 20;

    /** RFC 9110, 9.2.1: they ask for nothing to be changed. */
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "function-concurrency",
                Severity.WARNING,
                "a flood of calls takes the account's concurrency from every other function, and what is behind this one is"
                        + " overrun: the gateway's throttles are best effort",
                List.of("CKV_AWS_115", "Serverless-LambdaConcurrency"),
                "https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html");
    }

    @Override
    public void review(Subject subject, Findings findings) {
        Map<String, Route> open = open(subject.template());
        for (LambdaFunction function : subject.template().functions()) {
            Route route = open.get(function.logicalId());
            if (route != null) {
                judge(function, route, findings);
            }
        }
    }

    /** Of each function the route by which it is most open. */
    private static Map<String, Route> open(Template template) {
        Map<String, Route> open = new LinkedHashMap<>();
        for (HttpApi api : template.httpApis()) {
            for (Route route : api.routes()) {
                LambdaFunction function =
                        route.integration() == null ? null : route.integration().function();
                if (function != null && Access.of(route) != Access.PROTECTED && !Preflight.is(route)) {
                    open.merge(function.logicalId(), route, FunctionConcurrency::heavier);
                }
            }
        }
        return open;
    }

    private static Route heavier(Route first, Route second) {
        Comparator<Route> weight =
                Comparator.<Route, Access>comparing(Access::of).thenComparing(FunctionConcurrency::severity);
        return weight.compare(first, second) <= 0 ? first : second;
    }

    private static void judge(LambdaFunction function, Route route, Findings findings) {
        Property<Integer> reserved = function.resource().typed().wholeNumber(RESERVED);
        String name = "function '" + function.logicalId() + "'";
        String behind = " behind the public route '" + route.routeKey() + "'";
        if (reserved.isUnresolved()) {
            findings.on(function.resource())
                    .unresolved(reserved, "whether " + name + behind + " has a limit of its own");
        } else if (reserved.isAbsent() && Access.of(route) == Access.UNKNOWN) {
            findings.on(function.resource())
                    .unresolved(
                            route.authorizationType(),
                            "whether " + name + ", which has no " + RESERVED + ", is behind a public route");
        } else if (reserved.isAbsent()) {
            findings.on(function.resource())
                    .as(severity(route))
                    .report(
                            name + " must have " + RESERVED + behind + ", got none",
                            "reserve as many as what is behind it can take",
                            Placement.of(function.resource()).set(RESERVED, CONCURRENCY));
        }
    }

    /** What has a stated reason was thought about, and a read costs less than a write. */
    private static Severity severity(Route route) {
        boolean safe = SAFE_METHODS.contains(RoutePath.of(route).method());
        return safe || route.publicAccess() != null ? Severity.NOTE : Severity.WARNING;
    }
}
