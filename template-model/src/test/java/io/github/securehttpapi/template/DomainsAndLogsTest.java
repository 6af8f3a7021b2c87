package io.github.securehttpapi.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around an API's routes: its domains, its log groups, and the functions that decide or answer. */
final class DomainsAndLogsTest {
    private static final String API = """
            Resources:
              Api:
                Type: AWS::ApiGatewayV2::Api
                Properties: {ProtocolType: HTTP, DisableExecuteApiEndpoint: true}
            """;

    @Nested
    final class Domains {
        private final Template template = Templates.yaml(API + """
                  Domain:
                    Type: AWS::ApiGatewayV2::DomainName
                    Properties:
                      DomainName: api.example.com
                      DomainNameConfigurations:
                      - {EndpointType: REGIONAL, SecurityPolicy: TLS_1_2}
                      - {SecurityPolicy: TLS_1_0}
                      - {EndpointType: REGIONAL}
                      MutualTlsAuthentication: {TruststoreUri: s3://trust/store.pem}
                  Bare:
                    Type: AWS::ApiGatewayV2::DomainName
                    Properties: {DomainName: !Ref AWS::StackName}
                  Unknown:
                    Type: AWS::ApiGatewayV2::DomainName
                    Properties:
                      DomainNameConfigurations: [{SecurityPolicy: TLS_1_2}, {SecurityPolicy: !Ref AWS::Region}]
                      MutualTlsAuthentication: !Ref Api
                  ByReference:
                    Type: AWS::ApiGatewayV2::ApiMapping
                    Properties: {ApiId: !Ref Api, DomainName: !Ref Domain, Stage: $default, ApiMappingKey: v1}
                  ByName:
                    Type: AWS::ApiGatewayV2::ApiMapping
                    Properties: {ApiId: !Ref Api, DomainName: api.example.com, Stage: $default}
                  Elsewhere:
                    Type: AWS::ApiGatewayV2::ApiMapping
                    Properties: {ApiId: !Ref Api, DomainName: other.example.com, Stage: $default}
                  Foreign:
                    Type: AWS::ApiGatewayV2::ApiMapping
                    Properties: {ApiId: a1b2c3, DomainName: !Ref Domain, Stage: $default}
                """);

        @Test
        void haveTheirTlsPoliciesAndTrustStore() {
            DomainName domain = template.domainNames().get(0);
            assertThat(domain.logicalId()).isEqualTo("Domain");
            assertThat(domain.name().required()).isEqualTo("api.example.com");
            assertThat(domain.securityPolicies().required()).containsExactly("TLS_1_2", "TLS_1_0");
            assertThat(domain.securityPolicies().location()).isEqualTo(new Location(10, 50));
            assertThat(domain.mutualTls().required()).isEqualTo("s3://trust/store.pem");
        }

        @Test
        void mayNameNoPolicyAndNoTrustStore() {
            DomainName domain = template.domainNames().get(1);
            assertThat(domain.name().isUnresolved()).isTrue();
            assertThat(domain.securityPolicies().isAbsent()).isTrue();
            assertThat(domain.securityPolicies().path())
                    .isEqualTo("Resources.Bare.Properties.DomainNameConfigurations");
            assertThat(domain.mutualTls().isAbsent()).isTrue();
        }

        @Test
        void withOnePolicyUnknownHaveNoneKnown() {
            DomainName domain = template.domainNames().get(2);
            assertThat(domain.securityPolicies().isUnresolved()).isTrue();
            assertThat(domain.securityPolicies()).hasToString("${AWS::Region}");
            assertThat(domain.mutualTls().isUnresolved()).isTrue();
        }

        @Test
        void areFoundFromTheApiThatIsMappedToThem() {
            List<ApiMapping> mappings = template.httpApis().get(0).mappings();
            assertThat(mappings)
                    .extracting(ApiMapping::logicalId)
                    .containsExactly("ByReference", "ByName", "Elsewhere");
            assertThat(mappings.get(0).key().required()).isEqualTo("v1");
            assertThat(mappings.get(0).stage().required()).isEqualTo("$default");
            assertThat(mappings)
                    .extracting(ApiMapping::domain)
                    .extracting(domain -> domain == null ? null : domain.logicalId())
                    .containsExactly("Domain", "Domain", null);
        }

