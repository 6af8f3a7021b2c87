package io.github.securehttpapi.construct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.constructs.Construct;

/**
 * The role that a function runs as. The CDK's own may write to every log group of the account, by the managed policy {@code
 * AWSLambdaBasicExecutionRole}, and takes a resource more for the permission to trace.
 */
final class FunctionRole {
    private FunctionRole() {}

    static Role define(Construct scope, ILogGroup logGroup, Tracing tracing) {
        List<PolicyStatement> statements = new ArrayList<>(List.of(writeLogs(logGroup)));
        if (tracing != Tracing.DISABLED) {
            statements.add(writeTraces());
        }
        return Role.Builder.create(scope, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .inlinePolicies(Map.of(
                        "Execution",
                        PolicyDocument.Builder.create().statements(statements).build()))
                .build();
    }

    /** The group is there already, so that the function needs no permission to create it. */
    private static PolicyStatement writeLogs(ILogGroup logGroup) {
        return PolicyStatement.Builder.create()
                .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
                .resources(List.of(logGroup.getLogGroupArn()))
                .build();
    }

    /** "Actions, resources, and condition keys for AWS X-Ray", service authorization reference: these take no resource. */
    private static PolicyStatement writeTraces() {
        return PolicyStatement.Builder.create()
                .actions(List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"))
                .resources(List.of("*"))
                .build();
    }

    /** The L2's own setting would put the permission, which the role has already, into a policy resource. */
    static void trace(Function function, Tracing tracing) {
        if (tracing != Tracing.DISABLED) {
            CfnChild.of(function, CfnFunction.class)
                    .setTracingConfig(CfnFunction.TracingConfigProperty.builder()
                            .mode(tracing == Tracing.ACTIVE ? "Active" : "PassThrough")
                            .build());
        }
    }
}
