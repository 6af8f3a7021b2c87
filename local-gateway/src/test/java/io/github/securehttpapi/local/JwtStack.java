package io.github.securehttpapi.local;

import java.util.function.UnaryOperator;

/** The demo stack with a JWT authorizer: {@code GET /echo} without scopes, {@code POST /echo} with two. */
final class JwtStack {
    static final String NAME = "Members";
    static final String AUDIENCE = "members-api";

    private static final String POOL = """
            {"Fn::Join": ["", ["https://cognito-idp.us-east-1.amazonaws.com/", {"Ref": "Pool"}]]}""";

    private JwtStack() {}

    static UnaryOperator<String> of(String issuer) {
        return with("\"" + issuer + "\"", "[\"other-api\", \"" + AUDIENCE + "\"]", "$request.header.Authorization");
    }

    /** The issuer is a user pool of the same template. */
    static UnaryOperator<String> ofUserPool() {
        return with(POOL, "[{\"Ref\": \"Client\"}]", "$request.header.Authorization")
                .andThen(template -> template.replace("\"Resources\": {", """
                        "Resources": {
                          "Pool": {"Type": "AWS::Cognito::UserPool"},
                          "Client": {"Type": "AWS::Cognito::UserPoolClient"},"""))::apply;
    }

    static UnaryOperator<String> with(String issuer, String audience, String source) {
        return template -> template.replaceFirst(
                        "\"NONE\"(,\\s*\"RouteKey\": \"GET /echo\")",
                        "\"JWT\", \"AuthorizerId\": {\"Ref\": \"Members\"}$1")
                .replaceFirst("\"NONE\"(,\\s*\"RouteKey\": \"POST /echo\")", """
                        "JWT", "AuthorizerId": {"Ref": "Members"},
                        "AuthorizationScopes": ["members:read", "members:write"]$1""")
                .replace("$context.integration.error", "$context.authorizer.error")
                .replace("\"Resources\": {", "\"Resources\": {" + authorizer(NAME, issuer, audience, source) + ",");
    }

    static String authorizer(String name, String issuer, String audience, String source) {
        return """
                "%s": {
                  "Type": "AWS::ApiGatewayV2::Authorizer",
                  "Properties": {
                    "ApiId": {"Ref": "Api"},
                    "AuthorizerType": "JWT",
                    "IdentitySource": ["%s"],
                    "JwtConfiguration": {"Audience": %s, "Issuer": %s},
                    "Name": "members"
                  }
                }""".formatted(name, source, audience, issuer);
    }
}
