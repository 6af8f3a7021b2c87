package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Route;
import java.util.List;

/** IAM on a route that browsers are let in to call. */
final class AuthorizerUnfit implements ApiRule {
    private static final String IAM = "AWS_IAM";

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "authorizer-unfit",
                Severity.WARNING,
                "a browser has no AWS credentials to sign with, so that the route answers it 403, or long-lived keys are"
                        + " put into the page",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control-iam.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        if (api.cors() == null) {
            return;
        }
        boolean signing = Declared.has(subject.template(), "AWS::Cognito::IdentityPool");
        Severity severity = signing || takesTokens(api) ? Severity.NOTE : Severity.WARNING;
        for (Route route : api.routes()) {
            String name = "route '" + route.routeKey() + "'";
            if (Access.of(route) == Access.UNKNOWN) {
                findings.on(route)
                        .unresolved(route.authorizationType(), "whether browsers can authenticate to " + name);
            } else if (Access.isOfType(route, IAM)) {
                findings.on(route)
                        .as(severity)
                        .report(
                                name
                                        + " must have an authorizer for browsers, to which CORS opens it, got AuthorizationType '"
                                        + IAM + "'"
                                        + (signing ? ", for which a page needs credentials of the identity pool" : ""),
                                "give it a JWT authorizer, or leave CORS to an API for browsers",
                                RouteAuthorization.requireJwt(subject.template(), api, route));
            }
        }
    }

    /** CORS is for the whole API: beside routes that take a token, it need not be meant for those that sign. */
    private static boolean takesTokens(HttpApi api) {
        return api.routes().stream()
                .anyMatch(route -> Access.isOfType(route, "JWT") || Access.isOfType(route, "CUSTOM"));
    }
}
