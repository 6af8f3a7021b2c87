package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import java.util.List;

/** An API that pages may call which came without TLS. */
final class CorsHttpOrigin implements CorsRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "cors-http-origin",
                Severity.WARNING,
                "whoever is on the way of a page without TLS, or runs a program on the user's machine, calls the API in its name",
                List.of(),
                CorsRules.GUIDE);
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        OriginFix fix = OriginFix.of(api, subject.template());
        for (AllowedOrigin origin : AllowedOrigin.of(api)) {
            if (origin.text() == null) {
                judge(api, origin, OriginParameter.of(origin, subject.template().document()), findings);
            } else if (origin.is(OriginText.Kind.LOCAL)) {
                reportLocal(api, origin, fix, findings);
            } else if (origin.is(OriginText.Kind.HTTP)) {
                report(api, origin, fix, findings);
            }
        }
    }

    private static void judge(HttpApi api, AllowedOrigin origin, OriginParameter parameter, Findings findings) {
        Findings.Entry entry = findings.on(api.resource(), origin.location());
        if (origin.expression().startsWith("http://")) {
            entry.report(must(api, origin), "serve the pages from https, and write 'https://' here", List.of());
        } else if (parameter.mayBeHttp()) {
            String question = "whether API '" + api.resource().origin().logicalId() + "' allows https origins only";
            entry.unresolved(origin.path(), origin.expression(), origin.reason(), question);
        }
    }

    private static void reportLocal(HttpApi api, AllowedOrigin origin, OriginFix fix, Findings findings) {
        findings.on(api.resource(), origin.location())
                .report(
                        "API '" + api.resource().origin().logicalId()
                                + "' must not allow pages of a developer's machine outside development, got '"
                                + origin.expression() + "'" + fix.source(origin),
                        "leave it out, or pass it to a development stack alone",
                        fix.replace(origin, List.of()));
    }

    private static void report(HttpApi api, AllowedOrigin origin, OriginFix fix, Findings findings) {
        List<String> corrected = new OriginText(origin.expression()).corrected();
        String advice = corrected.isEmpty()
                ? "serve the pages from https, and name that origin"
                : "serve the pages from https, and name " + Shown.each(corrected);
        findings.on(api.resource(), origin.location())
                .report(must(api, origin) + fix.source(origin), advice, fix.replace(origin, corrected));
    }

    private static String must(HttpApi api, AllowedOrigin origin) {
        return "API '" + api.resource().origin().logicalId() + "' must allow https origins only, got '"
                + origin.expression() + "'";
    }
}
