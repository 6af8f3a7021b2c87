package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Route;
import java.util.List;

/** A route that anyone may call, and nobody said why. */
final class PublicRoute implements ApiRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "public-route",
                Severity.ERROR,
                "anyone on the internet can call a route that nobody meant to leave public",
                List.of("AwsSolutions-APIG4", "APIGateway.8", "CT.APIGATEWAY.PR.5", "CKV_AWS_309"),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        for (Route route : api.routes()) {
            if (route.publicAccess() == null && !Preflight.is(route)) {
                judge(api, route, subject, findings);
            }
        }
    }

    private static void judge(HttpApi api, Route route, Subject subject, Findings findings) {
        String name = "route '" + route.routeKey() + "'";
        switch (Access.of(route)) {
            case UNKNOWN ->
                findings.on(route)
                        .as(Severity.WARNING)
                        .unresolved(route.authorizationType(), "whether " + name + " has an authorizer");
            case PUBLIC ->
                findings.on(route)
                        .report(
                                name + " must have an authorizer or a stated reason, got AuthorizationType '"
                                        + route.authorizationType().orElse("NONE") + "'",
                                RouteAuthorization.advice(route),
                                RouteAuthorization.require(subject.template(), api, route));
            case PROTECTED -> {
                if (lacksAuthorizer(route)) {
                    findings.on(route)
                            .at(route.authorizationType())
                            .report(
                                    name + " must name its authorizer, got AuthorizationType '"
                                            + route.authorizationType().required() + "' without an AuthorizerId",
                                    "name the authorizer that was meant",
                                    RouteAuthorization.require(subject.template(), api, route));
                }
            }
        }
    }

    /** API Gateway refuses it, and nothing in the template says who was meant to be let in. */
    private static boolean lacksAuthorizer(Route route) {
        return !Access.isOfType(route, "AWS_IAM")
                && route.authorizer() == null
                && !route.resource().has("AuthorizerId");
    }
}