        @Test
        void mayBeTheOnlyEndpoint() {
            assertThat(template.httpApis().get(0).executeApiEndpointDisabled().required())
                    .isTrue();
        }
    }

    @Nested
    final class Logs {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "!GetAtt Logs.Arn",
                    "!Sub \"${Logs.Arn}\"",
                    "!Sub \"arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Logs}:*\"",
                    "!Select [0, !Split [':*', !GetAtt Logs.Arn]]"
                })
        void areWhereTheAccessLogGoes(String destination) {
            Template template = Templates.yaml(API + """
                      Stage:
                        Type: AWS::ApiGatewayV2::Stage
                        Properties:
                          ApiId: !Ref Api
                          StageName: $default
                          DefaultRouteSettings: {DetailedMetricsEnabled: true}
                          AccessLogSettings: {DestinationArn: %s, Format: !ToJsonString {id: $context.requestId}}
                      Logs:
                        Type: AWS::Logs::LogGroup
                        Properties: {LogGroupName: /aws/vendedlogs/x, RetentionInDays: 14, KmsKeyId: !Ref AWS::Region}
                    """.formatted(destination));
            Stage stage = template.httpApis().get(0).stages().get(0);
            AccessLog log = Objects.requireNonNull(stage.accessLog());
            LogGroup group = Objects.requireNonNull(log.logGroup());
            assertThat(template.logGroups()).containsExactly(group);
            assertThat(group.logicalId()).isEqualTo("Logs");
            assertThat(group.name().required()).isEqualTo("/aws/vendedlogs/x");
            assertThat(group.retentionInDays().required()).isEqualTo(14);
            assertThat(group.kmsKey().isUnresolved()).isTrue();
            assertThat(log.format().required()).isEqualTo("{\"id\":\"$context.requestId\"}");
            assertThat(stage.detailedMetrics().required()).isTrue();
        }

        @Test
        void mayBeOutsideTheTemplate() {
            Stage stage = Templates.yaml(API + """
                      Stage:
                        Type: AWS::ApiGatewayV2::Stage
                        Properties: {ApiId: !Ref Api, StageName: $default, AccessLogSettings: {DestinationArn: arn:x}}
                    """).httpApis().get(0).stages().get(0);
            assertThat(Objects.requireNonNull(stage.accessLog()).logGroup()).isNull();
            assertThat(stage.detailedMetrics().isAbsent()).isTrue();
        }
    }

    @Nested
    final class Functions {
        private final Template template = Templates.yaml(API + """
                  Gate:
                    Type: AWS::ApiGatewayV2::Authorizer
                    Properties:
                      ApiId: !Ref Api
                      Name: gate
                      AuthorizerType: REQUEST
                      AuthorizerPayloadFormatVersion: 2.0
                      EnableSimpleResponses: true
                      AuthorizerResultTtlInSeconds: 300
                      AuthorizerUri: !Sub arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${GateFunction.Arn}/invocations
                  Open:
                    Type: AWS::ApiGatewayV2::Authorizer
                    Properties: {ApiId: !Ref Api, Name: open, AuthorizerType: REQUEST, AuthorizerUri: arn:x}
                  GateFunction:
                    Type: AWS::Lambda::Function
                    Properties: {ReservedConcurrentExecutions: 5}
                """);

        @Test
        void ofAuthorizersAreKnownWithWhatTheyAnswer() {
            Authorizer gate = template.httpApis().get(0).authorizers().get(0);
            assertThat(Objects.requireNonNull(gate.function()).logicalId()).isEqualTo("GateFunction");
            assertThat(gate.payloadFormatVersion().required()).isEqualTo("2.0");
            assertThat(gate.simpleResponses().required()).isTrue();
            assertThat(gate.resultTtl().required()).isEqualTo(Duration.ofMinutes(5));
            Authorizer open = template.httpApis().get(0).authorizers().get(1);
            assertThat(open.function()).isNull();
            assertThat(open.simpleResponses().isAbsent()).isTrue();
            assertThat(open.resultTtl().isAbsent()).isTrue();
            assertThat(open.issuer().path()).isEqualTo("Resources.Open.Properties.JwtConfiguration.Issuer");
        }

        @Test
        void mayReserveConcurrency() {
            assertThat(template.functions().get(0).reservedConcurrency().required())
                    .isEqualTo(5);
        }
    }
}
