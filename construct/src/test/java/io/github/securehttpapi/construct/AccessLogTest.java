package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.object;
import static io.github.securehttpapi.construct.Synthesized.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;

final class AccessLogTest {
    /** "Customize HTTP API access logs", AWS developer guide, without those that carry claims or a certificate's text. */
    private static final Set<String> VARIABLES = Set.of(
            "accountId",
            "apiId",
            "authorizer.error",
            "authorizer.principalId",
            "awsEndpointRequestId",
            "awsEndpointRequestId2",
            "customDomain.basePathMatched",
            "dataProcessed",
            "domainName",
            "domainPrefix",
            "error.message",
            "error.messageString",
            "error.responseType",
            "extendedRequestId",
            "httpMethod",
            "identity.accountId",
            "identity.caller",
            "identity.cognitoAuthenticationProvider",
            "identity.cognitoAuthenticationType",
            "identity.cognitoIdentityId",
            "identity.cognitoIdentityPoolId",
            "identity.principalOrgId",
            "identity.clientCert.subjectDN",
            "identity.clientCert.issuerDN",
            "identity.clientCert.serialNumber",
            "identity.clientCert.validity.notBefore",
            "identity.clientCert.validity.notAfter",
            "identity.sourceIp",
            "identity.user",
            "identity.userAgent",
            "identity.userArn",
            "integration.error",
            "integration.integrationStatus",
            "integration.latency",
            "integration.requestId",
            "integration.status",
            "integrationErrorMessage",
            "integrationLatency",
            "integrationStatus",
            "path",
            "protocol",
            "requestId",
            "requestTime",
            "requestTimeEpoch",
            "responseLatency",
            "responseLength",
            "routeKey",
            "stage",
            "status");

    @Nested
    final class Fields {
        @Test
        void areThoseThatSupportNeeds() {
            Map<String, Object> settings = object(shop().only("AWS::ApiGatewayV2::Stage"), "AccessLogSettings");

            assertThat(settings.get("Format"))
                    .isEqualTo("{\"requestId\":\"$context.requestId\","
                            + "\"extendedRequestId\":\"$context.extendedRequestId\","
                            + "\"routeKey\":\"$context.routeKey\","
                            + "\"httpMethod\":\"$context.httpMethod\","
                            + "\"path\":\"$context.path\","
                            + "\"status\":\"$context.status\","
                            + "\"ip\":\"$context.identity.sourceIp\","
                            + "\"requestTime\":\"$context.requestTime\","
                            + "\"responseLength\":\"$context.responseLength\","
                            + "\"responseLatency\":\"$context.responseLatency\","
                            + "\"integrationLatency\":\"$context.integrationLatency\","
                            + "\"errorMessage\":\"$context.error.message\","
                            + "\"integrationError\":\"$context.integration.error\","
                            + "\"authorizerError\":\"$context.authorizer.error\"}");
        }

        @Test
        void allAtOnceAreJsonOfVariablesThatHttpApisHave() throws Exception {
            JsonNode format = new JsonMapper().readTree(format(AccessLogField.values()));

            Set<String> variables = new TreeSet<>();
            format.forEach(variable -> variables.add(variable.textValue().substring("$context.".length())));
            assertThat(variables).isSubsetOf(VARIABLES).hasSameSizeAs(AccessLogField.values());
            assertThat(format).hasSize(AccessLogField.values().length);
        }

        /** API Gateway takes 3 KB. */
        @Test
        void allAtOnceFit() {
            assertThat(format(AccessLogField.values())).hasSizeLessThanOrEqualTo(3 * 1024);
        }

        @Test
        void whatSupportNeedsIsThereWhateverElseIs() {
            assertThat(format(AccessLogField.USER_AGENT))
                    .contains("\"requestId\":\"$context.requestId\"", "\"userAgent\":\"$context.identity.userAgent\"");
        }

        private String format(AccessLogField... fields) {
            Synthesized api = Synthesized.of(stack -> SecureHttpApi.Builder.create(stack, "Api")
                    .accessLogFields(fields)
                    .build());
            return String.valueOf(object(api.only("AWS::ApiGatewayV2::Stage"), "AccessLogSettings")
                    .get("Format"));
        }
    }

    @Nested
    final class Group {
        /** A group of a fixed name that outlives its stack makes the next deployment fail: it already exists. */
        @Test
        void outlivesTheStackUnderANameOfItsOwn() {
            Map<String, Object> logGroup =
                    shop().resources("AWS::Logs::LogGroup").values().iterator().next();

            assertThat(logGroup).containsEntry("DeletionPolicy", "Retain");
            assertThat(object(logGroup, "Properties"))
                    .containsEntry("RetentionInDays", 14)
                    .extractingByKey("LogGroupName")
                    .asString()
                    .startsWith("{Fn::Join=[, [/aws/vendedlogs/http-api/, {Ref=AWS::StackName}, /, {Ref=ApiHttpApi");
        }

        @Test
        void goesWithAStackThatLetsItGo() {
            Synthesized shop = Synthesized.of(stack -> {
                SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api").build();
                // snippet:removal
                api.getAccessLog().applyRemovalPolicy(RemovalPolicy.DESTROY);
                // end
            });

            assertThat(shop.resources("AWS::Logs::LogGroup").values())
                    .singleElement()
                    .satisfies(group -> assertThat(group)
                            .containsEntry("DeletionPolicy", "Delete")
                            .containsEntry("UpdateReplacePolicy", "Delete"));
        }

