package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import java.util.List;

/** An API that pages of every site may call. */
final class CorsAnyOrigin implements CorsRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "cors-any-origin",
                Severity.WARNING,
                "a page of any site can call the API from its visitors' browsers and networks, and read the answers",
                List.of(),
                CorsRules.GUIDE);
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        if (CorsCredentialsAnyOrigin.isFound(api)) {
            return;
        }
        OriginFix fix = OriginFix.of(api, subject.template());
        String name = "API '" + api.resource().origin().logicalId() + "'";
        for (AllowedOrigin origin : AllowedOrigin.of(api)) {
            if (origin.is(OriginText.Kind.ANY)) {
                findings.on(api.resource(), origin.location())
                        .report(
                                name + " must name the origins whose pages may call it, got '" + origin.expression()
                                        + "'" + fix.source(origin),
                                "name each origin, in a parameter if it differs from stack to stack",
                                fix.replace(origin, List.of()));
            } else if (origin.text() == null
                    && OriginParameter.of(origin, subject.template().document()).mayBeAny()) {
                findings.on(api.resource(), origin.location())
                        .unresolved(
                                origin.path(),
                                origin.expression(),
                                origin.reason(),
                                "whether pages of every site may call " + name);
            }
        }
    }
}
