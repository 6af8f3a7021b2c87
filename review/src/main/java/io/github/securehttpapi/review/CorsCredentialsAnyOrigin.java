package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Cors;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Property;
import java.util.List;

/** An API that pages of every site may call as whoever is logged in. */
final class CorsCredentialsAnyOrigin implements CorsRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "cors-credentials-any-origin",
                Severity.ERROR,
                "a page of any site acts as whoever is logged in, or, with '*', the deployment fails",
                List.of(),
                "https://fetch.spec.whatwg.org/#cors-protocol-and-credentials");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        Cors cors = api.cors();
        List<AllowedOrigin> origins = AllowedOrigin.of(api);
        if (cors == null || origins.isEmpty()) {
            return;
        }
        String name = "API '" + api.resource().origin().logicalId() + "'";
        if (isFound(api)) {
            AllowedOrigin any = any(origins).get(0);
            OriginFix fix = OriginFix.of(api, subject.template());
            findings.on(api.resource(), any.location())
                    .report(
                            name + " must name the origins whose pages may send credentials, got '" + any.expression()
                                    + "'" + fix.source(any) + ", with AllowCredentials 'true'",
                            "name each origin; a bearer token in a header needs no AllowCredentials",
                            fix.exactOnly());
            return;
        }
        Property<Boolean> credentials = cors.allowCredentials();
        if (credentials.isUnresolved() && !any(origins).isEmpty()) {
            findings.on(api.resource())
                    .unresolved(credentials, "whether pages of every site may send " + name + " credentials");
        } else if (credentials.value().orElse(false)) {
            origins.stream()
                    .filter(origin -> origin.text() == null)
                    .filter(origin -> OriginParameter.of(
                                    origin, subject.template().document())
                            .mayBeAny())
                    .forEach(origin -> findings.on(api.resource(), origin.location())
                            .as(Severity.WARNING)
                            .unresolved(
                                    origin.path(),
                                    origin.expression(),
                                    origin.reason(),
                                    "whether pages of every site may send " + name + " credentials"));
        }
    }

    /** API Gateway refuses {@code *}, as aws-cdk#9076 reports, and lets {@code https://*} pass. */
    static boolean isFound(HttpApi api) {
        Cors cors = api.cors();
        return cors != null
                && cors.allowCredentials().value().orElse(false)
                && !any(AllowedOrigin.of(api)).isEmpty();
    }

    private static List<AllowedOrigin> any(List<AllowedOrigin> origins) {
        return origins.stream().filter(origin -> origin.is(OriginText.Kind.ANY)).toList();
    }
}
