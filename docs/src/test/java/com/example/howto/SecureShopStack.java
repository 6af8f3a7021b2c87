package com.example.howto;

import io.github.securehttpapi.construct.SecureHttpApi;
import io.github.securehttpapi.construct.SecureRoute;
import java.util.List;
import software.amazon.awscdk.CfnElement;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** docs/how-to/migrate-from-the-l2.md: the shop after the migration. */
final class SecureShopStack extends Stack {
    SecureShopStack(Construct scope, String id) {
        super(scope, id);
        Function orders = InlineFunction.define(this, "Orders");

        // snippet:after
        HttpJwtAuthorizer customers = HttpJwtAuthorizer.Builder.create("Customers", "https://login.example.com/")
                .jwtAudience(List.of("shop"))
                .build();
        SecureHttpApi api = SecureHttpApi.Builder.create(this, "Api")
                .apiName("Api")
                .allowedOrigins(List.of("https://shop.example.com"))
                .throttle(ThrottleSettings.builder()
                        .rateLimit(200)
                        .burstLimit(400)
                        .build())
                .defaultAuthorizer(customers)
                .build();
        HttpRoute list = api.addRoute(SecureRoute.get("/orders")
                .handler(orders)
                .timeout(Duration.seconds(29))
                .build());
        HttpRoute place = api.addRoute(SecureRoute.post("/orders")
                .handler(orders)
                .timeout(Duration.seconds(29))
                .build());
        // end

        // snippet:keep
        keep(api.getHttpApi(), "ApiF70053CD");
        keep(api.getStage(), "ApiDefaultStage189A7074");
        keep(api.getHttpApi().getNode().findChild("Customers"), "ApiCustomers8895681C");
        keep(list, "ApiGETorders65B0F255");
        keep(place, "ApiPOSTorders035B9622");
        // end
    }

    // snippet:keep-method
    private static void keep(IConstruct construct, String logicalId) {
        CfnElement resource = (CfnElement) construct.getNode().getDefaultChild();
        resource.overrideLogicalId(logicalId);
    }
    // end
}
