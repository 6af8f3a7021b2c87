package io.github.securehttpapi.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Globals, definitions and events come together in one API. */
final class SamMergeTest {
    @Nested
    final class OfGlobals {
        private static final String TEMPLATE = """
                Conditions: {Always: !Equals [x, x]}
                Globals:
                  Function: {Runtime: java21, Layers: [a], Environment: {Variables: {A: global, B: global}}}
                  HttpApi: {CorsConfiguration: {AllowOrigins: ['https://a.example.com'], MaxAge: 5}}
                Resources:
                  Api: {Type: AWS::Serverless::HttpApi, Properties: {CorsConfiguration: {AllowOrigins: ['https://b.example.com']}}}
                  Function: {Type: AWS::Serverless::Function, %s}
                """;

        @Test
        void objectsMergeListsAreJoinedAndScalarsGiveWay() {
            Template template = Templates.yaml(TEMPLATE.formatted(
                    "Properties: {Runtime: java25, Layers: [b], Environment: {Variables: {A: own}}}"));
            LambdaFunction function = template.functions().get(0);
            assertThat(function.runtime().required()).isEqualTo("java25");
            assertThat(function.environment()).hasToString("{A=own, B=global}");
            assertThat(function.resource().typed().texts("Layers").required()).containsExactly("a", "b");
            Cors cors = Objects.requireNonNull(template.httpApis().get(0).cors());
            assertThat(cors.allowOrigins().required())
                    .containsExactly("https://a.example.com", "https://b.example.com");
            assertThat(cors.maxAge().required()).hasSeconds(5);
        }

        @Test
        void functionIsNoObject() {
            Template template = Templates.yaml(
                    TEMPLATE.formatted("Properties: {Environment: !If [Always, {Variables: {A: own}}, {}]}"));
            assertThat(template.functions().get(0).environment()).containsOnlyKeys("A");
        }

