package io.github.securehttpapi.construct;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * What a key's policy must say so that CloudWatch Logs encrypts log groups with it. The CDK's log group leaves the policy
 * alone, and CloudWatch Logs then refuses the key at deployment.
 *
 * <p>Groups are named by a pattern: a reference to the group would make a circle, since the group refers to the key.
 */
final class LogKeyPolicy {
    /** "Encrypt log data in CloudWatch Logs using AWS Key Management Service", CloudWatch Logs user guide. */
    private static final List<String> ACTIONS =
            List.of("kms:Decrypt", "kms:Describe*", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*");

    private LogKeyPolicy() {}

    /**
     * Lets CloudWatch Logs use a key for a group that CloudFormation names: after the stack, the logical id, and twelve
     * characters or so. In front, the {@code LogGroup} page of the CloudFormation reference shows a slash, which accounts do
     * not; the pattern takes both.
     */
    static void letLogsUse(IKey key, LogGroup group, Construct scope, String setting) {
        String stackName = Stack.of(scope).getStackName();
        String logicalId = CfnChild.of(group, CfnLogGroup.class).getLogicalId();
        letLogsUse(key, "*" + (isKnown(stackName) ? stackName : "") + "-" + logicalId + "-*", scope, setting);
    }

    /**
     * Lets CloudWatch Logs use a key.
     *
     * @param groupNames a pattern of what is encrypted
     * @param scope what the log is of, in whose region it is
     * @param setting what the key was given to
     */
    static void letLogsUse(IKey key, String groupNames, Construct scope, String setting) {
        Stack stack = Stack.of(scope);
        PolicyStatement statement = PolicyStatement.Builder.create()
                .actions(ACTIONS)
                .principals(List.of(new ServicePrincipal("logs." + stack.getRegion() + ".amazonaws.com")))
                .resources(List.of("*"))
                .conditions(Map.of("ArnLike", Map.of("kms:EncryptionContext:aws:logs:arn", arn(stack, groupNames))))
                .build();
        if (!Boolean.TRUE.equals(key.addToResourcePolicy(statement).getStatementAdded())) {
            Annotations.of(scope).addWarningV2("SecureHttpApi:KeyPolicy", imported(stack, groupNames, setting));
        }
    }

    private static String arn(Stack stack, String groupNames) {
        return stack.formatArn(ArnComponents.builder()
                .service("logs")
                .resource("log-group")
                .resourceName(groupNames)
                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                .build());
    }

    private static String imported(Stack stack, String groupNames, String setting) {
        String region = known(stack.getRegion(), "REGION");
        return setting + " must let CloudWatch Logs use it, but the policy of an imported key cannot be changed"
                + " here: add {\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"logs." + region + ".amazonaws.com\"},"
                + "\"Action\":[\"" + String.join("\",\"", ACTIONS)
                + "\"],\"Resource\":\"*\",\"Condition\":{\"ArnLike\":"
                + "{\"kms:EncryptionContext:aws:logs:arn\":\"arn:*:logs:" + region + ":"
                + known(stack.getAccount(), "ACCOUNT") + ":log-group:" + stack.resolve(groupNames) + "\"}}}";
    }

    private static String known(String value, String placeholder) {
        return isKnown(value) ? value : placeholder;
    }

    private static boolean isKnown(String value) {
        return !Boolean.TRUE.equals(Token.isUnresolved(value));
    }
}
