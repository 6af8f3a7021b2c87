package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Integration;
import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Origin;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.UnresolvedResource;
import io.github.securehttpapi.template.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A function that API Gateway may not call for a route. */
final class PermissionMissing implements Rule {
    private static final String PERMISSION = "AWS::Lambda::Permission";

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "permission-missing",
                Severity.ERROR,
                "every call of the route answers 500, and the function never runs",
                List.of(),
                "https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html");
    }

    @Override
    public void review(Subject subject, Findings findings) {
        Grants grants = Grants.of(subject.template());
        for (HttpApi api : subject.template().httpApis()) {
            Set<String> judged = new HashSet<>();
            for (Route route : api.routes()) {
                Integration integration = route.integration();
                LambdaFunction function = integration == null ? null : integration.function();
                if (integration != null && function != null && isHere(route, integration, function)) {
                    // Of many routes with one function, the first stands for all.
                    if (judged.add(integration.uri().toString())) {
                        judge(new Call(api, route, integration, function), grants, subject, findings);
                    }
                }
            }
        }
    }

    /** Whether it is the template that has to permit: neither SAM, which does so for events, nor a role. */
    private static boolean isHere(Route route, Integration integration, LambdaFunction function) {
        boolean bySam = function.resource().origin().kind() == Origin.Kind.SAM_FUNCTION && mayHaveRoutes(function);
        return route.resource().origin().kind() != Origin.Kind.SAM_EVENT
                && !bySam
                && !integration.resource().has("CredentialsArn");
    }

    /** Whether an event of the function is an HTTP API's, or cannot be told: a schedule lets no API call it. */
    private static boolean mayHaveRoutes(LambdaFunction function) {
        Value events = function.resource().properties().fields().get("Events");
        if (!(events instanceof Value.Fields named)) {
            return events != null;
        }
        return named.fields().values().stream().anyMatch(event -> {
            Value type = event instanceof Value.Fields fields ? fields.fields().get("Type") : null;
            return !(type instanceof Value.Text text) || text.text().equals("HttpApi");
        });
    }

    private static void judge(Call call, Grants grants, Subject subject, Findings findings) {
        Grants.Answer answer = grants.allows(call.api, call.integration, call.function);
        String question =
                "whether API '" + call.api.logicalId() + "' may call function '" + call.function.logicalId() + "'";
        Property<String> unknown = answer.unknown();
        if (answer.isYes()) {
            return;
        }
        List<UnresolvedResource> hidden = subject.template().unresolvedResources().stream()
                .filter(resource -> resource.type() == null || PERMISSION.equals(resource.type()))
                .toList();
        if (unknown != null) {
            findings.on(call.route).unresolved(unknown, question);
        } else if (!hidden.isEmpty()) {
            findings.on(call.route).unresolved(hidden.get(0), question);
        } else {
            report(call, answer, subject, findings);
        }
    }

    private static void report(Call call, Grants.Answer answer, Subject subject, Findings findings) {
        String function = call.function.logicalId();
        String got = answer.other() == null
                ? "no permission"
                : "permission '" + answer.other() + "', which is for another API";
        String logicalId = Declared.freeName(
                subject.template(), function + "Permission" + (answer.other() == null ? "" : call.api.logicalId()));
        findings.on(call.route)
                .report(
                        "function '" + function + "' must let API '" + call.api.logicalId() + "' call it, got " + got
                                + ": route '" + call.route.routeKey() + "' answers 500",
                        "permit the API to call it",
                        Permissions.add(logicalId, target(call), call.api.logicalId()));
    }

    /** The alias or the version if it is one that is called. */
    private static Map<String, Object> target(Call call) {
        return call.integration.uri().references().stream()
                .map(Value.Reference::logicalId)
                .filter(logicalId -> !logicalId.equals(call.function.logicalId()))
                .findFirst()
                .<Map<String, Object>>map(pointer -> Map.of("Ref", pointer))
                .orElseGet(() -> Map.of("Fn::GetAtt", List.of(call.function.logicalId(), "Arn")));
    }

    private record Call(HttpApi api, Route route, Integration integration, LambdaFunction function) {}
}
