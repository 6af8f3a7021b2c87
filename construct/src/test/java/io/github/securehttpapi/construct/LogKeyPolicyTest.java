package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.constructs.Construct;

/** What a function's key for its logs has to allow; an API's is in {@link AccessLogTest}. */
final class LogKeyPolicyTest {
    @TempDir
    private Path folder;

    @Test
    void theKeysPolicyLetsCloudWatchLogsUseItForThisLog() {
        Synthesized shop = Synthesized.of(
                stack -> orders(stack).logEncryptionKey(new Key(stack, "Key")).build());

        assertThat(shop.resources("AWS::Logs::LogGroup")).containsOnlyKeys("OrdersLogGroupE26395F1");
        assertThat(shop.only("AWS::Logs::LogGroup")).containsKey("KmsKeyId").doesNotContainKey("LogGroupName");
        assertThat(object(shop.only("AWS::KMS::Key"), "KeyPolicy").get("Statement"))
                .asString()
                .contains(
                        "{ArnLike={kms:EncryptionContext:aws:logs:arn={Fn::Join=[, [arn:, {Ref=AWS::Partition}, :logs:,"
                                + " {Ref=AWS::Region}, :, {Ref=AWS::AccountId},"
                                + " :log-group:*Shop-OrdersLogGroupE26395F1-*]]}}}")
                .contains("Principal={Service={Fn::Join=[, [logs., {Ref=AWS::Region}, .amazonaws.com]]}}");
    }

    /** What the template says is the logical id, whatever it was when the policy was made. */
    @Test
    void aRenamedLogGroupIsFollowed() {
        Synthesized shop = Synthesized.of(stack -> CfnChild.of(
                        orders(stack)
                                .logEncryptionKey(new Key(stack, "Key"))
                                .build()
                                .getLogGroup(),
                        CfnLogGroup.class)
                .overrideLogicalId("Renamed"));

        assertThat(object(shop.only("AWS::KMS::Key"), "KeyPolicy").get("Statement"))
                .asString()
                .contains(":log-group:*Shop-Renamed-*");
    }

    /** A nested stack's name is known only when it is deployed. */
    @Test
    void inANestedStackTheGroupGoesByItsLogicalId() {
        App app = new App();
        Stack shop = new Stack(app, "Shop");
        orders(new NestedStack(shop, "Nested"))
                .logEncryptionKey(new Key(shop, "Key"))
                .build();

        assertThat(object(Synthesized.of(shop).only("AWS::KMS::Key"), "KeyPolicy"))
                .asString()
                .contains(":log-group:*-OrdersLogGroupE26395F1-*");
    }

    @Test
    void forAnImportedKeyAWarningSaysWhatToAdd() {
        Stack stack = new Stack(new App(), "Shop");
        orders(stack)
                .logEncryptionKey(Key.fromKeyArn(
                        stack, "Key", "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-123456789012"))
                .build();

        Annotations.fromStack(stack)
                .hasWarning(
                        "/Shop/Orders",
                        Match.stringLikeRegexp(
                                "logEncryptionKey must let CloudWatch Logs use it, but the policy of an imported key"
                                        + " cannot be changed here: add \\{\"Effect\":\"Allow\",.*"
                                        + ":log-group:\\*Shop-OrdersLogGroupE26395F1-\\*\"}}} .*"));
    }

    private JavaFunction.Builder orders(Construct scope) {
        return JavaFunction.Builder.create(scope, "Orders")
                .jar(FunctionJar.compiledFrom("code", folder))
                .handler(FunctionJar.HANDLER);
    }
}
