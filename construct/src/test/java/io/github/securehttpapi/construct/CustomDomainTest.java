package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Domains.certificate;
import static io.github.securehttpapi.construct.Domains.imported;
import static io.github.securehttpapi.construct.Synthesized.function;
import static io.github.securehttpapi.construct.Synthesized.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.securehttpapi.testing.Snapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.apigatewayv2.DomainName;
import software.amazon.awscdk.services.apigatewayv2.EndpointType;
import software.amazon.awscdk.services.apigatewayv2.IDomainName;
import software.amazon.awscdk.services.apigatewayv2.SecurityPolicy;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.ApiGatewayv2DomainProperties;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

final class CustomDomainTest {
    @Test
    void everyConstructIdIsGuarded() {
        Snapshot.named("custom-domain")
                .assertMatches(Synthesized.of(CustomDomainTest::partners).template());
    }

    /** A domain with certificate, DNS record, mutual TLS and a mapping key, and a named stage behind it. */
    static void partners(Stack stack) {
        IHostedZone zone = zone(stack);
        IBucket bucket = Bucket.fromBucketName(stack, "Bucket", "trust");
        Certificate certificate = Certificate.Builder.create(stack, "Certificate")
                .domainName("partners.example.com")
                .validation(CertificateValidation.fromDns(zone))
                .build();

        // snippet:mutual-tls
        ApiDomain domain = ApiDomain.of("partners.example.com", certificate)
                .mutualTls(MutualTls.trusting(bucket, "partners.pem", "3sL4kqtJlcpXroDTDmJ.rmSpXd3dIbrH"));
        // end

        SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api")
                .domain(domain.mappingKey("v1/orders"))
                .stageName("prod")
                .accessLogFields(AccessLogField.CLIENT_CERTIFICATE_SUBJECT)
                .build();
        api.addRoute(SecureRoute.get("/list")
                .handler(function(stack, "Orders"))
                .publicAccess(PublicAccess.because("the certificate says enough of the partner"))
                .build());
        alias(stack, zone, api);
    }

    private static void alias(Construct scope, IHostedZone zone, SecureHttpApi api) {
        IDomainName domain = api.getDomainName();
        ARecord.Builder.create(scope, "Alias")
                .zone(zone)
                .recordName("partners")
                .target(RecordTarget.fromAlias(new ApiGatewayv2DomainProperties(
                        domain.getRegionalDomainName(), domain.getRegionalHostedZoneId())))
                .build();
    }

    private static IHostedZone zone(Construct scope) {
        return HostedZone.fromHostedZoneAttributes(
                scope,
                "Zone",
                HostedZoneAttributes.builder()
                        .hostedZoneId("Z0123456789ABCDEFGHIJ")
                        .zoneName("example.com")
                        .build());
    }

    /** As docs/how-to/custom-domain.md has it. */
    private static final class DomainStack extends Stack {
        private DomainStack(Construct scope) {
            super(scope, "Shop");
            IHostedZone zone = zone(this);

            // snippet:domain
            Certificate certificate = Certificate.Builder.create(this, "Certificate")
                    .domainName("api.example.com")
                    .validation(CertificateValidation.fromDns(zone))
                    .build();
            SecureHttpApi api = SecureHttpApi.Builder.create(this, "Api")
                    .domain(ApiDomain.of("api.example.com", certificate))
                    .build();

            IDomainName domain = api.getDomainName();
            ARecord.Builder.create(this, "Alias")
                    .zone(zone)
                    .recordName("api")
                    .target(RecordTarget.fromAlias(new ApiGatewayv2DomainProperties(
                            domain.getRegionalDomainName(), domain.getRegionalHostedZoneId())))
                    .build();
            // end
        }
    }

    @Nested
    final class AnApisOwn {
        private final Synthesized api = Synthesized.of(stack -> SecureHttpApi.Builder.create(stack, "Api")
                .domain(ApiDomain.of("api.example.com", certificate(stack)))
                .build());

        /** The CDK documents TLS 1.2 as the default, and leaves it out. */
        @Test
        void takesTls12OrLaterAndSaysSo() {
            assertThat(api.only("AWS::ApiGatewayV2::DomainName"))
                    .containsEntry("DomainName", "api.example.com")
                    .containsEntry(
                            "DomainNameConfigurations",
                            List.of(Map.of(
                                    "CertificateArn", "arn:aws:acm:eu-central-1:123456789012:certificate/own",
                                    "EndpointType", "REGIONAL",
                                    "SecurityPolicy", "TLS_1_2")))
                    .doesNotContainKey("MutualTlsAuthentication");
        }

        @Test
        void isTheOnlyWayIn() {
            assertThat(api.only("AWS::ApiGatewayV2::Api")).containsEntry("DisableExecuteApiEndpoint", true);
        }

        @Test
        void isWhatTheUrlNames() {
            assertThat(url(api)).isEqualTo("https://api.example.com/");
        }

        /** API Gateway refuses a mapping to a stage that it does not know, and to delete a stage that is mapped. */
        @Test
        void isMappedWhenTheStageIsThere() {
            Map<String, Object> mapping = api.resources("AWS::ApiGatewayV2::ApiMapping")
                    .values()
                    .iterator()
                    .next();
            String stage = api.resources("AWS::ApiGatewayV2::Stage")
                    .keySet()
                    .iterator()
                    .next();
            String domain = api.resources("AWS::ApiGatewayV2::DomainName")
                    .keySet()
                    .iterator()
                    .next();

            assertThat(mapping).containsEntry("DependsOn", List.of(stage));
            assertThat(object(mapping, "Properties"))
                    .containsEntry("DomainName", Map.of("Ref", domain))
                    .containsEntry("Stage", "$default")
                    .doesNotContainKey("ApiMappingKey");
        }

