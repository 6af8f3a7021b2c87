package com.example.howto;

import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CorsHttpMethod;
import software.amazon.awscdk.services.apigatewayv2.CorsPreflightOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/** docs/how-to/migrate-from-the-l2.md: a shop as it is before the migration. */
final class PlainShopStack extends Stack {
    PlainShopStack(Construct scope, String id) {
        super(scope, id);
        Function orders = InlineFunction.define(this, "Orders");

        // snippet:before
        HttpJwtAuthorizer customers = HttpJwtAuthorizer.Builder.create("Customers", "https://login.example.com/")
                .jwtAudience(List.of("shop"))
                .build();
        HttpApi api = HttpApi.Builder.create(this, "Api")
                .corsPreflight(CorsPreflightOptions.builder()
                        .allowOrigins(List.of("https://shop.example.com"))
                        .allowMethods(List.of(CorsHttpMethod.ANY))
                        .allowHeaders(List.of("authorization", "content-type"))
                        .build())
                .build();
        api.addRoutes(AddRoutesOptions.builder()
                .path("/orders")
                .methods(List.of(HttpMethod.GET, HttpMethod.POST))
                .integration(new HttpLambdaIntegration("OrdersIntegration", orders))
                .authorizer(customers)
                .build());
        // end
    }
}
