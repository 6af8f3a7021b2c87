package com.example.howto;

import io.github.securehttpapi.construct.SecureHttpApi;
import io.github.securehttpapi.construct.SecureRoute;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/** docs/how-to/authorize-with-oidc.md. */
final class OidcStack extends Stack {
    OidcStack(Construct scope, String id) {
        super(scope, id);
        Function orders = InlineFunction.define(this, "Orders");

        // snippet:api
        HttpJwtAuthorizer customers = HttpJwtAuthorizer.Builder.create("Customers", "https://login.example.com/")
                .jwtAudience(List.of("https://api.example.com"))
                .build();
        SecureHttpApi api = SecureHttpApi.Builder.create(this, "Api")
                .defaultAuthorizer(customers)
                .build();
        api.addRoute(SecureRoute.get("/orders")
                .handler(orders)
                .authorizationScopes(List.of("orders:read"))
                .build());
        api.addRoute(SecureRoute.post("/orders")
                .handler(orders)
                .authorizationScopes(List.of("orders:write"))
                .build());
        // end
    }
}
