package io.github.securehttpapi.construct;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/**
 * That CloudWatch may publish to a topic. The CDK's {@code SnsAction} leaves that to chance: an alarm that may not is seen in
 * its history only ("How do I get notifications when my alarm changes state", AWS re:Post knowledge center).
 */
final class AlarmTopic {
    private static final ServicePrincipal CLOUD_WATCH = new ServicePrincipal("cloudwatch.amazonaws.com");

    private AlarmTopic() {}

    static void letCloudWatchPublish(Construct scope, ITopic topic) {
        allowPublish(scope, topic);
        IKey key = topic.getMasterKey();
        if (key != null) {
            allowEncryption(scope, topic, key);
        }
    }

    /**
     * A topic without a policy lets the account's alarms publish. One with a policy, such as the one that {@code enforceSSL}
     * brings, lets in only whom it names. A topic has its policy from the start, or is not given one here: it would take the
     * place of the one that others rely on.
     */
    private static void allowPublish(Construct scope, ITopic topic) {
        if (topic.getNode().tryFindChild("Policy") == null) {
            return;
        }
        String alarms = Stack.of(scope)
                .formatArn(ArnComponents.builder()
                        .service("cloudwatch")
                        .resource("alarm")
                        .resourceName("*")
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .build());
        topic.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(CLOUD_WATCH))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .conditions(Map.of("ArnLike", Map.of("aws:SourceArn", alarms)))
                .build());
    }

    private static void allowEncryption(Construct scope, ITopic topic, IKey key) {
        PolicyStatement statement = PolicyStatement.Builder.create()
                .principals(List.of(CLOUD_WATCH))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey*"))
                .resources(List.of("*"))
                .build();
        if (!Boolean.TRUE.equals(key.addToResourcePolicy(statement, true).getStatementAdded())) {
            Annotations.of(scope)
                    .addWarningV2(
                            "secure-http-api:alarmTopicKey",
                            "key of the topic '" + topic.getNode().getPath()
                                    + "' must let CloudWatch use it, got one whose"
                                    + " policy is kept elsewhere: allow cloudwatch.amazonaws.com kms:Decrypt and"
                                    + " kms:GenerateDataKey* there; alias/aws/sns never does");
        }
    }
}
