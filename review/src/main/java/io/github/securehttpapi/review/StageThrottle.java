package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Stage;
import io.github.securehttpapi.template.Throttle;
import java.util.List;
import java.util.stream.Collectors;

/** A stage whose routes share the account's limits, or that lets nothing through. */
final class StageThrottle implements ApiRule {
    static final String SOURCE =
            "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html";

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "stage-throttle",
                Severity.ERROR,
                "one noisy route or caller uses up the account's limit, and every API of the account answers 429",
                List.of("Serverless-APIGWDefaultThrottling", "ES2003"),
                SOURCE);
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        for (Stage stage : api.stages()) {
            Throttle throttle = stage.defaultThrottle();
            List<Limit> missing = Limit.missing(throttle);
            if (!missing.isEmpty()) {
                report(stage, missing, findings);
            }
            if (throttle != null) {
                judge(stage, Limit.RATE, throttle, findings);
            }
            if (throttle != null && !isOneExpression(throttle)) {
                judge(stage, Limit.BURST, throttle, findings);
            }
        }
    }

    /** Whether both numbers are unknown for the same reason: to say so once is enough. */
    private static boolean isOneExpression(Throttle throttle) {
        boolean unknown =
                throttle.rateLimit().isUnresolved() && throttle.burstLimit().isUnresolved();
        return unknown
                && throttle.rateLimit().location().equals(throttle.burstLimit().location());
    }

    private static void report(Stage stage, List<Limit> missing, Findings findings) {
        String names = missing.stream().map(Limit::property).collect(Collectors.joining(" and no "));
        findings.on(stage.resource())
                .as(Severity.WARNING)
                .report(
                        name(stage) + " must have both throttle numbers, got no " + names,
                        "set both, to what the functions behind it can take",
                        missing.stream()
                                .map(limit ->
                                        settings(stage).set(limit.property(), limit.fitting(stage.defaultThrottle())))
                                .toList());
    }

    private static void judge(Stage stage, Limit limit, Throttle throttle, Findings findings) {
        Property<? extends Number> number = limit.of(throttle);
        double value = number.value().map(Number::doubleValue).orElse(1.0);
        Findings.Entry entry = findings.on(stage.resource(), number.location());
        String got = ", got " + limit.property() + " '" + Limit.shown(number) + "'";
        if (number.isUnresolved()) {
            entry.unresolved(number, "whether " + name(stage) + " is throttled below the account's limit");
        } else if (value <= 0) {
            entry.report(
                    name(stage) + " must let requests through" + got,
                    "set it to what the functions behind it can take: at zero every request is answered 429",
                    settings(stage).set(limit.property(), limit.strict()));
        } else if (value >= limit.account()) {
            entry.as(Severity.WARNING)
                    .report(
                            name(stage) + " must be throttled below the account's '" + limit.account() + "'" + got,
                            "set it to what the functions behind it can take, and the account's other APIs can spare",
                            settings(stage).set(limit.property(), limit.share()));
        }
    }

    private static String name(Stage stage) {
        return "stage '" + stage.name() + "'";
    }

    private static Placement settings(Stage stage) {
        return Placement.of(stage.resource()).in("DefaultRouteSettings");
    }
}
