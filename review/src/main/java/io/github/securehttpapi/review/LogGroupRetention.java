package io.github.securehttpapi.review;

import io.github.securehttpapi.template.LogGroup;
import java.util.List;

/** An access log that is kept for ever. */
final class LogGroupRetention implements LogGroupRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "log-group-retention",
                Severity.WARNING,
                "addresses of callers are kept for ever, and paid for",
                List.of("HIPAA.Security-CloudWatchLogGroupRetentionPeriod", "CKV_AWS_66"),
                "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html");
    }

    @Override
    public void judge(LogGroup group, Findings findings) {
        String name = LogGroupRule.name(group);
        if (group.retentionInDays().isAbsent()) {
            findings.on(group.resource())
                    .report(
                            name + " must forget its lines some day, got no RetentionInDays",
                            "keep them as long as support needs them",
                            Placement.of(group.resource()).set("RetentionInDays", NewLogGroup.RETENTION_DAYS));
        } else if (group.retentionInDays().isUnresolved()) {
            findings.on(group.resource()).unresolved(group.retentionInDays(), "whether " + name + " forgets its lines");
        }
    }
}
