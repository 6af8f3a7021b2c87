package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Location;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API that pages call, and that tells their browsers nothing. */
final class CorsMissing implements Rule {
    private static final String CONFIGURATION = "CorsConfiguration";

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "cors-missing",
                Severity.WARNING,
                "browsers keep the API's answers from the pages it is for, its errors above all",
                List.of(),
                CorsRules.GUIDE);
    }

    @Override
    public void review(Subject subject, Findings findings) {
        Pages pages = Pages.of(subject.template());
        for (HttpApi api : subject.template().httpApis()) {
            Value written = api.resource().properties().fields().get(CONFIGURATION);
            if (written instanceof Value.Fields) {
                judgeOrigins(api, written.location(), subject.template(), findings);
            } else if (!api.resource().has("BodyS3Location")) {
                judge(api, written, pages, subject.template(), findings);
            }
        }
    }

    private static void judge(HttpApi api, @Nullable Value written, Pages pages, Template template, Findings findings) {
        String evident = BrowserEvidence.of(api, template);
        String evidence = evident == null ? pages.mayCall(api) : evident;
        if (evidence == null) {
            return;
        }
        String name = "API '" + api.resource().origin().logicalId() + "'";
        if (written instanceof Value.Unresolved unknown) {
            findings.on(api.resource(), unknown.location())
                    .unresolved(
                            CONFIGURATION,
                            unknown.expression(),
                            unknown.reason(),
                            "whether " + name + " has a CORS configuration, though " + evidence);
        } else {
            String whose = evident == null ? "if pages of another origin call it" : "for the pages that call it";
            findings.on(api.resource())
                    .as(evident == null ? Severity.NOTE : Severity.WARNING)
                    .report(
                            name + " must have a CORS configuration " + whose + ", got none, though " + evidence,
                            "name the origin of the pages, unless they are of the API's own",
                            configured(api, template));
        }
    }

    private static List<Change> configured(HttpApi api, Template template) {
        Change whole = CorsPlacement.of(api, template).whole(NewCors.settings(api, template.document()));
        List<Change> changes = new ArrayList<>(OriginFix.of(api, template).withParameter(whole));
        PreflightRoute.swallowing(api).stream()
                .filter(route -> Access.of(route) == Access.PROTECTED)
                .forEach(route -> changes.addAll(PreflightRoute.beside(route, template)));
        return changes;
    }

    private static void judgeOrigins(HttpApi api, Location configuration, Template template, Findings findings) {
        if (AllowedOrigin.of(api).isEmpty()) {
            Change origins = CorsPlacement.of(api, template)
                    .set("AllowOrigins", List.of(OriginParameter.reference(template.document())));
            findings.on(api.resource(), configuration)
                    .report(
                            "API '" + api.resource().origin().logicalId()
                                    + "' must name the origins whose pages may call it, got no AllowOrigins",
                            "name each origin, or drop the CORS configuration",
                            OriginFix.of(api, template).withParameter(origins));
        }
    }
}
