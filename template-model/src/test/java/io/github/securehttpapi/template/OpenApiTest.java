package io.github.securehttpapi.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenApiTest {
    private static final String API = """
            Parameters: {Unknown: {Type: String}}
            Conditions: {Unknown: !Equals [!Ref Unknown, x], Always: !Equals [x, x]}
            Resources:
              Function: {Type: AWS::Lambda::Function, Properties: {}}
              Api:
                Type: AWS::ApiGatewayV2::Api
                Metadata: {SecureHttpApi: {PublicAccess: [{Route: GET /health, Reason: probe}]}}
                Properties:
            """;

    private static final String BODY = API + """
                  Body:
                    openapi: 3.0.1
                    info: {title: Contacts, version: '1.0'}
                    security: []
                    servers: [{x-amazon-apigateway-endpoint-configuration: {disableExecuteApiEndpoint: true}}]
                    x-amazon-apigateway-importexport-version: '1.0'
                    x-amazon-apigateway-cors: {allowOrigins: ['https://app.example.com'], maxAge: 300}
                    paths:
                      /health:
                        parameters: []
                        x-note: nothing
                        get:
                          security: []
                          x-amazon-apigateway-integration:
                            $ref: '#/components/x-amazon-apigateway-integrations/function'
                      /contacts:
                        post: {security: [{jwt: [write]}]}
                        GET: {security: [{jwt: [read]}]}
                        put: {security: [{lambda: []}]}
                        delete: {security: [{iam: []}]}
                        patch: {x-amazon-apigateway-auth: {type: AWS_IAM}}
                        x-amazon-apigateway-any-method: {x-amazon-apigateway-auth: {type: none}}
                      /$default:
                        x-amazon-apigateway-any-method: {isDefaultRoute: true, security: [{NONE: []}]}
                    components:
                      x-amazon-apigateway-integrations:
                        function:
                          type: aws_proxy
                          httpMethod: POST
                          uri: !Sub 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${Function.Arn}/invocations'
                          payloadFormatVersion: '2.0'
                          timeoutInMillis: 10000
                      securitySchemes:
                        jwt:
                          type: oauth2
                          x-amazon-apigateway-authorizer:
                            type: jwt
                            identitySource: $request.header.Authorization
                            jwtConfiguration: {issuer: 'https://issuer.example.com', audience: [contacts]}
                        lambda:
                          type: apiKey
                          x-amazon-apigateway-authorizer:
                            type: request
                            identitySource: $request.header.Authorization, $context.routeKey
                            authorizerUri: !Sub 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${Function.Arn}/invocations'
                            authorizerResultTtlInSeconds: 60
                            authorizerPayloadFormatVersion: '2.0'
                            enableSimpleResponses: true
                        iam: {type: apiKey, x-amazon-apigateway-authtype: awsSigv4}
            """;

    @Nested
    final class KnownBody {
        private final Template template = Templates.yaml(BODY);
        private final HttpApi api = template.httpApis().get(0);

        @Test
        void declaresRoutesWithTheirAuthorization() {
            assertThat(api.routes())
                    .extracting(OpenApiTest::line)
                    .containsExactly(
                            "GET /health NONE - -",
                            "POST /contacts JWT jwt [write]",
                            "GET /contacts JWT jwt [read]",
                            "PUT /contacts CUSTOM lambda -",
                            "DELETE /contacts AWS_IAM - -",
                            "PATCH /contacts AWS_IAM - -",
                            "ANY /contacts NONE - -",
                            "$default NONE - -");
            assertThat(template.unresolvedResources()).isEmpty();
        }

        @Test
        void declaresAuthorizersWithAllThatTheExtensionSays() {
            Authorizer jwt = api.authorizers().get(0);
            assertThat(jwt.type().required()).isEqualTo("JWT");
            assertThat(jwt.issuer().required()).isEqualTo("https://issuer.example.com");
            assertThat(jwt.audience().required()).containsExactly("contacts");
            Authorizer lambda = api.authorizers().get(1);
            Properties properties = lambda.resource().typed();
            assertThat(lambda.identitySources().required())
                    .containsExactly("$request.header.Authorization", "$context.routeKey");
            assertThat(properties.seconds("AuthorizerResultTtlInSeconds").required())
                    .isEqualTo(Duration.ofMinutes(1));
            assertThat(lambda.simpleResponses().required()).isTrue();
            assertThat(properties.text("AuthorizerPayloadFormatVersion").required())
                    .isEqualTo("2.0");
            assertThat(properties.text("AuthorizerUri").references())
                    .extracting(Value.Reference::logicalId)
                    .containsExactly("Function");
        }

        @Test
        void declaresIntegrationsThroughReferences() {
            Integration integration = Objects.requireNonNull(api.routes().get(0).integration());
            assertThat(integration.type().required()).isEqualTo("AWS_PROXY");
            assertThat(integration.timeout().required()).isEqualTo(Duration.ofSeconds(10));
            assertThat(integration.payloadFormatVersion().required()).isEqualTo("2.0");
            assertThat(Objects.requireNonNull(integration.function()).logicalId())
                    .isEqualTo("Function");
            assertThat(api.routes().get(1).integration()).isNull();
        }

        @Test
        void givesTheApiItsNameCorsAndEndpoint() {
            Cors cors = Objects.requireNonNull(api.cors());
            assertThat(api.name().required()).isEqualTo("Contacts");
            assertThat(cors.allowOrigins().required()).containsExactly("https://app.example.com");
            assertThat(cors.maxAge().required()).isEqualTo(Duration.ofMinutes(5));
            assertThat(api.resource().typed().flag("DisableExecuteApiEndpoint").required())
                    .isTrue();
        }

        @Test
        void saysWhereARouteIsDeclared() {
            Origin origin = api.routes().get(2).resource().origin();
            assertThat(origin.kind()).isEqualTo(Origin.Kind.OPENAPI);
            assertThat(origin.logicalId()).isEqualTo("Api");
            assertThat(origin.path())
                    .containsExactly("Resources", "Api", "Properties", "Body", "paths", "/contacts", "GET");
            assertThat(origin.location()).isEqualTo(new Location(26, 18));
            assertThat(api.routes().get(1).scopes().path())
                    .isEqualTo("Resources.Api.Properties.Body.paths./contacts.post.AuthorizationScopes");
            assertThat(api.routes().get(1).scopes().location()).isEqualTo(new Location(25, 37));
        }

        @Test
        void takesTheReasonOfAPublicRouteFromTheApi() {
            assertThat(Objects.requireNonNull(api.routes().get(0).publicAccess())
                            .reason())
                    .isEqualTo("probe");
            assertThat(api.routes().get(1).publicAccess()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [{a: []}, {b: []}]   | a route has one authorizer, and which of several API Gateway takes is not documented
                    [{a: [], b: []}]     | a route has one authorizer, and which of several API Gateway takes is not documented
                    [{}]                 | a route has one authorizer, and which of several API Gateway takes is not documented
                    [{missing: []}]      | security scheme missing is not declared
                    [{bearer: []}]       | security scheme bearer has no x-amazon-apigateway-authorizer, so API Gateway cannot check it
                    [{token: []}]        | security scheme token has a type of authorizer that HTTP APIs have not
                    [{deployed: []}]     | condition Unknown is known only when deployed
                    !Ref Unknown         | parameter Unknown has no value, pass one
                    [!Ref Unknown]       | parameter Unknown has no value, pass one
                    """)
    void authorizationThatCannotBeToldIsUnresolved(String security, String reason) {
        Template template = Templates.yaml(API + """
                      Body:
                        openapi: 3.0.1
                        paths: {/a: {get: {security: %s}}}
                        components:
                          securitySchemes:
                            a: {x-amazon-apigateway-authorizer: {type: jwt}}
                            b: {x-amazon-apigateway-authorizer: {type: jwt}}
                            bearer: {type: http, scheme: bearer}
                            token: {x-amazon-apigateway-authorizer: {type: token}}
                            deployed: !If [Unknown, {x-amazon-apigateway-authtype: awsSigv4}, {}]
                """.formatted(security));
        Property<String> type = template.httpApis().get(0).routes().get(0).authorizationType();
        assertThat(Objects.requireNonNull(type.unknown()).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    !If [Unknown, {}, {}]                                   | condition Unknown is known only when deployed
                    {openapi: 3.0.1, paths: !If [Unknown, {}, {}]}          | condition Unknown is known only when deployed
                    {paths: {/a: !If [Unknown, {}, {}]}}                    | condition Unknown is known only when deployed
                    {paths: {/a: {get: !If [Unknown, {}, {}]}}}             | condition Unknown is known only when deployed
                    {Fn::Transform: {Name: 'AWS::Include'}}                 | Fn::Transform is evaluated only when deployed
                    {paths: {/a: {Fn::Transform: {Name: 'AWS::Include'}, get: {}}}} | Fn::Transform is evaluated only when deployed
                    {paths: {/a: {any: {}}}}                                | any is no method that API Gateway imports
                    {paths: {/a: {get: {security: [{x: []}]}, GET: {}}}}    | another operation has the same path and method
                    {paths: {/a: {trace: {}}}}                              | trace is no method that API Gateway imports
                    {paths: {/a: {$ref: 'other.yaml#/a'}}}                  | $ref other.yaml#/a leads to nothing in the template
                    {paths: {/a: {$ref: '#/paths/~1a'}}}                    | $ref {"$ref":"#/paths/~1a"} leads further than 8 references, or in a circle
                    {paths: {/a: {$ref: '#/paths/~1b'}, /b: {$ref: '#/paths/~1a', get: {}}}} | $ref {"$ref":"#/paths/~1b"} leads further than 8 references, or in a circle
                    """)
    void whatCannotBeToldIsAnUnresolvedRoute(String body, String reason) {
        Template template = Templates.yaml(API + "      Body: " + body + "\n");
        assertThat(template.unresolvedResources()).first().satisfies(unresolved -> {
            assertThat(unresolved.logicalId()).isEqualTo("Api");
            assertThat(unresolved.type()).isEqualTo("AWS::ApiGatewayV2::Route");
            assertThat(unresolved.reason()).isEqualTo(reason);
            assertThat(unresolved.location().line()).isEqualTo(9);
        });
        assertThat(template.httpApis()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [{iam: []}]  | API Gateway is not documented to apply the security of a whole document, write it at the operation
                    !Ref Unknown | parameter Unknown has no value, pass one
                    """)
    void securityOfTheDocumentIsNotKnownToProtectItsOperations(String security, String reason) {
        Template template = Templates.yaml(API + """
                      Body:
                        security: %s
                        paths: {/a: {get: {}, put: {security: []}, post: {security: [{iam: []}]}}}
                        components: {securitySchemes: {iam: {x-amazon-apigateway-authtype: awsSigv4}}}
                """.formatted(security));
        List<Route> routes = template.httpApis().get(0).routes();
        assertThat(Objects.requireNonNull(routes.get(0).authorizationType().unknown())
                        .reason())
                .isEqualTo(reason);
        assertThat(line(routes.get(1))).isEqualTo("PUT /a NONE - -");
        assertThat(line(routes.get(2))).isEqualTo("POST /a AWS_IAM - -");
    }

    @Test
    void bodyOutsideTheTemplateHidesTheCorsConfigurationToo() {
        Template template = Templates.yaml(API + "      BodyS3Location: {Bucket: b, Key: k}\n");
        assertThat(template.unresolvedResources())
                .extracting(UnresolvedResource::type, UnresolvedResource::expression, UnresolvedResource::reason)
                .map(Object::toString)
                .containsExactly("(\"AWS::ApiGatewayV2::Route\", \"{\"Bucket\":\"b\",\"Key\":\"k\"}\","
                        + " \"the OpenAPI document is not part of the template\")");
        Cors cors = Objects.requireNonNull(template.httpApis().get(0).cors());
        assertThat(cors.allowOrigins().isUnresolved()).isTrue();
    }

    @Test
    void knownConditionChoosesTheBody() {
        Template template = Templates.yaml(
                API
                        + "      Body: !If [Always, {paths: {/a: {get: {}, put: !Ref AWS::NoValue}}}, {paths: {/b: {get: {}}}}]\n");
        assertThat(template.httpApis().get(0).routes())
                .extracting(Route::routeKey)
                .containsExactly("GET /a");
    }

    @Test
    void twoCorsConfigurationsAreUnresolved() {
        Template template = Templates.yaml(API + """
                      CorsConfiguration: {AllowOrigins: ['https://a.example.com']}
                      Body: {x-amazon-apigateway-cors: {allowOrigins: ['*']}, paths: {}}
                """);
        Cors cors = Objects.requireNonNull(template.httpApis().get(0).cors());
        assertThat(Objects.requireNonNull(cors.allowOrigins().unknown()).reason())
                .isEqualTo("which of CorsConfiguration and x-amazon-apigateway-cors holds is not documented");
    }

    @Test
    void issuerOfADiscoveryDocumentIsUnresolved() {
        Template template = Templates.yaml(API + """
                      Body:
                        components:
                          securitySchemes:
                            oidc:
                              type: openIdConnect
                              openIdConnectUrl: https://issuer.example.com/.well-known/openid-configuration
                              x-amazon-apigateway-authorizer: {type: jwt, jwtConfiguration: {audience: [a]}}
                """);
        Authorizer authorizer = template.httpApis().get(0).authorizers().get(0);
        assertThat(Objects.requireNonNull(authorizer.issuer().unknown()).reason())
                .isEqualTo("the issuer is the one that the document at openIdConnectUrl names");
        assertThat(authorizer.audience().required()).containsExactly("a");
    }

    @Test
    void operationsOfTheSameRouteAreBothThere() {
        Template template = Templates.yaml(API + """
                      Body:
                        paths:
                          $default: {x-amazon-apigateway-any-method: {}}
                          /$default: {x-amazon-apigateway-any-method: {}}
                          /other: {x-amazon-apigateway-any-method: {isDefaultRoute: true}}
                """);
        assertThat(template.httpApis().get(0).routes())
                .extracting(Route::logicalId)
                .containsExactly("Api.$default", "Api.$default..2", "Api.$default..3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {paths: []}                                       | Body.paths (9:21), got '[]'
                    {paths: {/a: text}}                               | Body.paths./a (9:26), got 'text'
                    {paths: {/a: {get: 1}}}                           | Body.paths./a.get (9:32), got '1'
                    {paths: {}, components: {securitySchemes: [a]}}   | Body.components.securitySchemes (9:55), got '["a"]'
                    """)
    void wrongTypesAreRefused(String body, String got) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Templates.yaml(API + "      Body: " + body + "\n"))
                .withMessage("template must have an object at Resources.Api.Properties." + got + ": write {…}");
    }

    @Test
    void quickCreateDeclaresADefaultRouteAndStage() {
        Template template = Templates.yaml(API + """
                      ProtocolType: HTTP
                      Target: !GetAtt Function.Arn
                """);
        HttpApi api = template.httpApis().get(0);
        Route route = api.routes().get(0);
        assertThat(line(route)).isEqualTo("$default NONE - -");
        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(route.integration()).function())
                        .logicalId())
                .isEqualTo("Function");
        assertThat(api.stages()).extracting(Stage::name).isEqualTo(List.of("$default"));
        assertThat(api.stages().get(0).autoDeploy().required()).isTrue();
    }

    @Test
    void quickCreateMayCallAUrlForOneRoute() {
        Template template = Templates.yaml(API + """
                      ProtocolType: HTTP
                      Target: https://example.com/
                      RouteKey: GET /a
                """);
        Route route = template.httpApis().get(0).routes().get(0);
        assertThat(route.routeKey()).isEqualTo("GET /a");
        assertThat(Objects.requireNonNull(route.integration()).type().required())
                .isEqualTo("HTTP_PROXY");
    }

    @Test
    void overridesChangeWhatQuickCreateMakes() {
        Template template = Templates.yaml(API + """
                      ProtocolType: HTTP
                      Target: https://example.com/
                  Managed:
                    Type: AWS::ApiGatewayV2::ApiGatewayManagedOverrides
                    Properties:
                      ApiId: !Ref Api
                      Route: {AuthorizationType: AWS_IAM}
                      Integration: {TimeoutInMillis: 5000}
                      Stage: {StageVariables: {a: b}}
                """);
        HttpApi api = template.httpApis().get(0);
        Route route = api.routes().get(0);
        assertThat(line(route)).isEqualTo("$default AWS_IAM - -");
        assertThat(Objects.requireNonNull(route.integration()).timeout().required())
                .hasSeconds(5);
        assertThat(api.stages().get(0).resource().origin().path())
                .containsExactly("Resources", "Managed", "Properties", "Stage");
        assertThat(template.unresolvedResources()).isEmpty();
    }

    @Test
    void overridesOutOfSightAreToldOf() {
        Template template = Templates.yaml(API + """
                      ProtocolType: HTTP
                      Target: https://example.com/
                  Managed:
                    Type: AWS::ApiGatewayV2::ApiGatewayManagedOverrides
                    Condition: Unknown
                    Properties: {ApiId: !Ref Api, Route: {AuthorizationType: AWS_IAM}}
                """);
        assertThat(template.unresolvedResources())
                .extracting(UnresolvedResource::logicalId)
                .containsExactly("Managed");
        assertThat(template.httpApis()
                        .get(0)
                        .routes()
                        .get(0)
                        .resource()
                        .origin()
                        .path())
                .containsExactly("Resources", "ApiOverrides", "Properties", "Route");
    }

    static String line(Route route) {
        Authorizer authorizer = route.authorizer();
        return route.routeKey() + " " + route.authorizationType().orElse("NONE") + " "
                + (authorizer == null ? "-" : authorizer.name()) + " " + route.scopes();
    }
}
