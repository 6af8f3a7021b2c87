package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Cors;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Methods that routes have and browsers are not told of. */
final class CorsMethods implements CorsRule {
    /** Fetch Standard, CORS-safelisted method: these pass whatever a preflight answers. */
    private static final Set<String> SAFELISTED = Set.of("GET", "HEAD", "POST");

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "cors-methods",
                Severity.WARNING,
                "browsers refuse to send what routes are there for, and no log shows it",
                List.of(),
                "https://fetch.spec.whatwg.org/#cors-preflight-fetch");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        Cors cors = api.cors();
        List<String> needed = NewCors.methods(api);
        if (cors == null || needed.isEmpty()) {
            return;
        }
        Property<List<String>> allowed = cors.allowMethods();
        CorsPlacement place = CorsPlacement.of(api, subject.template());
        if (allowed.isUnresolved()) {
            if (!SAFELISTED.containsAll(needed)) {
                findings.on(api.resource())
                        .unresolved(
                                allowed,
                                "whether browsers may send " + Shown.each(needed) + " to API '"
                                        + api.resource().origin().logicalId() + "'");
            }
        } else if (allowed.orElse(List.of()).contains("*")) {
            judgeWildcard(api, cors, needed, place, findings);
        } else if (api.routes().stream().noneMatch(NewCors::takesAnyMethod)
                || allowed.orElse(List.of()).isEmpty()) {
            judge(api, allowed, needed, place, findings);
        }
    }

    /** A route for any method says too little to judge a list by: its function may well answer to two of them. */
    private static void judge(
            HttpApi api, Property<List<String>> allowed, List<String> needed, CorsPlacement place, Findings findings) {
        List<String> missing = new ArrayList<>(needed);
        missing.removeAll(allowed.orElse(List.of()));
        boolean refused = !SAFELISTED.containsAll(missing);
        if (missing.isEmpty() || (!refused && allowed.isAbsent())) {
            return;
        }
        boolean evident = refused && api.routes().stream().noneMatch(NewCors::takesAnyMethod);
        String so =
                refused ? "" : ", though browsers let " + (missing.size() == 1 ? "it" : "them") + " pass all the same";
        findings.on(api.resource())
                .at(allowed)
                .as(evident ? Severity.WARNING : Severity.NOTE)
                .report(
                        "AllowMethods" + name(api) + " must have " + Shown.each(missing) + " for its routes, got "
                                + got(allowed) + so,
                        "add " + Shown.each(missing),
                        place.append("AllowMethods", missing));
    }

    private static void judgeWildcard(
            HttpApi api, Cors cors, List<String> needed, CorsPlacement place, Findings findings) {
        if (cors.allowCredentials().value().orElse(false) && !SAFELISTED.containsAll(needed)) {
            findings.on(api.resource())
                    .at(cors.allowMethods())
                    .as(Severity.NOTE)
                    .report(
                            "AllowMethods" + name(api)
                                    + " must name each method where credentials are allowed, got '*',"
                                    + " which browsers then take for a method of that name",
                            "name " + Shown.each(needed),
                            place.set("AllowMethods", needed));
        }
    }

    private static String name(HttpApi api) {
        return " of API '" + api.resource().origin().logicalId() + "'";
    }

    private static String got(Property<List<String>> allowed) {
        List<String> methods = allowed.orElse(List.of());
        return methods.isEmpty() ? "none" : Shown.each(methods);
    }
}
