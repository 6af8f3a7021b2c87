package com.example.contact.infra;

import io.github.securehttpapi.construct.JavaFunction;
import io.github.securehttpapi.construct.SecureHttpApi;
import java.util.stream.Stream;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.IConstruct;

/**
 * What cdk-nag finds in this stack and the team accepts, with the reasons. Keep what is true of your stack. That a route is
 * public, the API acknowledges itself.
 *
 * <p>Each is for one resource, so that the same finding elsewhere is a finding still.
 */
final class Acknowledgements {
    private Acknowledgements() {}

    static void in(SecureHttpApi api, JavaFunction... functions) {
        acknowledge(
                api.getAccessLog(),
                "encrypted with CloudWatch's own key, which will do for two weeks of paths and addresses",
                "HIPAA.Security-CloudWatchLogGroupEncrypted",
                "NIST.800.53.R5-CloudWatchLogGroupEncrypted",
                "PCI.DSS.321-CloudWatchLogGroupEncrypted");
        for (JavaFunction each : functions) {
            in(each);
        }
    }

    private static void in(JavaFunction javaFunction) {
        Function function = javaFunction.getFunction();
        // The role's own resource, not what grants put below it.
        IConstruct role = function.getRole().getNode().getDefaultChild();
        acknowledge(
                role,
                "X-Ray's actions take no resource",
                "AwsSolutions-IAM5[Resource::*]",
                "Serverless-LambdaStarPermissions");
        acknowledge(
                role,
                "the policy is for this role alone, and goes when it goes",
                "HIPAA.Security-IAMNoInlinePolicy",
                "NIST.800.53.R5-IAMNoInlinePolicy",
                "PCI.DSS.321-IAMNoInlinePolicy");
        // snippet:dead-letters
        acknowledge(
                function,
                "only the gateway calls it, and waits: there is no event to keep when a call fails",
                "HIPAA.Security-LambdaDLQ",
                "NIST.800.53.R5-LambdaDLQ",
                "Serverless-LambdaDLQ");
        // end
        acknowledge(
                function,
                "it calls nothing in a VPC",
                "HIPAA.Security-LambdaInsideVPC",
                "NIST.800.53.R5-LambdaInsideVPC",
                "PCI.DSS.321-LambdaInsideVPC");
        acknowledge(
                javaFunction.getLogGroup(),
                "encrypted with CloudWatch's own key, which will do: the function logs no contact's data",
                "HIPAA.Security-CloudWatchLogGroupEncrypted",
                "NIST.800.53.R5-CloudWatchLogGroupEncrypted",
                "PCI.DSS.321-CloudWatchLogGroupEncrypted");
    }

    /** The ids as they are: the CDK's report puts a pack's name and {@code ::} before them, which is for the whole app. */
    private static void acknowledge(IConstruct construct, String reason, String... ids) {
        Validations.of(construct)
                .acknowledge(Stream.of(ids)
                        .map(id ->
                                Acknowledgment.builder().id(id).reason(reason).build())
                        .toArray(Acknowledgment[]::new));
    }
}
