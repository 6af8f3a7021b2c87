package io.github.securehttpapi.review;

import io.github.securehttpapi.template.LogGroup;
import io.github.securehttpapi.template.Property;
import java.util.List;
import java.util.Map;

/** An access log that CloudWatch encrypts with a key of its own, which is enough for most. */
final class LogGroupEncryption implements LogGroupRule {
    @Override
    public RuleDescription about() {
        return new RuleDescription(
                "log-group-encryption",
                Severity.NOTE,
                "who may read the log is decided by permissions on CloudWatch alone, and no key can be withdrawn",
                List.of("HIPAA.Security-CloudWatchLogGroupEncrypted", "CKV_AWS_158", "AWS-0017"),
                "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html");
    }

    @Override
    public void judge(LogGroup group, Findings findings) {
        Property<String> key = group.kmsKey();
        String name = LogGroupRule.name(group);
        if (key.isAbsent() || key.value().filter(String::isBlank).isPresent()) {
            findings.on(group.resource())
                    .report(
                            name + " must be encrypted with a key of your own, got no KmsKeyId",
                            "name a key, if your rules ask for one",
                            NewLogGroup.key(),
                            Placement.of(group.resource()).set("KmsKeyId", Map.of("Ref", NewLogGroup.KEY_PARAMETER)));
        } else if (key.isUnresolved() && key.toString().startsWith("{\"Fn::If")) {
            findings.on(group.resource()).unresolved(key, "whether " + name + " is encrypted with a key of your own");
        }
    }
}