        @Test
        void isKeptAsLongAsChosen() {
            Synthesized api = Synthesized.of(stack -> SecureHttpApi.Builder.create(stack, "Api")
                    .accessLogRetention(RetentionDays.ONE_YEAR)
                    .build());

            assertThat(api.only("AWS::Logs::LogGroup")).containsEntry("RetentionInDays", 365);
        }
    }

    @Nested
    final class Encryption {
        @Test
        void theKeysPolicyLetsCloudWatchLogsUseItForThisLog() {
            Synthesized api = Synthesized.of(stack -> SecureHttpApi.Builder.create(stack, "Api")
                    .accessLogEncryptionKey(new Key(stack, "Key"))
                    .build());

            assertThat(api.only("AWS::Logs::LogGroup")).containsKey("KmsKeyId");
            assertThat(object(api.only("AWS::KMS::Key"), "KeyPolicy").get("Statement"))
                    .asString()
                    .contains(
                            "{ArnLike={kms:EncryptionContext:aws:logs:arn={Fn::Join=[, [arn:, {Ref=AWS::Partition}, :logs:,"
                                    + " {Ref=AWS::Region}, :, {Ref=AWS::AccountId},"
                                    + " :log-group:/aws/vendedlogs/http-api/Shop/*]]}}}")
                    .contains("Principal={Service={Fn::Join=[, [logs., {Ref=AWS::Region}, .amazonaws.com]]}}");
        }

        /** A reference to the stack's name would be to the name of the stack that the key is in. */
        @Test
        void theKeyOfAnotherStackIsForTheApisLog() {
            App app = new App();
            Stack security = new Stack(app, "Security");
            SecureHttpApi.Builder.create(new Stack(app, "Shop"), "Api")
                    .accessLogEncryptionKey(new Key(security, "Key"))
                    .build();

            assertThat(object(
                            new Synthesized(Template.fromStack(security).toJSON()).only("AWS::KMS::Key"), "KeyPolicy"))
                    .asString()
                    .contains(":log-group:/aws/vendedlogs/http-api/Shop/*");
        }

        @Test
        void forAnImportedKeyAWarningSaysWhatToAdd() {
            Stack stack = new Stack(new App(), "Shop");
            SecureHttpApi.Builder.create(stack, "Api")
                    .accessLogEncryptionKey(Key.fromKeyArn(
                            stack,
                            "Key",
                            "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-123456789012"))
                    .build();

            Annotations.fromStack(stack)
                    .hasWarning(
                            "/Shop/Api",
                            Match.stringLikeRegexp(
                                    "accessLogEncryptionKey must let CloudWatch Logs use it, but the policy"
                                            + " of an imported key cannot be changed here: add \\{\"Effect\":\"Allow\",.*"
                                            + ":log-group:/aws/vendedlogs/http-api/Shop/\\*\"}}} .*"));
        }
    }

    @Nested
    final class OwnGroup {
        @Test
        void isWrittenTo() {
            Synthesized api = Synthesized.of(stack -> SecureHttpApi.Builder.create(stack, "Api")
                    .accessLogGroup(new LogGroup(stack, "Mine"))
                    .build());

            assertThat(object(api.only("AWS::ApiGatewayV2::Stage"), "AccessLogSettings")
                            .get("DestinationArn"))
                    .isEqualTo(Map.of(
                            "Fn::GetAtt",
                            List.of(
                                    api.resources("AWS::Logs::LogGroup")
                                            .keySet()
                                            .iterator()
                                            .next(),
                                    "Arn")));
        }

        @Test
        void goesWithAStackThatLetsItGo() {
            Synthesized shop = Synthesized.of(stack -> SecureHttpApi.Builder.create(stack, "Api")
                    .accessLogGroup(new LogGroup(stack, "Mine"))
                    .build()
                    .getAccessLog()
                    .applyRemovalPolicy(RemovalPolicy.DESTROY));

            assertThat(shop.resources("AWS::Logs::LogGroup").values())
                    .extracting(group -> group.get("DeletionPolicy"))
                    .containsExactly("Delete");
        }

        /** An imported one belongs to somebody else. */
        @Test
        void ofAnotherStackDoesNotGo() {
            Stack stack = new Stack(new App(), "Shop");
            SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api")
                    .accessLogGroup(LogGroup.fromLogGroupName(stack, "Mine", "/aws/vendedlogs/mine"))
                    .build();

            assertThatThrownBy(() -> api.getAccessLog().applyRemovalPolicy(RemovalPolicy.DESTROY))
                    .hasMessageContaining("Cannot apply RemovalPolicy");
        }

        @Test
        void takesNoRetentionFromTheApi() {
            Stack stack = new Stack(new App(), "Shop");
            SecureHttpApi.Builder api = SecureHttpApi.Builder.create(stack, "Api")
                    .accessLogGroup(new LogGroup(stack, "Mine"))
                    .accessLogRetention(RetentionDays.ONE_WEEK);

            assertThatIllegalStateException()
                    .isThrownBy(api::build)
                    .withMessage(
                            "accessLogGroup must come without accessLogRetention and accessLogEncryptionKey, got both:"
                                    + " set them on the group that you pass");
        }
    }
}
