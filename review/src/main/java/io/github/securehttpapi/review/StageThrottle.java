package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Stage;
import io.github.securehttpapi.template.Throttle;
import java.util.ArrayList;
import java.util.List;

/** A stage whose routes share the account's limits. */
final class StageThrottle implements ApiRule {
    /** What SecureHttpApi sets: enough for a form, and far below the account's 10,000. */
    private static final int RATE = 10;

    private static final int BURST = 20;

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "stage-throttle",
                Severity.WARNING,
                "one noisy route or caller uses up the account's limit, and every API of the account answers 429",
                List.of("Serverless-APIGWDefaultThrottling", "ES2003"),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        for (Stage stage : api.stages()) {
            Throttle throttle = stage.defaultThrottle();
            List<String> missing = new ArrayList<>();
            if (throttle == null || throttle.rateLimit().isAbsent()) {
                missing.add("ThrottlingRateLimit");
            }
            if (throttle == null || throttle.burstLimit().isAbsent()) {
                missing.add("ThrottlingBurstLimit");
            }
            if (!missing.isEmpty()) {
                report(stage, missing, findings);
            } else if (throttle != null) {
                judge(stage, throttle.rateLimit(), findings);
                judge(stage, throttle.burstLimit(), findings);
            }
        }
    }

    private static void report(Stage stage, List<String> missing, Findings findings) {
        Placement settings = Placement.of(stage.resource()).in("DefaultRouteSettings");
        findings.on(stage.resource())
                .report(
                        "stage '" + stage.name() + "' must have both throttle numbers, got no "
                                + String.join(" and no ", missing),
                        "set both, to what the functions behind it can take",
                        settings.set("ThrottlingRateLimit", RATE),
                        settings.set("ThrottlingBurstLimit", BURST));
    }

    private static void judge(Stage stage, Property<?> number, Findings findings) {
        if (number.isUnresolved()) {
            findings.on(stage.resource())
                    .unresolved(number, "whether stage '" + stage.name() + "' is throttled below the account's limit");
        }
    }
}
