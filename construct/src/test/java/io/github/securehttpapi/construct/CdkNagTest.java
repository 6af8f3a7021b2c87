package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.function;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpUrlIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sqs.CfnQueue;
import software.constructs.Construct;

/** What cdk-nag 3 and the CDK's own validation, with findings as errors, say of everything that the construct offers. */
final class CdkNagTest {
    @Nested
    final class OfEverything {
        /** Read by the documentation's tests too; rewritten like the snapshots. */
        private static final Path LIST = Path.of("src", "test", "resources", "acknowledgements.txt");

        private static Findings reviewed;
        private static Findings unreviewed;

        @BeforeAll
        static void find(@TempDir Path folder) {
            reviewed = Findings.in(
                    folder.resolve("reviewed"),
                    stack -> FullyUsedApi.define(stack, folder, api -> api).acknowledge());
            unreviewed = Findings.in(
                    folder.resolve("unreviewed"),
                    stack -> FullyUsedApi.define(stack, folder, api -> api.acknowledgeFindings(false)));
        }

        @Test
        void nothingIsFoundThatIsNotAcknowledged() {
            assertThat(reviewed.open()).isEmpty();
        }

        @Test
        void nothingIsAcknowledgedThatIsNotFound() {
            assertThat(reviewed.acknowledged())
                    .allSatisfy(each -> assertThat(unreviewed.open()).anyMatch(each::answers));
        }

        @Test
        void switchedOffTheConstructAcknowledgesNothing() {
            assertThat(unreviewed.acknowledged()).isEmpty();
        }

        @Test
        void theListIsTheOneThatWasReviewed() throws IOException {
            List<String> list = reviewed.acknowledged().stream()
                    .map(Findings.Acknowledged::toString)
                    .sorted()
                    .toList();
            if (Boolean.getBoolean("snapshot.update")) {
                Files.write(LIST, list);
            }

            assertThat(list).containsExactlyElementsOf(Files.readAllLines(LIST));
        }
    }

    @Nested
    final class OfWhatIsWrong {
        @TempDir
        private Path folder;

        @Test
        void aRouteMadePublicThroughTheEscapeHatch() {
            Findings findings = Findings.in(folder, stack -> {
                SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api").build();
                api.addRoute(health(stack));
                api.getHttpApi()
                        .addRoutes(AddRoutesOptions.builder()
                                .path("/back-door")
                                .methods(List.of(HttpMethod.GET))
                                .integration(new HttpUrlIntegration("Partner", "https://partner.example.com"))
                                .build());
            });

            assertThat(findings.open())
                    .filteredOn(finding -> finding.contains("APIG"))
                    .containsExactly("AwsSolutions-APIG4 at Shop/Api/HttpApi/GET--back-door/Resource");
        }

        @Test
        void aPublicRouteWithAcknowledgementsSwitchedOff() {
            Findings findings = Findings.in(
                    folder,
                    stack -> SecureHttpApi.Builder.create(stack, "Api")
                            .acknowledgeFindings(false)
                            .build()
                            .addRoute(health(stack)));

            assertThat(findings.open()).contains("AwsSolutions-APIG4 at Shop/Api/HttpApi/GET--health/Resource");
        }

        /** The CDK takes an id with a double colon for the whole app: what it leaves out of its report is still found here. */
        @Test
        void whatWasAcknowledgedElsewhere() {
            Findings findings = Findings.in(folder, stack -> {
                acknowledge(new Construct(stack, "Elsewhere"), "AwsSolutions::AwsSolutions-APIG4");
                SecureHttpApi.Builder.create(stack, "Api")
                        .acknowledgeFindings(false)
                        .build()
                        .addRoute(health(stack));
            });

            assertThat(findings.open()).contains("AwsSolutions-APIG4 at Shop/Api/HttpApi/GET--health/Resource");
        }

        /** It cannot be acknowledged without a double colon, so that one role's acknowledgement hides every other's. */
        @Test
        void aWildcardThatWasAcknowledgedForAnotherRole() {
            Findings findings = Findings.in(folder, stack -> {
                acknowledge(role(stack, "Known"), "AwsSolutions-IAM5[Resource::*]");
                role(stack, "Unknown");
            });

            assertThat(findings.open())
                    .filteredOn(finding -> finding.startsWith("AwsSolutions-IAM5"))
                    .containsExactly("AwsSolutions-IAM5[Resource::*] at Shop/Unknown/DefaultPolicy/Resource");
        }

        @Test
        void aTemplateThatCloudFormationRefuses() {
            Findings findings = Findings.in(folder, stack -> {
                CfnQueue queue = new CfnQueue(stack, "Queue");
                queue.addPropertyOverride("VisibilityTimeout", "soon");
            });

            assertThat(findings.open())
                    .anyMatch(finding -> finding.endsWith(" at Shop/Queue") && finding.matches("[EF]\\d.*"));
        }

        private static void acknowledge(Construct construct, String id) {
            Validations.of(construct)
                    .acknowledge(
                            Acknowledgment.builder().id(id).reason("a test").build());
        }

        private static Role role(Stack stack, String id) {
            Role role = Role.Builder.create(stack, id)
                    .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                    .build();
            role.addToPolicy(PolicyStatement.Builder.create()
                    .actions(List.of("xray:PutTraceSegments"))
                    .resources(List.of("*"))
                    .build());
            return role;
        }

        private static SecureRoute health(Stack stack) {
            return SecureRoute.get("/health")
                    .handler(function(stack, "Health"))
                    .publicAccess(PublicAccess.because("load balancer probe, returns no data"))
                    .build();
        }
    }
}
