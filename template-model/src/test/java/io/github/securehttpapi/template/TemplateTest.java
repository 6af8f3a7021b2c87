package io.github.securehttpapi.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemplateTest {
    private final Template template = Template.read(Templates.contactApi());
    private final HttpApi api = template.httpApis().get(0);

    @Nested
    final class Apis {
        @Test
        void haveTheirNameAndLogicalId() {
            assertThat(template.httpApis()).extracting(HttpApi::logicalId).containsExactly("ApiF70053CD");
            assertThat(api.name().required()).isEqualTo("Contacts");
        }

        @Test
        void haveTheirCorsConfigurationWithTheParametersDefault() {
            Cors cors = Objects.requireNonNull(api.cors());
            assertThat(cors.allowOrigins().required()).containsExactly("https://app.example.com");
            assertThat(cors.allowMethods().required()).containsExactly("GET", "POST");
            assertThat(cors.allowHeaders().required()).containsExactly("authorization", "content-type");
            assertThat(cors.exposeHeaders().required()).containsExactly("apigw-requestid");
            assertThat(cors.maxAge().required()).isEqualTo(Duration.ofMinutes(5));
            assertThat(cors.allowCredentials().isAbsent()).isTrue();
        }

        @Test
        void mayAllowCredentialsAndForbidCaching(@TempDir Path directory) {
            HttpApi changed =
                    Template.read(Templates.write(directory, """
                            {"Resources": {"Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {
                            "ProtocolType": "HTTP", "CorsConfiguration": {"AllowCredentials": true, "MaxAge": -1}}}}}
                            """)).httpApis().get(0);
            Cors cors = Objects.requireNonNull(changed.cors());
            assertThat(cors.allowCredentials().required()).isTrue();
            assertThat(cors.maxAge().required()).isEqualTo(Duration.ofSeconds(-1));
        }

        @Test
        void takeParametersFromTheCaller() {
            Map<String, String> parameters = Map.of("AllowedOrigin", "https://other.example.com");
            HttpApi changed =
                    Template.read(Templates.contactApi(), parameters).httpApis().get(0);
            assertThat(Objects.requireNonNull(changed.cors()).allowOrigins().required())
                    .containsExactly("https://other.example.com");
        }
    }

    @Nested
    final class Routes {
        @Test
        void keepTheTemplatesOrder() {
            assertThat(api.routes()).extracting(Route::routeKey).containsExactly("GET /health", "POST /contacts");
        }

        @Test
        void knowWhyTheyArePublic() {
            assertThat(api.routes().get(0).publicAccess())
                    .isEqualTo(new PublicAccess("load balancer probe", "platform", LocalDate.of(2027, 1, 1)));
            assertThat(api.routes().get(1).publicAccess()).isNull();
        }

        @Test
        void knowTheirAuthorizer() {
            Route route = api.routes().get(1);
            assertThat(route.authorizationType().required()).isEqualTo("JWT");
            assertThat(route.scopes().required()).containsExactly("contacts/write");
            Authorizer authorizer = Objects.requireNonNull(route.authorizer());
            assertThat(authorizer.logicalId()).isEqualTo("ApiAuthorizer");
            assertThat(authorizer.audience().required()).containsExactly("contacts");
            assertThat(authorizer.issuer()).hasToString("https://cognito-idp.${AWS::Region}.amazonaws.com/pool");
            assertThat(authorizer.issuer().isUnresolved()).isTrue();
        }

        @Test
        void leadToTheirFunctionThroughJoinAndSub() {
            for (Route route : api.routes()) {
                Integration integration = Objects.requireNonNull(route.integration());
                assertThat(integration.type().required()).isEqualTo("AWS_PROXY");
                assertThat(integration.payloadFormatVersion().required()).isEqualTo("2.0");
                assertThat(integration.timeout().required()).isEqualTo(Duration.ofSeconds(10));
                assertThat(integration.uri()).hasToString("${HealthFunction19D7724A.Arn}");
                assertThat(Objects.requireNonNull(integration.function()).logicalId())
                        .isEqualTo("HealthFunction19D7724A");
            }
        }

        @Test
        void knowWhereTheyAreDeclared() {
            assertThat(api.routes().get(0).resource().location()).isEqualTo(new Location(58, 23));
            assertThat(api.routes().get(0).authorizationType().location()).isEqualTo(new Location(62, 26));
            assertThat(api.routes().get(0).authorizationType().path())
                    .isEqualTo("Resources.ApiGEThealth1AB2.Properties.AuthorizationType");
        }
    }

    @Nested
    final class Stages {
        private final Stage stage = api.stages().get(0);

        @Test
        void haveNameThrottleAndAccessLog() {
            assertThat(stage.name()).isEqualTo("$default");
            assertThat(stage.autoDeploy().required()).isTrue();
            Throttle throttle = Objects.requireNonNull(stage.defaultThrottle());
            assertThat(throttle.rateLimit().required()).isEqualTo(10.0);
            assertThat(throttle.burstLimit().required()).isEqualTo(20);
            AccessLog log = Objects.requireNonNull(stage.accessLog());
            assertThat(log.format().required()).isEqualTo("{\"requestId\":\"$context.requestId\"}");
            assertThat(log.destination()).hasToString("${ApiAccessLog.Arn}");
        }

        @Test
        void haveRouteSettingsWhoseNumbersMayBeText() {
            Throttle throttle = Objects.requireNonNull(stage.routeSettings().get("POST /contacts"));
            assertThat(throttle.rateLimit().required()).isEqualTo(2.5);
            assertThat(throttle.burstLimit().required()).isEqualTo(5);
        }
    }

    @Nested
    final class Functions {
        private final LambdaFunction function = template.functions().get(0);

        @Test
        void haveWhatAHostNeeds() {
            assertThat(function.handler().required()).isEqualTo("com.example.HealthHandler");
            assertThat(function.runtime().required()).isEqualTo("java21");
            assertThat(function.timeout().required()).isEqualTo(Duration.ofSeconds(10));
            assertThat(function.memorySize().required()).isEqualTo(512);
            assertThat(function.codeKey().required()).isEqualTo("3f1b0c2d.jar");
            assertThat(function.functionName().isAbsent()).isTrue();
            assertThat(function.environment().keySet()).containsExactly("LEVEL", "REGION");
            assertThat(function.environment().get("REGION")).hasToString("${AWS::Region}");
        }

        @Test
        void areAllowedToBeInvokedByTheirApiOnly() {
            LambdaPermission permission = template.permissions().get(0);
            assertThat(permission.allows("ApiF70053CD", "HealthFunction19D7724A"))
                    .isTrue();
            assertThat(permission.allows("OtherApi", "HealthFunction19D7724A")).isFalse();
            assertThat(permission.allows("ApiF70053CD", "OtherFunction")).isFalse();
            assertThat(permission.sourceArn())
                    .hasToString("arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${ApiF70053CD}/*");
        }

        @Test
        void takePseudoParametersFromTheCaller() {
            Template local = Template.read(Templates.contactApi(), Map.of("AWS::Region", "eu-west-1"));
            assertThat(local.functions().get(0).environment().get("REGION")).hasToString("eu-west-1");
        }
    }

    @Test
    void recordsCopyTheirLists() {
        assertThat(new Value.Items(List.of(), new Location(1, 1)).items()).isUnmodifiable();
        assertThat(api.routes()).isUnmodifiable();
        assertThat(api.stages().get(0).routeSettings()).isUnmodifiable();
    }
}
