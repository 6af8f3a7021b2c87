package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.PublicAccess;
import io.github.securehttpapi.template.Route;
import java.util.ArrayList;
import java.util.List;

/** A route that was to be public for a while, and still is. */
final class PublicAccessExpired implements ApiRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "public-access-expired",
                Severity.ERROR,
                "a route that was opened for a time stays open to anyone, for nobody remembers to close it",
                List.of(),
                "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html");
    }

    @Override
    public void review(HttpApi api, Subject subject, Findings findings) {
        for (Route route : api.routes()) {
            PublicAccess access = route.publicAccess();
            if (access != null && access.until() != null && access.until().isBefore(subject.today())) {
                judge(api, route, access, subject, findings);
            }
        }
    }

    private static void judge(HttpApi api, Route route, PublicAccess access, Subject subject, Findings findings) {
        String name = "route '" + route.routeKey() + "'";
        switch (Access.of(route)) {
            case UNKNOWN ->
                findings.on(route)
                        .as(Severity.WARNING)
                        .unresolved(
                                route.authorizationType(),
                                "whether " + name + " is still public after '" + access.until() + "'");
            case PUBLIC ->
                findings.on(route)
                        .report(
                                name + " must not be public any more, got Until '" + access.until() + "' for '"
                                        + access.reason() + "'",
                                "give it an authorizer, or look at the reason again and move the date",
                                closed(api, route, subject));
            case PROTECTED -> {}
        }
    }

    /** The reason goes with the openness that it was for. */
    private static List<Change> closed(HttpApi api, Route route, Subject subject) {
        List<Change> changes = new ArrayList<>(RouteAuthorization.require(subject.template(), api, route));
        List<String> path = new ArrayList<>(route.resource().origin().path());
        path.addAll(List.of("Metadata", "SecureHttpApi", "PublicAccess"));
        if (subject.template().document().at(path) != null) {
            changes.add(new Change(path, null));
        }
        return changes;
    }
}
