package io.github.securehttpapi.review;

import io.github.securehttpapi.template.LambdaPermission;
import io.github.securehttpapi.template.Property;
import java.util.List;
import java.util.Set;

/** API Gateway may call a function for whoever asks it to. */
final class PermissionSourceArn implements Rule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "permission-source-arn",
                Severity.WARNING,
                "anyone can have an API of their own, in an account of their own, call the function without the authorizers of"
                        + " this one",
                List.of("CKV_AWS_364", "AWS-0067"),
                "https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html");
    }

    @Override
    public void review(Subject subject, Findings findings) {
        Callers callers = Callers.of(subject.template());
        for (LambdaPermission permission : subject.template().permissions()) {
            Set<String> apis = callers.of(permission);
            if (!apis.isEmpty() && Permissions.isGateway(permission)) {
                judge(permission, apis, subject, findings);
            }
        }
    }

    private static void judge(LambdaPermission permission, Set<String> apis, Subject subject, Findings findings) {
        String name = "permission '" + permission.logicalId() + "'";
        Property<String> source = permission.sourceArn();
        if (Permissions.isAnySource(source)) {
            boolean account = permission.resource().has("SourceAccount");
            findings.on(permission.resource())
                    .at(source)
                    .as(account ? Severity.NOTE : Severity.WARNING)
                    .report(
                            name + " must name the API that may call in SourceArn, got "
                                    + (source.isAbsent() ? "none" : "'" + source + "'")
                                    + (account ? ": any API of the account may" : ": any API of any account may"),
                            "bind it to the API",
                            Permissions.bind(permission, apis, subject));
        } else if (isUnknown(source)) {
            findings.on(permission.resource()).unresolved(source, "which APIs may call by " + name);
        }
    }

    /** An ARN whose account or API has to be filled in names them; a parameter may be any text. */
    private static boolean isUnknown(Property<String> source) {
        return source.isUnresolved()
                && source.references().isEmpty()
                && !source.toString().contains(":execute-api:");
    }
}
