package io.github.securehttpapi.review;

import io.github.securehttpapi.template.LogGroup;
import io.github.securehttpapi.template.Property;
import java.util.List;

/** An access log outside of the names that one statement of the account's resource policy covers. */
final class LogGroupName implements LogGroupRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "log-group-name",
                Severity.NOTE,
                "the deployment of one more API fails once the account's log resource policy has 5,120 characters",
                List.of(),
                "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-CWL.html");
    }

    @Override
    public void judge(LogGroup group, Findings findings) {
        String start = known(group.name());
        if (start.startsWith(NewLogGroup.VENDED)) {
            return;
        }
        if (group.name().isUnresolved() && NewLogGroup.VENDED.startsWith(start)) {
            findings.on(group.resource())
                    .unresolved(
                            group.name(), "whether " + LogGroupRule.name(group) + " is below " + NewLogGroup.VENDED);
        } else {
            report(group, findings);
        }
    }

    /** The name up to what is known only when deployed. */
    private static String known(Property<String> name) {
        String text = name.toString();
        int open = name.isUnresolved() ? Math.max(0, text.indexOf("${")) : text.length();
        return text.substring(0, open);
    }

    private static void report(LogGroup group, Findings findings) {
        String got = group.name().isAbsent() ? "no LogGroupName" : "'" + group.name() + "'";
        findings.on(group.resource())
                .report(
                        LogGroupRule.name(group) + " must have a name below " + NewLogGroup.VENDED + ", got " + got,
                        "name it so when it is next replaced: the new name makes a new group, and the old lines go"
                                + " unless it is retained",
                        Placement.of(group.resource()).set("LogGroupName", NewLogGroup.name(group.logicalId())));
    }
}
