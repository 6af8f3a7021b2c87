package io.github.securehttpapi.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class SamTest {
    private static final String TEMPLATE = """
            Transform: AWS::Serverless-2016-10-31
            Parameters:
              Origin: {Type: String, Default: https://app.example.com}
              Unknown: {Type: String}
            Conditions:
              Deployed: !Equals [!Ref Unknown, x]
              Never: !Equals [x, y]
            Globals:
              Function: {Runtime: java21, Timeout: 10, Environment: {Variables: {LEVEL: info}}}
              HttpApi: {RouteSettings: {POST /contacts: {ThrottlingBurstLimit: 1, ThrottlingRateLimit: 1}}}
            Resources:
              Api:
                Type: AWS::Serverless::HttpApi
                Metadata: {SecureHttpApi: {PublicAccess: {Route: $default, Reason: catch-all}}}
                Properties:
                  Name: Contacts
                  StageName: prod
                  StageVariables: {level: info}
                  AccessLogSettings: {DestinationArn: !GetAtt Log.Arn, Format: $context.requestId}
                  DefaultRouteSettings: {ThrottlingBurstLimit: 20, ThrottlingRateLimit: 10}
                  CorsConfiguration: {AllowOrigins: [!Ref Origin], AllowMethods: [GET], MaxAge: 300}
                  DisableExecuteApiEndpoint: true
                  Domain:
                    DomainName: api.example.com
                    CertificateArn: arn:aws:acm:eu-west-1:1:certificate/a
                    SecurityPolicy: TLS_1_2
                    BasePath: [/v1, two-b/]
                    MutualTlsAuthentication: {TruststoreUri: s3://bucket/key}
                  Auth:
                    DefaultAuthorizer: Jwt
                    EnableIamAuthorizer: true
                    Authorizers:
                      Jwt:
                        AuthorizationScopes: [read]
                        IdentitySource: $request.header.Authorization
                        JwtConfiguration: {Issuer: 'https://issuer.example.com', Audience: [contacts]}
                      Lambda:
                        FunctionArn: !GetAtt Function.Arn
                        EnableFunctionDefaultPermissions: true
                        AuthorizerPayloadFormatVersion: '2.0'
                        EnableSimpleResponses: true
                        Identity: {Headers: [Authorization], Context: [routeKey], ReauthorizeEvery: 60}
              Log: {Type: AWS::Logs::LogGroup}
              Function:
                Type: AWS::Serverless::Function
                Metadata:
                  SecureHttpApi:
                    PublicAccess:
                      - {Route: GET /health, Reason: probe, Owner: platform, Until: 2027-01-31}
                Properties:
                  Handler: com.example.Handler
                  CodeUri: s3://bucket/code.jar
                  MemorySize: 512
                  Tracing: Active
                  Environment: {Variables: {MORE: x}}
                  Events:
                    Health: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /health, Method: get, Auth: {Authorizer: NONE}}}
                    Create:
                      Type: HttpApi
                      Properties:
                        ApiId: !Ref Api
                        Path: /contacts
                        Method: POST
                        Auth: {AuthorizationScopes: [write]}
                        TimeoutInMillis: 5000
                        PayloadFormatVersion: '1.0'
                        RouteSettings: {ThrottlingBurstLimit: 5}
                    Read: {Type: HttpApi, Properties: {ApiId: Api, Path: '/contacts/{id}', Method: any}}
                    Iam: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /iam, Method: get, Auth: {Authorizer: AWS_IAM}}}
                    Custom: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /custom, Method: get, Auth: {Authorizer: Lambda}}}
                    Preflight: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: '/{proxy+}', Method: options}}
                    Queue: {Type: SQS, Properties: {Queue: arn}}
              Aliased:
                Type: AWS::Serverless::Function
                Condition: Deployed
                Properties:
                  AutoPublishAlias: live
                  InlineCode: x
                  Events:
                    Default: {Type: HttpApi, Properties: {ApiId: !Ref Api, Auth: {Authorizer: NONE}}}
                    Implicit: {Type: HttpApi, Properties: {Path: /implicit}}
              Never:
                Type: AWS::Serverless::Function
                Condition: Never
                Properties: {Events: {Get: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /never, Method: get}}}}
            """;

    private final Template template = Templates.yaml(TEMPLATE);
    private final HttpApi api = template.httpApis().get(0);
    private final HttpApi implicit = template.httpApis().get(1);
    private final Stage stage = api.stages().get(0);

    @Test
    void isReadWithoutAnUnresolvedResource() {
        assertThat(template.unresolvedResources()).isEmpty();
        assertThat(template.httpApis()).extracting(HttpApi::logicalId).containsExactly("Api", "ServerlessHttpApi");
    }

    @Nested
    final class Apis {
        @Test
        void haveNameCorsAndEndpoint() {
            Cors cors = Objects.requireNonNull(api.cors());
            assertThat(api.name().required()).isEqualTo("Contacts");
            assertThat(cors.allowOrigins().required()).containsExactly("https://app.example.com");
            assertThat(cors.allowMethods().required()).containsExactly("GET");
            assertThat(cors.maxAge().required()).isEqualTo(Duration.ofMinutes(5));
            assertThat(api.resource().typed().flag("DisableExecuteApiEndpoint").required())
                    .isTrue();
            assertThat(implicit.cors()).isNull();
            assertThat(implicit.name()).hasToString("${AWS::StackName}");
        }

        @Test
        void haveTheirStage() {
            assertThat(stage.logicalId()).isEqualTo("ApiprodStage");
            assertThat(stage.name()).isEqualTo("prod");
            assertThat(stage.autoDeploy().required()).isTrue();
            assertThat(stage.variables().get("level")).hasToString("info");
            assertThat(Objects.requireNonNull(stage.accessLog()).destination()).hasToString("${Log.Arn}");
            Throttle throttle = Objects.requireNonNull(stage.defaultThrottle());
            assertThat(throttle.rateLimit().required()).isEqualTo(10.0);
            assertThat(throttle.burstLimit().required()).isEqualTo(20);
            assertThat(implicit.stages()).extracting(Stage::name).containsExactly("$default");
        }

        @Test
        void takeRouteSettingsFromEventsBeforeGlobals() {
            Throttle throttle = Objects.requireNonNull(stage.routeSettings().get("POST /contacts"));
            assertThat(throttle.burstLimit().required()).isEqualTo(5);
            assertThat(throttle.rateLimit().required()).isEqualTo(1.0);
            assertThat(throttle.burstLimit().location()).isEqualTo(new Location(67, 51));
        }

        @Test
        void haveTheirDomainAndMappings() {
            Declarations declarations = declarations(TEMPLATE);
            Resource domain =
                    declarations.ofType("AWS::ApiGatewayV2::DomainName").get(0);
            assertThat(domain.logicalId()).isEqualTo("ApiGatewayDomainNameV21bc412bb08");
            assertThat(Expression.of(domain.properties()))
                    .isEqualTo("{\"DomainName\":\"api.example.com\",\"DomainNameConfigurations\":["
                            + "{\"EndpointType\":\"REGIONAL\",\"CertificateArn\":\"arn:aws:acm:eu-west-1:1:certificate/a\","
                            + "\"SecurityPolicy\":\"TLS_1_2\"}],"
                            + "\"MutualTlsAuthentication\":{\"TruststoreUri\":\"s3://bucket/key\"}}");
            assertThat(declarations.ofType("AWS::ApiGatewayV2::ApiMapping"))
                    .extracting(Resource::logicalId, mapping -> Expression.of(mapping.properties()))
                    .map(Object::toString)
                    .containsExactly(
                            "(\"Apiv1ApiMapping\", \"{\"ApiId\":${Api},\"DomainName\":${ApiGatewayDomainNameV21bc412bb08},"
                                    + "\"Stage\":${ApiprodStage},\"ApiMappingKey\":\"v1\"}\")",
                            "(\"ApitwobApiMapping\", \"{\"ApiId\":${Api},\"DomainName\":${ApiGatewayDomainNameV21bc412bb08},"
                                    + "\"Stage\":${ApiprodStage},\"ApiMappingKey\":\"two-b\"}\")");
        }

        @Test
        void sayWhereTheyAreDeclared() {
            assertThat(api.resource().origin().kind()).isEqualTo(Origin.Kind.SAM_API);
            assertThat(stage.resource().origin().path()).containsExactly("Resources", "Api", "Properties");
            assertThat(stage.autoDeploy().path()).isEqualTo("Resources.Api.Properties.AutoDeploy");
            Origin origin = implicit.stages().get(0).resource().origin();
            assertThat(origin.kind()).isEqualTo(Origin.Kind.SAM_IMPLICIT_API);
            assertThat(origin.logicalId()).isEqualTo("ServerlessHttpApi");
            assertThat(origin.path()).containsExactly("Globals", "HttpApi");
            assertThat(origin.location()).isEqualTo(new Location(10, 12));
        }
    }

    @Nested
    final class Routes {
        @Test
        void comeFromEventsWithTheirAuthorization() {
            assertThat(api.routes())
                    .extracting(OpenApiTest::line)
                    .containsExactly(
                            "GET /health NONE - -",
                            "POST /contacts JWT Jwt [write]",
                            "ANY /contacts/{id} JWT Jwt [read]",
                            "GET /iam AWS_IAM - -",
                            "GET /custom CUSTOM Lambda -",
                            "OPTIONS /{proxy+} NONE - -",
                            "$default NONE - -");
            assertThat(implicit.routes()).extracting(Route::routeKey).containsExactly("ANY /implicit");
        }

        @Test
        void leadToTheFunctionOrItsAlias() {
            assertThat(integration(1).uri())
                    .hasToString("arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
                            + "${Function.Arn}/invocations");
            assertThat(integration(1).timeout().required()).isEqualTo(Duration.ofSeconds(5));
            assertThat(integration(1).payloadFormatVersion().required()).isEqualTo("1.0");
            assertThat(integration(0).payloadFormatVersion().required()).isEqualTo("2.0");
            assertThat(integration(6).uri().references())
                    .extracting(Value.Reference::expression)
                    .containsExactly("${AliasedAliaslive}");
            assertThat(Objects.requireNonNull(integration(6).function()).logicalId())
                    .isEqualTo("Aliased");
        }

        @Test
        void areUnderTheConditionOfTheirFunction() {
            assertThat(api.routes().get(0).resource().included().required()).isTrue();
            assertThat(api.routes().get(6).resource().included().isUnresolved()).isTrue();
            assertThat(implicit.resource().included().isUnresolved()).isTrue();
            assertThat(api.resource().included().required()).isTrue();
        }

        @Test
        void knowWhyTheyArePublic() {
            assertThat(api.routes().get(0).publicAccess())
                    .isEqualTo(new PublicAccess("probe", "platform", LocalDate.of(2027, 1, 31)));
            assertThat(Objects.requireNonNull(api.routes().get(6).publicAccess())
                            .reason())
                    .isEqualTo("catch-all");
            assertThat(api.routes().get(5).publicAccess()).isNull();
        }

        @Test
        void sayWhereTheyAreDeclared() {
            Origin origin = api.routes().get(1).resource().origin();
            assertThat(origin.kind()).isEqualTo(Origin.Kind.SAM_EVENT);
            assertThat(origin.logicalId()).isEqualTo("Function");
            assertThat(origin.path()).containsExactly("Resources", "Function", "Properties", "Events", "Create");
            assertThat(origin.location()).isEqualTo(new Location(59, 11));
            assertThat(integration(1).resource().origin()).isEqualTo(origin);
        }

        private Integration integration(int route) {
            return Objects.requireNonNull(api.routes().get(route).integration());
        }
    }

    @Nested
    final class Authorizers {
        @Test
        void areJwtOrLambda() {
            Authorizer jwt = api.authorizers().get(0);
            assertThat(jwt.name().required()).isEqualTo("Jwt");
            assertThat(jwt.issuer().required()).isEqualTo("https://issuer.example.com");
            assertThat(jwt.audience().required()).containsExactly("contacts");
            assertThat(jwt.identitySources().required()).containsExactly("$request.header.Authorization");
            Authorizer lambda = api.authorizers().get(1);
            assertThat(lambda.type().required()).isEqualTo("REQUEST");
            assertThat(lambda.identitySources().required())
                    .containsExactly("$request.header.Authorization", "$context.routeKey");
            assertThat(lambda.resource().origin().location()).isEqualTo(new Location(38, 13));
        }

        @Test
        void areCalledWithPermission() {
            assertThat(permission("ApiLambdaAuthorizerPermission").sourceArn())
                    .hasToString(
                            "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/authorizers/*");
        }
    }

    @Nested
    final class Functions {
        private final LambdaFunction function = template.functions().get(0);

        @Test
        void haveTheirOwnPropertiesAndTheGlobalOnes() {
            assertThat(template.functions())
                    .extracting(LambdaFunction::logicalId)
                    .containsExactly("Function", "Aliased");
            assertThat(function.handler().required()).isEqualTo("com.example.Handler");
            assertThat(function.runtime().required()).isEqualTo("java21");
            assertThat(function.timeout().required()).isEqualTo(Duration.ofSeconds(10));
            assertThat(function.memorySize().required()).isEqualTo(512);
            assertThat(function.environment()).containsOnlyKeys("LEVEL", "MORE");
            assertThat(function.codeKey().required()).isEqualTo("code.jar");
            assertThat(function.codePath().isAbsent()).isTrue();
            assertThat(function.resource().has("Events")).isFalse();
            assertThat(Expression.of(Objects.requireNonNull(
                            function.resource().properties().fields().get("TracingConfig"))))
                    .isEqualTo("{\"Mode\":\"Active\"}");
        }

        @Test
        void sayWhereTheyAreDeclared() {
            Origin origin = function.resource().origin();
            assertThat(origin.kind()).isEqualTo(Origin.Kind.SAM_FUNCTION);
            assertThat(origin.path()).containsExactly("Resources", "Function", "Properties");
            assertThat(function.handler().path()).isEqualTo("Resources.Function.Properties.Handler");
        }

        @Test
        void areCalledWithPermission() {
            LambdaPermission permission = permission("FunctionReadPermission");
            assertThat(permission.allows("Api", "Function")).isTrue();
            assertThat(permission.sourceArn())
                    .hasToString(
                            "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/*/contacts/*");
            assertThat(permission("AliasedDefaultPermission").sourceArn())
                    .hasToString("arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/*");
            assertThat(permission("AliasedDefaultPermission").functionName()).hasToString("${AliasedAliaslive}");
        }
    }

    @Test
    void parameterDecidesWhatIsDeployed() {
        Template without = Templates.yaml(TEMPLATE, Map.of("Unknown", "y"));
        assertThat(without.httpApis()).extracting(HttpApi::logicalId).containsExactly("Api");
        assertThat(without.httpApis().get(0).routes()).hasSize(6);
        Template with = Templates.yaml(TEMPLATE, Map.of("Unknown", "x"));
        assertThat(with.httpApis().get(1).resource().included().required()).isTrue();
    }

    private LambdaPermission permission(String logicalId) {
        return template.permissions().stream()
                .filter(permission -> permission.logicalId().equals(logicalId))
                .findFirst()
                .orElseThrow();
    }

    static Declarations declarations(String yaml) {
        Value.Fields root = Globals.merged(Document.read(source(yaml)).root());
        return new Declarations(root, new Resolver(root, Map.of()));
    }

    static Source source(String yaml) {
        return new Source("template.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
