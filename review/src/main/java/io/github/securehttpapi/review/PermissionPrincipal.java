package io.github.securehttpapi.review;

import io.github.securehttpapi.template.LambdaPermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Anyone may call a function, with or without the API before it. */
final class PermissionPrincipal implements Rule {
    /** What narrows a principal of anyone (AWS::Lambda::Permission). */
    private static final List<String> CONDITIONS = List.of("PrincipalOrgID", "SourceAccount", "EventSourceToken");

    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "permission-principal",
                Severity.ERROR,
                "anyone with an AWS account can call the function directly, round the API and its authorizers",
                List.of("Lambda.1", "CT.LAMBDA.PR.2", "CKV_AWS_301"),
                "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html");
    }

    @Override
    public void review(Subject subject, Findings findings) {
        Callers callers = Callers.of(subject.template());
        for (LambdaPermission permission : subject.template().permissions()) {
            Set<String> apis = callers.of(permission);
            // A function URL is another door, with an authorization of its own.
            if (!apis.isEmpty() && !permission.resource().has("FunctionUrlAuthType")) {
                judge(permission, apis, subject, findings);
            }
        }
    }

    private static void judge(LambdaPermission permission, Set<String> apis, Subject subject, Findings findings) {
        String name = "permission '" + permission.logicalId() + "'";
        if (Permissions.isAnyone(permission)) {
            findings.on(permission.resource())
                    .at(permission.principal())
                    .as(isNarrowed(permission) ? Severity.WARNING : Severity.ERROR)
                    .report(
                            name + " must have principal '" + Permissions.GATEWAY + "', got '*'",
                            "name API Gateway, and the API that may call",
                            changes(permission, apis, subject));
        } else if (permission.principal().isUnresolved() && !Permissions.isGateway(permission)) {
            findings.on(permission.resource())
                    .unresolved(permission.principal(), "whether " + name + " lets anyone call");
        }
    }

    private static boolean isNarrowed(LambdaPermission permission) {
        return !Permissions.isAnySource(permission.sourceArn())
                || CONDITIONS.stream().anyMatch(permission.resource()::has);
    }

    private static List<Change> changes(LambdaPermission permission, Set<String> apis, Subject subject) {
        List<Change> changes = new ArrayList<>();
        changes.add(Placement.of(permission.resource()).set("Principal", Permissions.GATEWAY));
        if (Permissions.isAnySource(permission.sourceArn())) {
            changes.addAll(Permissions.bind(permission, apis, subject));
        }
        return changes;
    }
}
