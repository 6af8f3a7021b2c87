package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import java.util.List;

/** An origin that is written as no browser sends it. */
final class CorsOriginForm implements CorsRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "cors-origin-form",
                Severity.ERROR,
                "browsers refuse every call of the pages that were meant, or the deployment fails",
                List.of(),
                CorsRules.GUIDE);
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        OriginFix fix = OriginFix.of(api, subject.template());
        for (AllowedOrigin origin : AllowedOrigin.of(api)) {
            if (origin.text() == null) {
                judge(api, origin, OriginParameter.of(origin, subject.template().document()), findings);
            } else if (origin.is(OriginText.Kind.MALFORMED)) {
                findings.on(api.resource(), origin.location())
                        .report(
                                "API '" + api.resource().origin().logicalId()
                                        + "' must allow origins as browsers send them, got '" + origin.expression()
                                        + "'" + fix.source(origin),
                                origin.text().advice(),
                                fix.replace(origin, origin.text().corrected()));
            }
        }
    }

    private static void judge(HttpApi api, AllowedOrigin origin, OriginParameter parameter, Findings findings) {
        if (!parameter.isHostOfResource()) {
            String name = "API '" + api.resource().origin().logicalId() + "'";
            String question = "whether " + name + " allows the pages that were meant";
            String held = question + ", though its AllowedPattern lets through exact https origins only";
            findings.on(api.resource(), origin.location())
                    .unresolved(
                            origin.path(),
                            origin.expression(),
                            origin.reason(),
                            parameter.isHeldToExactHttps() ? held : question);
        }
    }
}
