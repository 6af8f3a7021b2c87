package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.function;
import static io.github.securehttpapi.construct.Synthesized.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpIamAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpUserPoolAuthorizer;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.cognito.UserPoolClient;
import software.amazon.awscdk.services.lambda.Function;

final class AuthorizersTest {
    @Test
    void everyKindReachesItsRoute() {
        Synthesized shop = Synthesized.of(AuthorizersTest::define);

        assertThat(authorization(shop, "GET /orders")).containsEntry("AuthorizationType", "JWT");
        assertThat(authorization(shop, "POST /orders"))
                .containsEntry("AuthorizationType", "JWT")
                .containsEntry("AuthorizationScopes", List.of("orders/write"));
        assertThat(authorization(shop, "GET /returns"))
                .containsEntry("AuthorizationType", "JWT")
                .containsEntry("AuthorizationScopes", List.of("orders/manage"));
        assertThat(authorization(shop, "GET /profile")).containsEntry("AuthorizationType", "JWT");
        assertThat(authorization(shop, "GET /reports")).containsEntry("AuthorizationType", "AWS_IAM");
        assertThat(authorization(shop, "GET /stock")).containsEntry("AuthorizationType", "CUSTOM");
        assertThat(authorization(shop, "GET /offers")).containsEntry("AuthorizationType", "NONE");
        assertThat(shop.resources("AWS::ApiGatewayV2::Authorizer")).hasSize(4);
    }

    private static void define(Stack stack) {
        Function orders = function(stack, "Orders");

        // snippet:jwt
        HttpJwtAuthorizer customers = HttpJwtAuthorizer.Builder.create("Customers", "https://login.example.com/")
                .jwtAudience(List.of("shop"))
                .build();
        SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api")
                .defaultAuthorizer(customers)
                .build();
        // end

        // snippet:scopes
        api.addRoute(SecureRoute.get("/orders").handler(orders).build());
        api.addRoute(SecureRoute.post("/orders")
                .handler(orders)
                .authorizationScopes(List.of("orders/write"))
                .build());
        // end

        addScopedRoutes(stack, orders);
        addRoutesForOthers(api, orders, stack);
        addRouteForAnyone(
                SecureHttpApi.Builder.create(stack, "Campaign")
                        .clock(Clock.fixed(Instant.parse("2026-06-15T00:00:00Z"), ZoneOffset.UTC))
                        .build(),
                function(stack, "Offers"));
    }

    private static void addScopedRoutes(Stack stack, Function orders) {
        HttpJwtAuthorizer staff = HttpJwtAuthorizer.Builder.create("Staff", "https://staff.example.com/")
                .jwtAudience(List.of("back-office"))
                .build();

        // snippet:default-scopes
        SecureHttpApi backOffice = SecureHttpApi.Builder.create(stack, "BackOffice")
                .defaultAuthorizer(staff)
                .defaultAuthorizationScopes(List.of("orders/manage"))
                .build();
        backOffice.addRoute(SecureRoute.get("/returns").handler(orders).build());
        // end
    }

    private static void addRoutesForOthers(SecureHttpApi api, Function orders, Stack stack) {
        UserPool users = new UserPool(stack, "Users");
        UserPoolClient site = users.addClient("Site");
        Function partners = function(stack, "Partners");

        // snippet:user-pool
        HttpUserPoolAuthorizer members = HttpUserPoolAuthorizer.Builder.create("Members", users)
                .userPoolClients(List.of(site))
                .build();
        api.addRoute(
                SecureRoute.get("/profile").handler(orders).authorizer(members).build());
        // end

        // snippet:iam
        api.addRoute(SecureRoute.get("/reports")
                .handler(orders)
                .authorizer(new HttpIamAuthorizer())
                .build());
        // end

        // snippet:lambda
        api.addRoute(SecureRoute.get("/stock")
                .handler(orders)
                .authorizer(SecureAuthorizers.lambda("Partners", partners))
                .build());
        // end
    }

    private static void addRouteForAnyone(SecureHttpApi api, Function offers) {
        // snippet:public
        api.addRoute(SecureRoute.get("/offers")
                .handler(offers)
                .publicAccess(PublicAccess.because("campaign page without login")
                        .owner("team-campaigns")
                        .until(LocalDate.of(2027, 3, 31)))
                .build());
        // end
    }

    private static Map<String, Object> authorization(Synthesized shop, String key) {
        return object(shop.route(key), "Properties");
    }
}
