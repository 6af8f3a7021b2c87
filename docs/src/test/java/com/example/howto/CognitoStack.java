package com.example.howto;

import io.github.securehttpapi.construct.SecureHttpApi;
import io.github.securehttpapi.construct.SecureRoute;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpUserPoolAuthorizer;
import software.amazon.awscdk.services.cognito.CognitoDomainOptions;
import software.amazon.awscdk.services.cognito.OAuthFlows;
import software.amazon.awscdk.services.cognito.OAuthScope;
import software.amazon.awscdk.services.cognito.OAuthSettings;
import software.amazon.awscdk.services.cognito.ResourceServerScope;
import software.amazon.awscdk.services.cognito.SignInAliases;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.cognito.UserPoolClientOptions;
import software.amazon.awscdk.services.cognito.UserPoolDomainOptions;
import software.amazon.awscdk.services.cognito.UserPoolResourceServer;
import software.amazon.awscdk.services.cognito.UserPoolResourceServerOptions;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/** docs/how-to/authorize-with-cognito.md. */
final class CognitoStack extends Stack {
    CognitoStack(Construct scope, String id) {
        super(scope, id);
        Function orders = InlineFunction.define(this, "Orders");

        // snippet:pool
        UserPool users = UserPool.Builder.create(this, "Users")
                .signInAliases(SignInAliases.builder().email(true).build())
                .build();
        ResourceServerScope read = ResourceServerScope.Builder.create()
                .scopeName("read")
                .scopeDescription("see orders")
                .build();
        ResourceServerScope write = ResourceServerScope.Builder.create()
                .scopeName("write")
                .scopeDescription("place and change orders")
                .build();
        UserPoolResourceServer server = users.addResourceServer(
                "OrdersServer",
                UserPoolResourceServerOptions.builder()
                        .identifier("orders")
                        .scopes(List.of(read, write))
                        .build());
        // end

        // snippet:client
        users.addDomain(
                "SignIn",
                UserPoolDomainOptions.builder()
                        .cognitoDomain(CognitoDomainOptions.builder()
                                .domainPrefix("example-shop")
                                .build())
                        .build());
        UserPoolClient site = users.addClient(
                "Site",
                UserPoolClientOptions.builder()
                        .oAuth(OAuthSettings.builder()
                                .flows(OAuthFlows.builder()
                                        .authorizationCodeGrant(true)
                                        .build())
                                .scopes(List.of(
                                        OAuthScope.OPENID,
                                        OAuthScope.resourceServer(server, read),
                                        OAuthScope.resourceServer(server, write)))
                                .callbackUrls(List.of("https://shop.example.com/signed-in"))
                                .build())
                        .build());
        // end

        // snippet:service
        UserPoolClient warehouse = users.addClient(
                "Warehouse",
                UserPoolClientOptions.builder()
                        .generateSecret(true)
                        .oAuth(OAuthSettings.builder()
                                .flows(OAuthFlows.builder()
                                        .clientCredentials(true)
                                        .build())
                                .scopes(List.of(OAuthScope.resourceServer(server, write)))
                                .build())
                        .build());
        // end

        // snippet:api
        HttpUserPoolAuthorizer customers = HttpUserPoolAuthorizer.Builder.create("Customers", users)
                .userPoolClients(List.of(site, warehouse))
                .build();
        SecureHttpApi api = SecureHttpApi.Builder.create(this, "Api")
                .allowedOrigins(List.of("https://shop.example.com"))
                .defaultAuthorizer(customers)
                .defaultAuthorizationScopes(List.of("orders/read"))
                .build();
        api.addRoute(SecureRoute.get("/orders").handler(orders).build());
        api.addRoute(SecureRoute.post("/orders")
                .handler(orders)
                .authorizationScopes(List.of("orders/write"))
                .build());
        // end
    }
}
