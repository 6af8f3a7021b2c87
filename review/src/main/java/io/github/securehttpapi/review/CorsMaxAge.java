package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Property;
import java.time.Duration;
import java.util.List;

/** A time to keep a preflight that API Gateway refuses. */
final class CorsMaxAge implements CorsRule {
    /** API Gateway V2 API reference, {@code Cors}: {@code IntegerWithLengthBetweenMinus1And86400}. */
    private static final int LARGEST_SECONDS = 86_400;

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "cors-max-age",
                Severity.ERROR,
                "the deployment fails",
                List.of(),
                "https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        if (api.cors() == null) {
            return;
        }
        Property<Duration> age = api.cors().maxAge();
        String name = "MaxAge of API '" + api.resource().origin().logicalId() + "'";
        if (age.isUnresolved()) {
            findings.on(api.resource()).unresolved(age, "whether " + name + " is at most 86,400 s");
        } else if (age.orElse(Duration.ZERO).toSeconds() > LARGEST_SECONDS) {
            findings.on(api.resource())
                    .at(age)
                    .report(
                            name + " must be at most 86,400 s, got '"
                                    + age.required().toSeconds() + "'",
                            "write " + LARGEST_SECONDS + "; Chromium keeps two hours at most",
                            CorsPlacement.of(api, subject.template()).set("MaxAge", LARGEST_SECONDS));
        }
    }
}
