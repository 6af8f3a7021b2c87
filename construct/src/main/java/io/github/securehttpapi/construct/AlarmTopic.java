package io.github.securehttpapi.construct;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.IAspect;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * That CloudWatch may publish to a topic. The CDK's {@code SnsAction} leaves that to chance: an alarm that may not is seen in
 * its history only ("How do I get notifications when my alarm changes state", AWS re:Post knowledge center).
 */
final class AlarmTopic {
    private static final ServicePrincipal CLOUD_WATCH = new ServicePrincipal("cloudwatch.amazonaws.com");

    private AlarmTopic() {}

    static void letCloudWatchPublish(Construct scope, ITopic topic) {
        Aspects.of(topic).add(new IAspect() {
            private boolean visited;

            @Override
            public void visit(IConstruct node) {
                if (!visited) {
                    visited = true;
                    allowPublish(scope, topic);
                }
            }
        });
        IKey key = topic.getMasterKey();
        if (key != null) {
            allowEncryption(scope, topic, key);
        }
    }

    /**
     * A topic without a policy lets the account's alarms publish. One with a policy, such as the one that {@code enforceSSL}
     * brings, lets in only whom it names. So this waits for synthesis, when whoever gives the topic a policy has done so;
     * a topic without one is not given one, which would take the place of the one that others rely on.
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
                            "SecureHttpApi:AlarmTopicKey",
                            "key of the topic '" + topic.getNode().getPath()
                                    + "' must let CloudWatch use it, got one whose"
                                    + " policy is kept elsewhere: allow cloudwatch.amazonaws.com kms:Decrypt and"
                                    + " kms:GenerateDataKey* there; alias/aws/sns never does");
        }
    }
}
