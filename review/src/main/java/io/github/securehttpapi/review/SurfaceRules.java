package io.github.securehttpapi.review;

import java.util.List;

/** What may differ between a template and the surface that was committed for it. */
final class SurfaceRules {
    private static final String ACCESS =
            "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html";

    private static final String SCOPES =
            "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html";

    private static final String THROTTLING =
            "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html";

    private static final String ROUTES =
            "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html";

    static final RuleDescription PUBLIC = rule(
            "surface-route-public",
            Severity.ERROR,
            "a route that only some could call is opened to anyone, unseen in a large change",
            ACCESS);

    static final RuleDescription ADDED =
            rule("surface-route-added", Severity.ERROR, "the API offers more than anyone has looked at", ROUTES);

    static final RuleDescription SCOPE_LOST = rule(
            "surface-scope-lost",
            Severity.ERROR,
            "a token that was never meant for a route is let in, or one that was is locked out",
            SCOPES);

    static final RuleDescription SCOPES_WIDENED = rule(
            "surface-scopes-widened",
            Severity.WARNING,
            "any one scope of the list is enough, so that each one more lets in more tokens",
            SCOPES);

    static final RuleDescription AUTHORIZER = rule(
            "surface-authorizer-changed",
            Severity.WARNING,
            "a route trusts another issuer, function or policy than the one that was looked at",
            ACCESS);

    static final RuleDescription THROTTLE = rule(
            "surface-throttle-raised",
            Severity.WARNING,
            "more requests reach the function than what stands behind it was sized for",
            THROTTLING);

    static final RuleDescription REMOVED = rule(
            "surface-route-removed",
            Severity.NOTE,
            "clients that still call the route get 404, or are answered by a wider route",
            ROUTES);

    static final List<RuleDescription> ALL =
            List.of(PUBLIC, ADDED, SCOPE_LOST, SCOPES_WIDENED, AUTHORIZER, THROTTLE, REMOVED);

    private SurfaceRules() {}

    private static RuleDescription rule(String id, Severity severity, String protectsFrom, String source) {
        return new RuleDescription(id, severity, protectsFrom, List.of(), source);
    }
}
