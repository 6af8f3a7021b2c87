package io.github.securehttpapi.construct;

import io.github.securehttpapi.review.Finding;
import io.github.securehttpapi.review.Severity;
import io.github.securehttpapi.template.Template;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.PolicyViolatingResource;
import software.amazon.awscdk.PolicyViolation;

/**
 * A finding in the words of the CDK.
 *
 * @param severity how much it weighs
 * @param report what the CDK shows
 */
record Violation(Severity severity, PolicyViolation report) {
    static Violation of(Finding finding, String ruleName, Template template, SynthesizedTemplate synthesized) {
        PolicyViolatingResource resource = PolicyViolatingResource.builder()
                .resourceLogicalId(finding.resource())
                .templatePath(synthesized.file().toString())
                .locations(PropertyPath.of(template.document(), finding.resource(), finding.location()).stream()
                        .toList())
                .build();
        return new Violation(
                finding.severity(),
                PolicyViolation.builder()
                        .ruleName(ruleName)
                        .description(finding.message())
                        .severity(severity(finding.severity()))
                        .fix(finding.fix().toString().stripTrailing())
                        .ruleMetadata(Map.of("rule", finding.rule()))
                        .violatingResources(List.of(resource))
                        .build());
    }

    /** A template that was not reviewed: fatal, which no acknowledgement leaves out of the CDK's report. */
    static Violation unread(SynthesizedTemplate synthesized, String message) {
        PolicyViolatingResource stack = PolicyViolatingResource.builder()
                .constructPath(synthesized.stackPath())
                .templatePath(synthesized.file().toString())
                .locations(List.of())
                .build();
        return new Violation(
                Severity.ERROR,
                PolicyViolation.builder()
                        .ruleName("template")
                        .description(synthesized.file().getFileName() + ": " + message)
                        .severity("fatal")
                        .violatingResources(List.of(stack))
                        .build());
    }

    private static String severity(Severity severity) {
        return severity == Severity.NOTE ? "info" : severity.toString();
    }
}
