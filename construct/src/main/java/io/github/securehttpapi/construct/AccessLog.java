package io.github.securehttpapi.construct;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
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
        LogKeyPolicy.letLogsUse(encryptionKey, groupNames(scope), scope, "accessLogEncryptionKey");
        return group.encryptionKey(encryptionKey).build();
    }

    /** With the stack's name as text: a reference to it in a key of another stack would be to that stack's name. */
    private static String groupNames(Construct scope) {
        String name = Stack.of(scope).getStackName();
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
