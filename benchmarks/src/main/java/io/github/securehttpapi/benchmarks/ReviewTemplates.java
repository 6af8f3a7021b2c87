package io.github.securehttpapi.benchmarks;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Templates of any number of routes, ten to a function: as a careful team writes them, and as bad as they get, with no
 * route authorized, every second one writing, no log and loose limits.
 */
final class ReviewTemplates {
    private static final int ROUTES_OF_FUNCTION = 10;

    private static final String LOG_FORMAT =
            "{\\\"requestId\\\":\\\"$context.requestId\\\",\\\"routeKey\\\":\\\"$context.routeKey\\\",\\\"status\\\":\\\"$context.status\\\","
                    + "\\\"ip\\\":\\\"$context.identity.sourceIp\\\",\\\"time\\\":\\\"$context.requestTime\\\","
                    + "\\\"error\\\":\\\"$context.error.message\\\",\\\"integrationError\\\":\\\"$context.integrationErrorMessage\\\"}";

    private static final String SAFE_CLOUD_FORMATION = """
            "Log": {"Type": "AWS::Logs::LogGroup", "Properties": {"RetentionInDays": 30}},
            "Jwt": {"Type": "AWS::ApiGatewayV2::Authorizer", "Properties": {"ApiId": {"Ref": "Api"}, "Name": "jwt",
              "AuthorizerType": "JWT", "IdentitySource": ["$request.header.Authorization"],
              "JwtConfiguration": {"Issuer": "https://issuer.example.com", "Audience": ["shop"]}}},
            "Stage": {"Type": "AWS::ApiGatewayV2::Stage", "Properties": {"ApiId": {"Ref": "Api"}, "StageName": "$default",
              "AutoDeploy": true, "DefaultRouteSettings": {"ThrottlingRateLimit": 10, "ThrottlingBurstLimit": 20},
              "AccessLogSettings": {"DestinationArn": {"Fn::GetAtt": ["Log", "Arn"]}, "Format": "%s"}}},
            """.formatted(LOG_FORMAT);

    private static final String BARE_CLOUD_FORMATION = """
            "Stage": {"Type": "AWS::ApiGatewayV2::Stage", "Properties": {"ApiId": {"Ref": "Api"}, "StageName": "$default",
              "AutoDeploy": true, "DefaultRouteSettings": {"ThrottlingRateLimit": 100, "ThrottlingBurstLimit": 200}}},
            """;

    private static final String SAFE_SAM = """
                Properties:
                  DefaultRouteSettings: {ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20}
                  AccessLogSettings:
                    DestinationArn: !GetAtt Log.Arn
                    Format: "%s"
                  Auth:
                    DefaultAuthorizer: Jwt
                    Authorizers:
                      Jwt:
                        IdentitySource: $request.header.Authorization
                        AuthorizationScopes: [shop/read]
                        JwtConfiguration: {issuer: https://issuer.example.com, audience: [shop]}
              Log:
                Type: AWS::Logs::LogGroup
                Properties: {RetentionInDays: 30}
            """.formatted(LOG_FORMAT);

    private static final String BARE_SAM = """
                Properties:
                  DefaultRouteSettings: {ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200}
            """;

    private ReviewTemplates() {}

    static String cloudFormation(int routes) {
        return cloudFormation(routes, true);
    }

    static String publicCloudFormation(int routes) {
        return cloudFormation(routes, false);
    }

    static String sam(int routes) {
        return sam(routes, true);
    }

    static String publicSam(int routes) {
        return sam(routes, false);
    }

    private static String cloudFormation(int routes, boolean safe) {
        String functions = functions(routes)
                .mapToObj(number -> """
                        "F%1$d": {"Type": "AWS::Lambda::Function", "Properties": {"Runtime": "java21", "Timeout": 10%2$s,
                          "Handler": "shop.Handler", "Code": {"S3Bucket": "b", "S3Key": "k"}, "Role": "arn:aws:iam::123456789012:role/r"}},
                        "P%1$d": {"Type": "AWS::Lambda::Permission", "Properties": {"Action": "lambda:InvokeFunction",
                          "FunctionName": {"Fn::GetAtt": ["F%1$d", "Arn"]}, "Principal": "apigateway.amazonaws.com",
                          "SourceArn": {"Fn::Join": ["", ["arn:", {"Ref": "AWS::Partition"}, ":execute-api:",
                            {"Ref": "AWS::Region"}, ":", {"Ref": "AWS::AccountId"}, ":", {"Ref": "Api"}, "/*/*"]]}}},
                        "I%1$d": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": {"ApiId": {"Ref": "Api"},
                          "IntegrationType": "AWS_PROXY", "IntegrationUri": {"Fn::GetAtt": ["F%1$d", "Arn"]},
                          "PayloadFormatVersion": "2.0", "TimeoutInMillis": 10000}},
                        """.formatted(number, safe ? ", \"ReservedConcurrentExecutions\": 10" : ""))
                .collect(Collectors.joining());
        String authorization = safe
                ? ", \"AuthorizationType\": \"JWT\", \"AuthorizerId\": {\"Ref\": \"Jwt\"}, \"AuthorizationScopes\": [\"shop/read\"]"
                : "";
        String declared = IntStream.range(0, routes)
                .mapToObj(route ->
                        """
                        "R%d": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "Api"},
                          "RouteKey": "%s /routes/%d/{id}", "Target": {"Fn::Join": ["", ["integrations/", {"Ref": "I%d"}]]}%s}}""".formatted(route, method(route, safe), route, route / ROUTES_OF_FUNCTION, authorization))
                .collect(Collectors.joining(",\n"));
        return "{\"Resources\": {\n\"Api\": {\"Type\": \"AWS::ApiGatewayV2::Api\","
                + " \"Properties\": {\"Name\": \"shop\", \"ProtocolType\": \"HTTP\"}},\n"
                + (safe ? SAFE_CLOUD_FORMATION : BARE_CLOUD_FORMATION) + functions + declared + "\n}}\n";
    }

    private static String sam(int routes, boolean safe) {
        String functions = functions(routes)
                .mapToObj(number -> function(number, safe) + events(number, routes, safe))
                .collect(Collectors.joining());
        return "Transform: AWS::Serverless-2016-10-31\nResources:\n  Api:\n    Type: AWS::Serverless::HttpApi\n"
                + (safe ? SAFE_SAM : BARE_SAM) + functions;
    }

    private static String function(int number, boolean safe) {
        return """
                F%d:
                  Type: AWS::Serverless::Function
                  Properties:
                    Runtime: java21
                    Handler: shop.Handler
                    CodeUri: target/shop.jar
                    Timeout: 10%s
                    Events:
              """.formatted(number, safe ? "\n      ReservedConcurrentExecutions: 10" : "");
    }

    private static String events(int function, int routes, boolean safe) {
        int first = function * ROUTES_OF_FUNCTION;
        return IntStream.range(first, Math.min(routes, first + ROUTES_OF_FUNCTION))
                .mapToObj(route -> """
                                R%1$d:
                                  Type: HttpApi
                                  Properties: {ApiId: !Ref Api, Method: %2$s, Path: "/routes/%1$d/{id}", TimeoutInMillis: 10000}
                        """.formatted(route, method(route, safe)))
                .collect(Collectors.joining());
    }

    private static String method(int route, boolean safe) {
        return safe || route % 2 == 0 ? "GET" : "POST";
    }

    private static IntStream functions(int routes) {
        return IntStream.range(0, (routes + ROUTES_OF_FUNCTION - 1) / ROUTES_OF_FUNCTION);
    }
}