        @Test
        void hasADnsRecordOfYours() {
            Stack stack = new DomainStack(new App());
            Synthesized withRecord = new Synthesized(Template.fromStack(stack).toJSON());

            assertThat(withRecord.only("AWS::Route53::RecordSet").get("AliasTarget"))
                    .asString()
                    .contains("ApiDomain", "RegionalDomainName", "RegionalHostedZoneId");
        }
    }

    @Nested
    final class AnExistingOne {
        @Test
        void ofThisAppIsMappedOnceForEachApi() {
            Synthesized both = Synthesized.of(stack -> {
                // snippet:shared
                DomainName shared = DomainName.Builder.create(stack, "Shared")
                        .domainName("api.example.com")
                        .certificate(certificate(stack))
                        .securityPolicy(SecurityPolicy.TLS_1_2)
                        .build();
                SecureHttpApi.Builder.create(stack, "Orders")
                        .domain(ApiDomain.existing(shared).mappingKey("v1/orders"))
                        .build();
                SecureHttpApi.Builder.create(stack, "Catalogue")
                        .domain(ApiDomain.existing(shared).mappingKey("v1/catalogue"))
                        .build();
                // end
            });

            assertThat(both.resources("AWS::ApiGatewayV2::DomainName")).hasSize(1);
            assertThat(both.resources("AWS::ApiGatewayV2::ApiMapping").values())
                    .extracting(mapping -> object(mapping, "Properties").get("ApiMappingKey"))
                    .containsExactlyInAnyOrder("v1/orders", "v1/catalogue");
            assertThat(both.resources("AWS::ApiGatewayV2::Api").values())
                    .allSatisfy(api ->
                            assertThat(object(api, "Properties")).containsEntry("DisableExecuteApiEndpoint", true));
            assertThat(object(object(both.template(), "Outputs"), "OrdersUrl"))
                    .containsEntry("Value", "https://api.example.com/v1/orders/");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                EDGE     | TLS_1_2 | endpoint of domain 'api.example.com' must be regional for an HTTP API, got 'EDGE': pass EndpointType.REGIONAL to the DomainName
                REGIONAL | TLS_1_0 | security policy of domain 'api.example.com' must be TLS 1.2 for an HTTP API, got 'TLS_1_0': pass SecurityPolicy.TLS_1_2 to the DomainName
                """)
        void ofThisAppThatTakesNoHttpApiIsRefused(EndpointType endpoint, SecurityPolicy policy, String message) {
            Stack stack = new Stack(new App(), "Shop");
            DomainName shared = DomainName.Builder.create(stack, "Shared")
                    .domainName("api.example.com")
                    .certificate(certificate(stack))
                    .endpointType(endpoint)
                    .securityPolicy(policy)
                    .build();
            SecureHttpApi.Builder api = SecureHttpApi.Builder.create(stack, "Api");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> api.domain(ApiDomain.existing(shared)))
                    .withMessage(message);
        }

        @Test
        void thatIsImportedIsMappedByItsName() {
            Synthesized api = Synthesized.of(stack -> SecureHttpApi.Builder.create(stack, "Api")
                    .domain(ApiDomain.existing(imported(stack)))
                    .build());

            assertThat(api.only("AWS::ApiGatewayV2::ApiMapping")).containsEntry("DomainName", "shared.example.com");
            assertThat(url(api)).isEqualTo("https://shared.example.com/");
        }
    }

    @Nested
    final class HandedOut {
        @Test
        void areTheCdksOwnDomainAndMapping() {
            Stack stack = new Stack(new App(), "Shop");
            SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api")
                    .domain(ApiDomain.of("api.example.com", certificate(stack)).mappingKey("v1"))
                    .build();

            assertThat(api.getDomainName()).isInstanceOf(DomainName.class);
            assertThat(api.getApiMapping().getMappingKey()).isEqualTo("v1");
            assertThat(api.getUrl()).isEqualTo("https://api.example.com/v1/");
        }

        @Test
        void isNothingWithoutADomain() {
            SecureHttpApi api = SecureHttpApi.Builder.create(new Stack(new App(), "Shop"), "Api")
                    .build();
            String message = "API 'Shop/Api' must have a domain to hand out, got none: pass domain(…) to its builder";

            assertThatIllegalStateException().isThrownBy(api::getDomainName).withMessage(message);
            assertThatIllegalStateException().isThrownBy(api::getApiMapping).withMessage(message);
        }
    }

    @Test
    void aKeptExecuteApiEndpointIsSaidToBeOpen() {
        Stack stack = new Stack(new App(), "Shop");
        SecureHttpApi.Builder.create(stack, "Api")
                .domain(ApiDomain.of("api.example.com", certificate(stack)).keepExecuteApiEndpoint())
                .build();

        Annotations.fromStack(stack)
                .hasInfo(
                        "/Shop/Api",
                        "execute-api endpoint must be disabled once every client calls 'https://api.example.com/', got"
                                + " keepExecuteApiEndpoint(): drop it then");
        Synthesized api = new Synthesized(Template.fromStack(stack).toJSON());
        assertThat(api.only("AWS::ApiGatewayV2::Api")).containsEntry("DisableExecuteApiEndpoint", false);
        assertThat(url(api)).isEqualTo("https://api.example.com/");
    }

    private static Object url(Synthesized api) {
        return String.valueOf(
                object(object(api.template(), "Outputs"), "ApiUrl").get("Value"));
    }
}
