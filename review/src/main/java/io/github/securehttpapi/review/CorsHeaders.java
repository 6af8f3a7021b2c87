package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Cors;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Headers that authorizers read, or that come with a JSON body, and browsers are not told of. */
final class CorsHeaders implements CorsRule {
    private static final String JSON = "content-type";
    private static final String SETTING = "AllowHeaders";
    private static final Set<String> METHODS_WITH_BODY = Set.of("PATCH", "POST", "PUT");

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "cors-headers",
                Severity.WARNING,
                "browsers refuse every call that carries a token, or a JSON body, and no log shows it",
                List.of(),
                "https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        Cors cors = api.cors();
        if (cors == null) {
            return;
        }
        Set<String> read = AuthorizerHeaders.of(api);
        Property<List<String>> allowed = cors.allowHeaders();
        CorsPlacement place = CorsPlacement.of(api, subject.template());
        if (allowed.isUnresolved()) {
            if (!read.isEmpty()) {
                findings.on(api.resource())
                        .unresolved(
                                allowed,
                                "whether browsers may send " + Shown.each(List.copyOf(read)) + " to API '"
                                        + api.resource().origin().logicalId() + "'");
            }
            return;
        }
        List<String> names = lowerCase(allowed);
        List<String> missing = new ArrayList<>(read);
        missing.removeAll(names);
        if (names.contains("*")) {
            judgeWildcard(api, cors, missing, place, findings);
        } else {
            judge(api, allowed, names, missing, place, findings);
        }
    }

    private static void judge(
            HttpApi api,
            Property<List<String>> allowed,
            List<String> names,
            List<String> missing,
            CorsPlacement place,
            Findings findings) {
        boolean withJson = !names.contains(JSON) && !missing.contains(JSON) && takesBodies(api);
        if (missing.isEmpty() && !withJson) {
            return;
        }
        List<String> added = new ArrayList<>(missing);
        if (withJson) {
            added.add(JSON);
        }
        String why = missing.isEmpty() ? "for pages to send JSON" : "for its authorizers";
        List<String> needed = missing.isEmpty() ? List.of(JSON) : missing;
        findings.on(api.resource(), allowed.location())
                .as(missing.isEmpty() ? Severity.NOTE : Severity.WARNING)
                .report(
                        SETTING + name(api) + " must have " + Shown.each(needed) + " " + why + ", got "
                                + (names.isEmpty() ? "none" : Shown.each(names)),
                        "add " + Shown.each(added)
                                + (missing.isEmpty() ? ", unless its routes take forms or text" : ""),
                        place.append(SETTING, added));
    }

    /** Chromium and Firefox still let {@code *} stand for authorization, and say on the console that they will not. */
    private static void judgeWildcard(
            HttpApi api, Cors cors, List<String> missing, CorsPlacement place, Findings findings) {
        boolean withCredentials = cors.allowCredentials().value().orElse(false);
        List<String> uncovered = withCredentials
                ? missing
                : missing.stream().filter("authorization"::equals).toList();
        if (!uncovered.isEmpty()) {
            String why = withCredentials
                    ? "which browsers take for a header of that name where credentials are sent"
                    : "which does not cover it in the Fetch Standard";
            findings.on(api.resource())
                    .at(cors.allowHeaders())
                    .as(Severity.NOTE)
                    .report(
                            SETTING + name(api) + " must name " + Shown.each(uncovered) + ", got '*', " + why,
                            "add " + Shown.each(uncovered),
                            place.append(SETTING, uncovered));
        }
    }

    /** The changes that let pages send a header to an API; none if they may, or if nothing may call it from a page. */
    static List<Change> allow(HttpApi api, Template template, String header) {
        Cors cors = api.cors();
        if (cors == null || cors.allowHeaders().isUnresolved()) {
            return List.of();
        }
        List<String> names = lowerCase(cors.allowHeaders());
        if (names.contains(header)) {
            return List.of();
        }
        boolean json = !names.contains("*") && !names.contains(JSON) && takesBodies(api);
        return CorsPlacement.of(api, template).append(SETTING, json ? List.of(header, JSON) : List.of(header));
    }

    private static List<String> lowerCase(Property<List<String>> headers) {
        return headers.orElse(List.of()).stream()
                .map(each -> each.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static boolean takesBodies(HttpApi api) {
        return api.routes().stream()
                .anyMatch(route -> NewCors.takesAnyMethod(route)
                        || METHODS_WITH_BODY.contains(RoutePath.of(route).method()));
    }

    private static String name(HttpApi api) {
        return " of API '" + api.resource().origin().logicalId() + "'";
    }
}