        @Test
        void resourceWithoutPropertiesHasTheGlobalOnes() {
            Template template = Templates.yaml(TEMPLATE.formatted("Metadata: {}"));
            assertThat(template.functions().get(0).runtime().required()).isEqualTo("java21");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        "*"                  | -      | 0
                        [Environment]        | java21 | 0
                        [Runtime]            | -      | 2
                        """)
        void mayBeIgnored(String ignored, String runtime, int variables) {
            Template template = Templates.yaml(TEMPLATE.formatted("IgnoreGlobals: " + ignored));
            assertThat(template.functions().get(0).runtime()).hasToString(runtime);
            assertThat(template.functions().get(0).environment()).hasSize(variables);
        }

        @Test
        @Timeout(20)
        void largeOnesAreNotMergedIntoEveryFunction() {
            StringBuilder template = new StringBuilder("Globals: {Function: {Environment: {Variables: {");
            for (int variable = 0; variable < 20_000; variable++) {
                template.append("V").append(variable).append(": x, ");
            }
            template.append("}}}}\nResources:\n");
            for (int function = 0; function < 2_000; function++) {
                template.append(
                        "  F%d: {Type: AWS::Serverless::Function, Properties: {Environment: {Variables: {A: b}}}}\n"
                                .formatted(function));
            }
            assertThatExceptionOfType(TemplateException.class)
                    .isThrownBy(() -> Templates.yaml(template.toString()))
                    .withMessage("template must merge its Globals into at most 2000000 values, got 'more':"
                            + " move what only some resources need into those");
        }
    }

    @Nested
    final class OfDefinitionsAndEvents {
        private final Template template = Templates.yaml("""
                Resources:
                  Other: {Type: AWS::Lambda::Function}
                  Function:
                    Type: AWS::Serverless::Function
                    Properties:
                      Events:
                        Kept: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /kept, Method: get, TimeoutInMillis: 100}}
                        Filled: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /filled, Method: get}}
                        New: {Type: HttpApi, Properties: {ApiId: !Ref Api, Path: /new/, Method: get}}
                  Api:
                    Type: AWS::Serverless::HttpApi
                    Metadata: {SecureHttpApi: {PublicAccess: [{Route: GET /kept, Reason: api}, {Reason: none}]}}
                    Properties:
                      CorsConfiguration: {AllowOrigins: ['https://own.example.com']}
                      Auth:
                        DefaultAuthorizer: Jwt
                        Authorizers: {Jwt: {IdentitySource: $request.header.Authorization, JwtConfiguration: {issuer: i, audience: [a]}}}
                      DefinitionBody:
                        openapi: 3.0.1
                        x-amazon-apigateway-cors: {allowOrigins: ['*'], maxAge: 7}
                        paths:
                          /kept:
                            get:
                              security: [{oidc: []}]
                              x-amazon-apigateway-integration: {type: aws_proxy, uri: !GetAtt Other.Arn}
                          /filled: {get: null}
                          /bare: {get: {responses: {}}}
                        components:
                          securitySchemes:
                            oidc: {x-amazon-apigateway-authorizer: {type: jwt, jwtConfiguration: {issuer: o, audience: [a]}}}
                """);

        private final HttpApi api = template.httpApis().get(0);

        @Test
        void integrationOfTheDefinitionIsKept() {
            assertThat(api.routes())
                    .extracting(SamMergeTest::line)
                    .containsExactly(
                            "GET /kept JWT oidc Other OPENAPI",
                            "GET /filled JWT Jwt Function SAM_EVENT",
                            "GET /bare NONE - - OPENAPI",
                            "GET /new/ JWT Jwt Function SAM_EVENT");
            assertThat(Objects.requireNonNull(api.routes().get(0).integration())
                            .timeout()
                            .required())
                    .hasMillis(100);
        }

        @Test
        void corsOfTheApiGoesBeforeThatOfTheDefinition() {
            Cors cors = Objects.requireNonNull(api.cors());
            assertThat(cors.allowOrigins().required()).containsExactly("https://own.example.com");
            assertThat(cors.maxAge().required()).hasSeconds(7);
        }

        @Test
        void reasonNamesItsRoute() {
            assertThat(api.routes().get(0).publicAccess()).isEqualTo(new PublicAccess("api", null, null));
            assertThat(api.routes().get(1).publicAccess()).isNull();
        }

        @Test
        void permissionLeavesOutTheLastSlash() {
            assertThat(template.permissions())
                    .extracting(permission -> permission.sourceArn().toString())
                    .last()
                    .isEqualTo("arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*/GET/new");
        }
    }

    @Nested
    final class OfReferences {
        @Test
        void toWhatSamMakesAreReferences() {
            Template template = Templates.yaml("""
                    Parameters: {Name: {Type: String, Default: live-1}}
                    Resources:
                      Api: {Type: AWS::Serverless::HttpApi, Properties: {StageName: !Ref Name}}
                      F: {Type: AWS::Serverless::Function, Properties: {AutoPublishAlias: live, Events: {E: {Type: HttpApi}}}}
                      Mapping:
                        Type: AWS::ApiGatewayV2::ApiMapping
                        Properties: {ApiId: !Ref ServerlessHttpApi, DomainName: x, Stage: !Ref Api.Stage}
                      Other:
                        Type: AWS::Lambda::Permission
                        Properties: {FunctionName: !Ref F.Alias, SourceArn: !Sub '${ServerlessHttpApi}/${Missing}', Action: !GetAtt FRole.Arn}
                    """);
            Resource mapping = template.resources().stream()
                    .filter(resource -> resource.logicalId().equals("Mapping"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Expression.of(mapping.properties()))
                    .isEqualTo("{\"ApiId\":${ServerlessHttpApi},\"DomainName\":\"x\",\"Stage\":${ApiStage66ef72e639}}");
            assertThat(template.httpApis().get(0).stages().get(0).logicalId()).isEqualTo("ApiStage66ef72e639");
            LambdaPermission permission = template.permissions().get(1);
            assertThat(permission.functionName()).hasToString("${FAliaslive}");
            assertThat(permission.sourceArn()).hasToString("${ServerlessHttpApi}/${Missing}");
            assertThat(permission.action()).hasToString("${FRole.Arn}");
        }

        @ParameterizedTest
        @CsvSource({"Prod,ApiProdStage", "$default,ApiApiGatewayDefaultStage", "!Ref AWS::StackName,ApiStage"})
        void stageIsCalledAsSamCallsIt(String name, String logicalId) {
            Resource stage = SamTest.declarations(
                            "Resources: {Api: {Type: AWS::Serverless::HttpApi, Properties: {StageName: %s}}}"
                                    .formatted(name))
                    .all()
                    .get(1);
            assertThat(stage.logicalId()).isEqualTo(logicalId);
        }
    }

    @Nested
    final class OfMany {
        @Test
        @Timeout(20)
        void tenThousandEventsAreReadInTime() {
            StringBuilder template = new StringBuilder("""
                    Resources:
                      F:
                        Type: AWS::Serverless::Function
                        Properties:
                          Events:
                            D: {Type: HttpApi}
                    """);
            for (int event = 0; event < 10_000; event++) {
                template.append(
                        "        E%d: {Type: HttpApi, Properties: {Path: /%d, Method: get}}\n".formatted(event, event));
            }
            Template many = Templates.yaml(template.toString());
            assertThat(many.httpApis().get(0).routes()).hasSize(10_001);
            assertThat(many.permissions()).hasSize(1);
        }

        @Test
        @Timeout(20)
        void tenThousandOperationsOfOneRouteAreReadInTime() {
            StringBuilder template = new StringBuilder("""
                    Resources:
                      Api:
                        Type: AWS::ApiGatewayV2::Api
                        Properties:
                          Body:
                            paths:
                    """);
            for (int path = 0; path < 10_000; path++) {
                template.append(
                        "          /%d: {x-amazon-apigateway-any-method: {isDefaultRoute: true}}\n".formatted(path));
            }
            assertThat(Templates.yaml(template.toString()).httpApis().get(0).routes())
                    .hasSize(10_000);
        }

        @Test
        @Timeout(20)
        void referencesToALargeObjectAreBounded() {
            StringBuilder template = new StringBuilder("""
                    Resources:
                      Api:
                        Type: AWS::ApiGatewayV2::Api
                        Properties:
                          Body:
                            components:
                              large:
                    """);
            for (int field = 0; field < 10_000; field++) {
                template.append("            x-%d: 1\n".formatted(field));
            }
            template.append("        paths:\n");
            for (int path = 0; path < 5_000; path++) {
                template.append("          /%d: {$ref: '#/components/large'}\n".formatted(path));
            }
            assertThatExceptionOfType(TemplateException.class)
                    .isThrownBy(() -> Templates.yaml(template.toString()))
                    .withMessage("template must lead by $ref to at most 1000000 fields, got 'more':"
                            + " write what is long where it is used");
        }
    }

    @Test
    void implicitApiWithoutGlobalsStandsWhereItsFirstEventDoes() {
        Template template = Templates.yaml("""
                Resources:
                  F:
                    Type: AWS::Serverless::Function
                    Properties: {Events: {Other: {Type: S3}, Get: {Type: HttpApi}}}
                """);
        Resource api = template.httpApis().get(0).resource();
        assertThat(api.location()).isEqualTo(new Location(4, 51));
        assertThat(api.origin().kind()).isEqualTo(Origin.Kind.SAM_IMPLICIT_API);
    }

    @Test
    void reasonOnARouteMayNameItToo() {
        Template template = Templates.yaml("""
                Resources:
                  Api:
                    Type: AWS::ApiGatewayV2::Api
                    Metadata: {SecureHttpApi: {PublicAccess: {Route: GET /b, Reason: by the API}}}
                    Properties: {ProtocolType: HTTP}
                  A:
                    Type: AWS::ApiGatewayV2::Route
                    Metadata: {SecureHttpApi: {PublicAccess: [{Route: GET /x, Reason: x}, {Route: GET /a, Reason: a, Until: 2027-01-31}]}}
                    Properties: {ApiId: !Ref Api, RouteKey: GET /a}
                  B: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: GET /b}}
                  C: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: !Ref Api, RouteKey: GET /c}}
                """);
        assertThat(template.httpApis().get(0).routes())
                .extracting(Route::publicAccess)
                .containsExactly(
                        new PublicAccess("a", null, LocalDate.of(2027, 1, 31)),
                        new PublicAccess("by the API", null, null),
                        null);
    }

    private static String line(Route route) {
        Authorizer authorizer = route.authorizer();
        Integration integration = route.integration();
        LambdaFunction function = integration == null ? null : integration.function();
        return route.routeKey() + " " + route.authorizationType().orElse("NONE") + " "
                + (authorizer == null ? "-" : authorizer.name()) + " "
                + (function == null ? "-" : function.logicalId()) + " "
                + route.resource().origin().kind();
    }
}
