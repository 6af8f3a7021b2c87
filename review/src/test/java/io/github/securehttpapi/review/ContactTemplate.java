package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Template;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A template with one route, of which tests choose the stage's settings, the key, and who may call it. */
final class ContactTemplate {
    private static final String TEMPLATE = """
            Parameters: {Type: {Type: String}, Rate: {Type: Number}, Scope: {Type: String}}
            Resources:
              Api: {Type: AWS::ApiGatewayV2::Api, Properties: {ProtocolType: HTTP, Name: contact}}
              Jwt:
                Type: AWS::ApiGatewayV2::Authorizer
                Properties:
                  ApiId: !Ref Api
                  AuthorizerType: JWT
                  Name: jwt
                  JwtConfiguration: {Issuer: https://issuer.example.com, Audience: [contact]}
              Partners:
                Type: AWS::ApiGatewayV2::Authorizer
                Properties: {ApiId: !Ref Api, AuthorizerType: REQUEST, Name: partners}
              Function: {Type: AWS::Lambda::Function, Properties: {}}
              Integration:
                Type: AWS::ApiGatewayV2::Integration
                Properties: {ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: !GetAtt Function.Arn}
              Stage:
                Type: AWS::ApiGatewayV2::Stage
                Properties:
                  ApiId: !Ref Api
                  StageName: $default
                  %s
              Route:
                Type: AWS::ApiGatewayV2::Route
                Properties: {ApiId: !Ref Api, RouteKey: '%s', Target: !Sub "integrations/${Integration}"%s}
                Metadata: {SecureHttpApi: {%s}}
            """;

    static final String STAGE = "DefaultRouteSettings: {ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20}";

    static final String JWT = ", AuthorizationType: JWT, AuthorizerId: !Ref Jwt, AuthorizationScopes: ";

    private ContactTemplate() {}

    static Template template(String name, String stage, String key, String route) {
        return template(name, stage, key, route, "");
    }

    static Template template(String name, String stage, String key, String route, String metadata) {
        byte[] content = TEMPLATE.formatted(stage, key, route, metadata).getBytes(StandardCharsets.UTF_8);
        return Template.read(name, content, Map.of());
    }

    static Template template(String route) {
        return template("template.yaml", STAGE, "GET /contacts", route);
    }

    static Template because(String reason) {
        return template("template.yaml", STAGE, "GET /contacts", "", "PublicAccess: {Reason: " + reason + "}");
    }
}
