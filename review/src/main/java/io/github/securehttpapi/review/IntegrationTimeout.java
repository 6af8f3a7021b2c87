package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Integration;
import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Origin;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Route;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A gateway that waits longer than its function works, or not as long. */
final class IntegrationTimeout implements ApiRule {
    /** API Gateway developer guide, http-api-quotas.html: the most, and what holds where the template says nothing. */
    private static final Duration GATEWAY = Duration.ofSeconds(30);

    /** AWS::Lambda::Function, Timeout: what holds where the template says nothing. */
    private static final Duration FUNCTION = Duration.ofSeconds(3);

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "integration-timeout",
                Severity.WARNING,
                "the caller is told that the call failed and sends it again, while the function still works on the first",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        Set<String> judged = new HashSet<>();
        for (Route route : api.routes()) {
            Integration integration = route.integration();
            LambdaFunction function = integration == null ? null : integration.function();
            if (integration != null && function != null && judged.add(integration.logicalId())) {
                judge(route, integration, function, findings);
            }
        }
    }

    private static void judge(Route route, Integration integration, LambdaFunction function, Findings findings) {
        String name = "integration of route '" + route.routeKey() + "'";
        for (Property<Duration> timeout : List.of(integration.timeout(), function.timeout())) {
            if (timeout.isUnresolved()) {
                findings.on(integration.resource())
                        .unresolved(
                                timeout,
                                "whether the " + name + " waits as long as function '" + function.logicalId()
                                        + "' works");
                return;
            }
        }
        Duration gateway = integration.timeout().orElse(GATEWAY);
        Duration works = function.timeout().orElse(FUNCTION);
        String got = "got " + text(integration.timeout(), GATEWAY) + " for function '" + function.logicalId() + "' of "
                + text(function.timeout(), FUNCTION);
        if (gateway.compareTo(works) < 0) {
            findings.on(integration.resource())
                    .at(integration.timeout())
                    .report(
                            name + " must wait until its function is done, " + got
                                    + ": the caller gets 503 while the function works on",
                            works.compareTo(GATEWAY) <= 0
                                    ? "wait as long as the function works"
                                    : "end the function when the gateway stops waiting, or start the work by a queue",
                            longer(integration, function, works));
        } else if (gateway.compareTo(works) > 0) {
            findings.on(integration.resource())
                    .at(integration.timeout())
                    .as(Severity.NOTE)
                    .report(
                            name + " must not wait longer than its function works, " + got
                                    + ": the function is ended first, and the caller gets 500",
                            "wait as long as the function works, if it is to work no longer",
                            set(integration, works));
        }
    }

    /** As long as a function works, in milliseconds, and no longer than the gateway waits. */
    static int fitting(LambdaFunction function) {
        Duration works = function.timeout().orElse(FUNCTION);
        return Math.toIntExact((works.compareTo(GATEWAY) <= 0 ? works : GATEWAY).toMillis());
    }

    private static List<Change> longer(Integration integration, LambdaFunction function, Duration works) {
        if (works.compareTo(GATEWAY) <= 0) {
            return List.of(set(integration, works));
        }
        return List.of(
                set(integration, GATEWAY),
                Placement.of(function.resource()).set("Timeout", Math.toIntExact(GATEWAY.toSeconds())));
    }

    private static Change set(Integration integration, Duration timeout) {
        Placement place = Placement.of(integration.resource());
        int millis = Math.toIntExact(timeout.toMillis());
        return integration.resource().origin().kind() == Origin.Kind.OPENAPI
                ? place.in("x-amazon-apigateway-integration").set("timeoutInMillis", millis)
                : place.set("TimeoutInMillis", millis);
    }

    private static String text(Property<Duration> timeout, Duration byDefault) {
        return timeout.isAbsent() ? millis(byDefault) + " by default" : "'" + millis(timeout.orElse(byDefault)) + "'";
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + " ms";
    }
}
