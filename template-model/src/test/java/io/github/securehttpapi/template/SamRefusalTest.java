package io.github.securehttpapi.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SAM refuses, and what it cannot be known of before it is deployed. */
final class SamRefusalTest {
    private static final String TEMPLATE = """
            Parameters: {Unknown: {Type: String}}
            Conditions: {Unknown: !Equals [!Ref Unknown, x]}
            Resources:
              Plain: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: HTTP}}
              Api: {Type: AWS::Serverless::HttpApi, Properties: %s}
              Function: {Type: AWS::Serverless::Function, Properties: {Events: %s}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {DefinitionBody: {openapi: 2.0, paths: {}}}       | an OpenAPI document at Resources.Api.Properties.DefinitionBody (5:70), got '{"openapi":2.0,"paths":{}}': write openapi: 3.0.1 and paths: {…}
                    {DefinitionUri: s3://b/k, Auth: {EnableIamAuthorizer: true}} | no Auth beside DefinitionUri at Resources.Api.Properties.Auth (5:85), got '{"EnableIamAuthorizer":true}': use DefinitionBody
                    {Auth: []}                                        | an object at Resources.Api.Properties.Auth (5:60), got '[]': write {…}
                    {Auth: {Authorizer: X}}                           | Authorizers, DefaultAuthorizer or EnableIamAuthorizer at Resources.Api.Properties.Auth (5:73), got 'Authorizer': correct the name
                    {Auth: {DefaultAuthorizer: X}}                    | the name of an authorizer at Resources.Api.Properties.Auth.DefaultAuthorizer (5:80), got 'X': add it to Authorizers
                    {Auth: {Authorizers: {X: text}}}                  | an object at Resources.Api.Properties.Auth.Authorizers.X (5:78), got 'text': write {…}
                    {Auth: {Authorizers: {X: {IdentitySource: a}}}}   | JwtConfiguration or FunctionArn at Resources.Api.Properties.Auth.Authorizers.X (5:78), got '{"IdentitySource":"a"}': add the one that the authorizer is to use
                    {CorsConfiguration: text}                         | an object or true at Resources.Api.Properties.CorsConfiguration (5:73), got 'text': write {"AllowOrigins": […]}
                    {DefaultRouteSettings: []}                        | an object at Resources.Api.Properties.DefaultRouteSettings (5:76), got '[]': write {…}
                    {Domain: []}                                      | an object at Resources.Api.Properties.Domain (5:62), got '[]': write {…}
                    {Domain: {DomainName: a}}                         | DomainName and CertificateArn at Resources.Api.Properties.Domain (5:62), got '{"DomainName":"a"}': add what is missing
                    {Domain: {DomainName: a, CertificateArn: b, BasePath: a%b}} | text of letters, digits, '/', '-' and '_' at Resources.Api.Properties.Domain.BasePath (5:107), got 'a%b': write it out, or refer to a parameter
                    {DefinitionBody: {openapi: 3.0.1, paths: {}}, DefinitionUri: s3://b/k} | either DefinitionBody or DefinitionUri at Resources.Api.Properties.DefinitionUri (5:114), got 's3://b/k': remove one
                    {Auth: {Authorizers: {X: {FunctionArn: a, Identity: {Headers: {}, Context: a}}}}} | a list of texts at Resources.Api.Properties.Auth.Authorizers.X.Identity.Context (5:128), got 'a': write ["…"]
                    {Domain: {DomainName: a, CertificateArn: b, MutualTlsAuthentication: {Uri: c}}} | TruststoreUri or TruststoreVersion at Resources.Api.Properties.Domain.MutualTlsAuthentication (5:128), got 'Uri': correct the name
                    {CorsConfiguration: {AllowOrigin: a}} | AllowOrigins, AllowMethods, AllowHeaders, ExposeHeaders, MaxAge or AllowCredentials at Resources.Api.Properties.CorsConfiguration (5:87), got 'AllowOrigin': correct the name
                    """)
    void refusesTheApi(String properties, String message) {
        refused(properties, "{}", message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    []                                                                | an object at Resources.Function.Properties.Events (6:68), got '[]': write {…}
                    {E: text}                                                         | an object at Resources.Function.Properties.Events.E (6:72), got 'text': write {…}
                    {E: {Type: HttpApi, Properties: {Method: get}}}                   | a Path at Resources.Function.Properties.Events.E.Properties.Path (6:100), got '': add it beside Method
                    {E: {Type: HttpApi, Properties: {Path: /a, Method: [get]}}}       | text at Resources.Function.Properties.Events.E.Properties.Method (6:119), got '["get"]': write get, or any for every method
                    {E: {Type: HttpApi, Properties: {ApiId: [a]}}}                    | text at Resources.Function.Properties.Events.E.Properties.ApiId (6:108), got '["a"]': write {"Ref": "…"}
                    {E: {Type: HttpApi, Properties: {ApiId: Api, Auth: X}}}           | an object at Resources.Function.Properties.Events.E.Properties.Auth (6:119), got 'X': write {…}
                    {E: {Type: HttpApi, Properties: {ApiId: Api, Auth: {AuthorizationScopes: [a]}}}} | an Authorizer at Resources.Function.Properties.Events.E.Properties.Auth (6:119), got '{"AuthorizationScopes":["a"]}': add it, or a DefaultAuthorizer to the API
                    {E: {Type: HttpApi, Properties: {ApiId: Api, Auth: {Authorizer: NONE}}}} | an authorizer at Resources.Function.Properties.Events.E.Properties.Auth.Authorizer (6:132), got 'NONE': remove it, the API has no DefaultAuthorizer
                    {E: {Type: HttpApi, Properties: {ApiId: Api, Auth: {Authorizer: AWS_IAM}}}} | the name of an authorizer at Resources.Function.Properties.Events.E.Properties.Auth.Authorizer (6:132), got 'AWS_IAM': add it to Authorizers in the Auth of the API
                    {E: {Type: HttpApi, Properties: {ApiId: Api, Auth: {Authorizer: [X]}}}} | text at Resources.Function.Properties.Events.E.Properties.Auth.Authorizer (6:132), got '["X"]': write the name of one of the API's authorizers
                    {E: {Type: HttpApi, Properties: {ApiId: Api}}, F: {Type: HttpApi, Properties: {ApiId: Api}}} | each route once at Resources.Function.Properties.Events.F (6:118), got '$default': remove the event, or change its Path or Method
                    {E: {Type: Api, Properties: {RestApiId: !Ref Api}}} | a reference to an AWS::Serverless::Api at Resources.Function.Properties.Events.E.Properties.RestApiId (6:108), got '${Api}': write Type: HttpApi and ApiId for an HTTP API
                    {E: {Type: HttpApi, Properties: {Path: 1.5, Method: get}}} | text at Resources.Function.Properties.Events.E.Properties.Path (6:107), got '1.5': write it like /health
                    """)
    void refusesTheEvent(String events, String message) {
        refused("{}", events, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    !If [Unknown, {}, {}]                                            | condition Unknown is known only when deployed
                    {E: !If [Unknown, {}, {}]}                                       | condition Unknown is known only when deployed
                    {E: {Type: !Ref Unknown}}                                        | parameter Unknown has no value, pass one
                    {E: {Type: HttpApi, Properties: !If [Unknown, {}, {}]}}          | condition Unknown is known only when deployed
                    {E: {Type: HttpApi, Properties: {Path: !Ref Unknown, Method: get}}} | parameter Unknown has no value, pass one
                    {E: {Type: HttpApi, Properties: {Path: /a, Method: !Ref Unknown}}} | parameter Unknown has no value, pass one
                    {E: {Type: HttpApi, Properties: {ApiId: !Ref Unknown}}}          | parameter Unknown has no value, pass one
                    {E: {Type: HttpApi, Properties: {ApiId: !GetAtt Api.ApiEndpoint}}} | resource Api is known only when deployed
                    {Fn::ForEach::E: [P, [a], {}]}                                   | Fn::ForEach::E is evaluated only when deployed
                    """)
    void eventThatCannotBeToldIsAnUnresolvedRoute(String events, String reason) {
        Template template = Templates.yaml(TEMPLATE.formatted("{}", events));
        assertThat(template.unresolvedResources()).singleElement().satisfies(unresolved -> {
            assertThat(unresolved.logicalId()).isEqualTo("Function");
            assertThat(unresolved.type()).isEqualTo("AWS::ApiGatewayV2::Route");
            assertThat(unresolved.reason()).isEqualTo(reason);
            assertThat(unresolved.location().line()).isEqualTo(6);
        });
        assertThat(template.httpApis().get(1).routes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {Auth: !If [Unknown, {}, {}]}                             | {ApiId: Api, Auth: {Authorizer: X}} | condition Unknown is known only when deployed
                    {Auth: {DefaultAuthorizer: !Ref Unknown}}                 | {ApiId: Api} | parameter Unknown has no value, pass one
                    {}                                                        | {ApiId: Api, Auth: !If [Unknown, {}, {}]} | condition Unknown is known only when deployed
                    {}                                                        | {ApiId: Api, Auth: {Authorizer: !Ref Unknown}} | parameter Unknown has no value, pass one
                    {Auth: {Authorizers: !If [Unknown, {}, {}]}}              | {ApiId: Api, Auth: {Authorizer: X}} | security scheme X is not declared
                    {Auth: {Authorizers: {X: !If [Unknown, {}, {}]}}}         | {ApiId: Api, Auth: {Authorizer: X}} | condition Unknown is known only when deployed
                    {DefinitionBody: {openapi: 3.0.1, paths: {$default: {x-amazon-apigateway-any-method: {security: [{NONE: []}], x-amazon-apigateway-integration: {uri: a}}}}}, Auth: {DefaultAuthorizer: X, Authorizers: {X: {FunctionArn: a}}}} | {ApiId: Api, Auth: {Authorizer: X}} | a route has one authorizer, and which of several API Gateway takes is not documented
                    """)
    void authorizationThatCannotBeToldIsUnresolved(String api, String event, String reason) {
        Template template = Templates.yaml(TEMPLATE.formatted(api, "{E: {Type: HttpApi, Properties: " + event + "}}"));
        Route route = template.httpApis().get(1).routes().get(0);
        assertThat(Objects.requireNonNull(route.authorizationType().unknown()).reason())
                .isEqualTo(reason);
    }

    @Test
    void definitionElsewhereHidesTheRoutesOfEvents() {
        Template template = Templates.yaml(
                TEMPLATE.formatted("{DefinitionUri: s3://b/k}", "{E: {Type: HttpApi, Properties: {ApiId: !Ref Api}}}"));
        assertThat(template.unresolvedResources())
                .extracting(UnresolvedResource::logicalId)
                .containsExactly("Api", "Function");
        assertThat(template.unresolvedResources().get(0).reason())
                .isEqualTo("the OpenAPI document is not part of the template");
        assertThat(Objects.requireNonNull(template.httpApis().get(1).cors())
                        .allowOrigins()
                        .isUnresolved())
                .isTrue();
    }

    /** SAM permits the call and adds no route: API Gateway takes routes from a document or from resources, not both. */
    @Test
    void eventOfAPlainApiIsAPermissionOnly() {
        Template template =
                Templates.yaml(TEMPLATE.formatted("{}", "{E: {Type: HttpApi, Properties: {ApiId: !Ref Plain}}}"));
        assertThat(template.httpApis())
                .allSatisfy(api -> assertThat(api.routes()).isEmpty());
        assertThat(template.permissions().get(0).allows("Plain", "Function")).isTrue();
    }

    @Test
    void eventOfALiteralApiIsForeign() {
        Template template =
                Templates.yaml(TEMPLATE.formatted("{}", "{E: {Type: HttpApi, Properties: {ApiId: a1b2c3}}}"));
        assertThat(template.foreignResources())
                .extracting(Resource::logicalId, resource -> resource.origin().kind())
                .map(Object::toString)
                .containsExactly("(\"Function.E\", SAM_EVENT)");
    }

    @Test
    void stateMachineHasNoHttpApiEventThatIsKnown() {
        Template template = Templates.yaml("""
                Resources:
                  Api: {Type: AWS::Serverless::HttpApi}
                  Machine: {Type: AWS::Serverless::StateMachine, Properties: {Events: {E: {Type: HttpApi}, F: {Type: Api}}}}
                """);
        assertThat(template.unresolvedResources()).singleElement().satisfies(unresolved -> {
            assertThat(unresolved.logicalId()).isEqualTo("Machine");
            assertThat(unresolved.type()).isEqualTo("AWS::ApiGatewayV2::Route");
            assertThat(unresolved.reason()).isEqualTo("AWS SAM documents no HttpApi event of a state machine");
        });
    }

    @Test
    void functionOrApiThatIsNotKnownMayBeAnApi() {
        for (String type : List.of("Function", "HttpApi")) {
            Template template = Templates.yaml("""
                    Resources:
                      X: {Type: AWS::Serverless::%s, Properties: {Fn::Transform: {Name: Macro}}}
                    """.formatted(type));
            assertThat(template.httpApis()).isEmpty();
            assertThat(template.unresolvedResources())
                    .extracting(UnresolvedResource::type)
                    .containsExactly("AWS::Serverless::" + type);
        }
    }

    @Test
    void functionWithoutAnEventIsNoApi() {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Templates.yaml("""
                        Globals: {HttpApi: {Auth: []}}
                        Resources: {F: {Type: AWS::Serverless::Function, Properties: {Handler: x}}}
                        """))
                .withMessageStartingWith("template must declare an HTTP API");
    }

    private static void refused(String api, String events, String message) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Templates.yaml(TEMPLATE.formatted(api, events)))
                .withMessage("template must have " + message);
    }
}
