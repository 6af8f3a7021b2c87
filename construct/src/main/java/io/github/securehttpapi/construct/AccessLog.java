package io.github.securehttpapi.construct;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** The access log: the one place that explains a 403, 404 or 429 which the gateway answered itself. */
final class AccessLog {
    /** Groups below {@code /aws/vendedlogs/} share one resource policy, which would otherwise outgrow 5,120 characters. */
    private static final String PREFIX = "/aws/vendedlogs/http-api/";

    /** "Quotas for configuring and running an HTTP API in API Gateway", AWS developer guide: 3 KB. */
    private static final int LONGEST_FORMAT = 3 * 1024;

    /** "Encrypt log data in CloudWatch Logs using AWS Key Management Service", CloudWatch Logs user guide. */
    private static final List<String> KEY_ACTIONS =
            List.of("kms:Decrypt", "kms:Describe*", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*");

    private final Set<AccessLogField> fields = EnumSet.copyOf(AccessLogField.ALWAYS);
    private @Nullable RetentionDays retention;
    private @Nullable IKey encryptionKey;
    private @Nullable ILogGroup ownGroup;

    void add(Collection<AccessLogField> more) {
        fields.addAll(more);
        if (format().length() > LONGEST_FORMAT) {
            throw new IllegalArgumentException("accessLogFields must fit into " + LONGEST_FORMAT + " characters, got '"
                    + format().length() + "': name fewer of them");
        }
    }

    void keep(RetentionDays days) {
        retention = days;
    }

    void encrypt(IKey key) {
        encryptionKey = key;
    }

    void writeTo(ILogGroup group) {
        ownGroup = group;
    }

    ILogGroup defineGroup(Construct scope, String apiId) {
        if (ownGroup == null) {
            return defineOurGroup(scope, apiId);
        }
        if (retention != null || encryptionKey != null) {
            throw new IllegalStateException(
                    "accessLogGroup must come without accessLogRetention and accessLogEncryptionKey,"
                            + " got both: set them on the group that you pass");
        }
        return ownGroup;
    }

    /**
     * Named after the API's id, which no other deployment will have: the group outlives the stack, and a fixed name would
     * then block the next deployment.
     */
    private LogGroup defineOurGroup(Construct scope, String apiId) {
        LogGroup.Builder group = LogGroup.Builder.create(scope, "AccessLog")
                .logGroupName(PREFIX + Aws.STACK_NAME + "/" + apiId)
                .retention(retention == null ? RetentionDays.TWO_WEEKS : retention)
                .removalPolicy(RemovalPolicy.RETAIN);
        if (encryptionKey == null) {
            return group.build();
        }
        letLogsUse(encryptionKey, scope);
        return group.encryptionKey(encryptionKey).build();
    }

    /** The CDK's log group leaves the key's policy alone, and CloudWatch Logs then refuses the key at deployment. */
    private static void letLogsUse(IKey key, Construct scope) {
        Stack stack = Stack.of(scope);
        PolicyStatement statement = PolicyStatement.Builder.create()
                .actions(KEY_ACTIONS)
                .principals(List.of(new ServicePrincipal("logs." + stack.getRegion() + ".amazonaws.com")))
                .resources(List.of("*"))
                .conditions(Map.of("ArnLike", Map.of("kms:EncryptionContext:aws:logs:arn", groups(stack))))
                .build();
        if (!Boolean.TRUE.equals(key.addToResourcePolicy(statement).getStatementAdded())) {
            Annotations.of(scope).addWarningV2("SecureHttpApi:KeyPolicy", imported(stack));
        }
    }

    private static String imported(Stack stack) {
        String region = known(stack.getRegion(), "REGION");
        return "accessLogEncryptionKey must let CloudWatch Logs use it, but the policy of an imported key cannot be changed"
                + " here: add {\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"logs." + region + ".amazonaws.com\"},"
                + "\"Action\":[\"" + String.join("\",\"", KEY_ACTIONS)
                + "\"],\"Resource\":\"*\",\"Condition\":{\"ArnLike\":"
                + "{\"kms:EncryptionContext:aws:logs:arn\":\"arn:*:logs:" + region + ":"
                + known(stack.getAccount(), "ACCOUNT") + ":log-group:" + groupNames(stack) + "\"}}}";
    }

    private static String known(String value, String placeholder) {
        return Boolean.TRUE.equals(Token.isUnresolved(value)) ? placeholder : value;
    }

    /** With the stack's name as text: a reference to it in a key of another stack would be to that stack's name. */
    private static String groups(Stack stack) {
        return stack.formatArn(ArnComponents.builder()
                .service("logs")
                .resource("log-group")
                .resourceName(groupNames(stack))
                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                .build());
    }

    private static String groupNames(Stack stack) {
        String name = stack.getStackName();
        return PREFIX + (Boolean.TRUE.equals(Token.isUnresolved(name)) ? "*" : name + "/*");
    }

    CfnStage.AccessLogSettingsProperty settings(ILogGroup group) {
        return CfnStage.AccessLogSettingsProperty.builder()
                .destinationArn(group.getLogGroupArn())
                .format(format())
                .build();
    }

    /** One JSON object a line. */
    private String format() {
        return fields.stream().map(AccessLogField::member).collect(Collectors.joining(",", "{", "}"));
    }
}
