package com.example.howto;

import io.github.securehttpapi.construct.JavaFunction;
import io.github.securehttpapi.construct.PublicAccess;
import io.github.securehttpapi.construct.SecureHttpApi;
import io.github.securehttpapi.construct.SecureRoute;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.services.dynamodb.ITable;
import software.amazon.awscdk.services.dynamodb.Table;
import software.constructs.Construct;

/** docs/how-to/migrate-from-sam.md: what the template in the resources becomes. */
final class FormerSamStack extends Stack {
    FormerSamStack(Construct scope, String id, Path functionsJar, String tableName) {
        super(scope, id);

        // snippet:stack
        ITable table = Table.fromTableName(this, "Table", tableName);
        JavaFunction orders = JavaFunction.Builder.create(this, "Orders")
                .jar(functionsJar)
                .handler("com.example.OrdersHandler")
                .memorySize(1024)
                .environment(Map.of("TABLE", table.getTableName()))
                .build();
        table.grantReadWriteData(orders);

        HttpJwtAuthorizer customers = HttpJwtAuthorizer.Builder.create("Customers", "https://login.example.com/")
                .jwtAudience(List.of("shop"))
                .build();
        SecureHttpApi api = SecureHttpApi.Builder.create(this, "Api")
                .allowedOrigins(List.of("https://shop.example.com"))
                .defaultAuthorizer(customers)
                .build();
        api.addRoute(SecureRoute.get("/health")
                .handler(orders)
                .publicAccess(PublicAccess.because("load balancer probe, returns no data"))
                .build());
        api.addRoute(SecureRoute.get("/orders").handler(orders).build());
        api.addRoute(SecureRoute.post("/orders")
                .handler(orders)
                .authorizationScopes(List.of("orders/write"))
                .build());
        // end
    }
}
