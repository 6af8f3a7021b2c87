package io.github.securehttpapi.review;

import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.Property;
import java.time.LocalDate;
import java.util.List;

/** A function whose runtime is not patched any more. */
final class FunctionRuntime implements Rule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "function-runtime",
                Severity.ERROR,
                "holes in the language or the system stay open in a function that the internet reaches, and one day it cannot be"
                        + " deployed any more",
                List.of("AwsSolutions-L1", "CKV_AWS_363", "Lambda.2"),
                "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html");
    }

    @Override
    public void review(Subject subject, Findings findings) {
        for (LambdaFunction function : Callers.of(subject.template()).functions()) {
            Property<String> runtime = function.runtime();
            if (runtime.isUnresolved()) {
                findings.on(function.resource())
                        .unresolved(
                                runtime,
                                "whether the runtime of function '" + function.logicalId() + "' is still patched");
            }
            LambdaRuntime known = runtime.value().map(LambdaRuntime::named).orElse(null);
            if (known != null && known.isDeprecated(subject.today())) {
                report(function, runtime.required(), known, subject.today(), findings);
            }
        }
    }

    private static void report(
            LambdaFunction function, String name, LambdaRuntime runtime, LocalDate today, Findings findings) {
        boolean blocked = runtime.isBlocked(today);
        findings.on(function.resource())
                .at(function.runtime())
                .as(blocked ? Severity.ERROR : Severity.WARNING)
                .report(
                        "function '" + function.logicalId() + "' must have a runtime that AWS patches, got '" + name
                                + "', "
                                + (blocked
                                        ? "with which nothing is deployed since " + runtime.blocked()
                                        : "deprecated since " + runtime.deprecated()),
                        "move to " + runtime.successor() + ", and test the function with it",
                        Placement.of(function.resource()).set("Runtime", runtime.successor()));
    }
}
