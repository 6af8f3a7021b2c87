package io.github.securehttpapi.construct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Alias;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;

/** An alarm that may not publish is silent. */
final class AlarmTopicTest {
    private final Stack stack = new Stack(new App(), "Shop");
    private final SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api").build();

    @Test
    void aTopicWithoutAPolicyIsLeftAlone() {
        alarm(new Topic(stack, "OnCall"));

        Template.fromStack(stack).resourceCountIs("AWS::SNS::TopicPolicy", 0);
    }

    @Test
    void aTopicThatEnforcesTlsLetsTheAccountsAlarmsIn() {
        alarm(Topic.Builder.create(stack, "OnCall").enforceSsl(true).build());

        assertThat(onlyResource("AWS::SNS::TopicPolicy"))
                .contains("Service=cloudwatch.amazonaws.com", "Action=sns:Publish", "ArnLike={aws:SourceArn=")
                .contains(":cloudwatch:", ":alarm:*");
    }

    /** The policy would otherwise shut CloudWatch out without a word. */
    @Test
    void aTopicThatIsGivenAPolicyAfterwardsLetsTheAlarmsInToo() {
        Topic topic = new Topic(stack, "OnCall");
        alarm(topic);
        topic.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .build());

        assertThat(onlyResource("AWS::SNS::TopicPolicy"))
                .contains("Service=events.amazonaws.com", "Service=cloudwatch.amazonaws.com");
    }

    @Test
    void theKeyOfATopicLetsCloudWatchUseIt() {
        alarm(Topic.Builder.create(stack, "OnCall")
                .masterKey(new Key(stack, "Key"))
                .build());

        assertThat(onlyResource("AWS::KMS::Key"))
                .contains("Action=[kms:Decrypt, kms:GenerateDataKey*]", "Service=cloudwatch.amazonaws.com");
    }

    @Test
    void aKeyWhosePolicyIsKeptElsewhereIsWarnedOf() {
        alarm(Topic.Builder.create(stack, "OnCall")
                .masterKey(Alias.fromAliasName(stack, "Key", "alias/aws/sns"))
                .build());

        Annotations.fromStack(stack)
                .hasWarning(
                        "/Shop/Alarms",
                        Match.stringLikeRegexp("key of the topic 'Shop/OnCall' must let CloudWatch use it, got one"
                                + " whose policy is kept elsewhere: allow cloudwatch.amazonaws.com kms:Decrypt and"
                                + " kms:GenerateDataKey\\* there; alias/aws/sns never does"));
    }

    private void alarm(Topic topic) {
        ApiAlarms.Builder.create(stack, "Alarms").api(api).topic(topic).build();
    }

    private String onlyResource(String type) {
        Map<String, Map<String, Object>> found = Template.fromStack(stack).findResources(type);
        assertThat(found).hasSize(1);
        return found.values().toString();
    }
}
