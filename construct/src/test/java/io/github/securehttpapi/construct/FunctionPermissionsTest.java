package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.function;
import static io.github.securehttpapi.construct.Synthesized.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

final class FunctionPermissionsTest {
    private static final String PERMISSION = "AWS::Lambda::Permission";

    private static final String API = "{Fn::Join=[, [arn:, {Ref=AWS::Partition}, :execute-api:, {Ref=AWS::Region}, :,"
            + " {Ref=AWS::AccountId}, :, {Ref=ApiHttpApi4C294DC0}, /%s]]}";

    @Test
    void eachFunctionGetsOnePermissionBoundToTheApi() {
        Synthesized shop = Synthesized.of(stack -> {
            Function orders = function(stack, "Orders");
            SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api").build();
            api.addRoute(open(SecureRoute.get("/a"), orders));
            api.addRoute(open(SecureRoute.get("/b").timeout(Duration.seconds(3)), orders));
        });

        assertThat(shop.only(PERMISSION))
                .containsEntry("Principal", "apigateway.amazonaws.com")
                .containsEntry("Action", "lambda:InvokeFunction")
                .extractingByKey("SourceArn")
                .hasToString(API.formatted("*"));
    }

    @Test
    void soItDoesWhereScopedPermissionsAreSwitchedOffAgain() {
        Synthesized shop = Synthesized.of(stack -> {
            Function orders = function(stack, "Orders");
            SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api")
                    .scopePermissionsToRoutes(true)
                    .scopePermissionsToRoutes(false)
                    .build();
            api.addRoute(open(SecureRoute.get("/a"), orders));
            api.addRoute(open(SecureRoute.get("/b"), orders));
        });

        assertThat(shop.only(PERMISSION).get("SourceArn")).hasToString(API.formatted("*"));
    }

    @Nested
    final class ScopedToRoutes {
        @ParameterizedTest
        @CsvSource({
            "GET /orders,*/GET/orders",
            "ANY /orders,*/*/orders",
            "GET /orders/{id}/lines/{line},*/GET/orders/*/lines/*",
            "POST /{proxy+},*/POST/*",
            "GET /,*/GET/",
            "$default,*/$default",
        })
        void aPermissionIsForOneRoute(String key, String resource) {
            Synthesized shop =
                    Synthesized.of(stack -> api(stack).addRoute(open(routeWith(key), function(stack, "Orders"))));

            assertThat(shop.only(PERMISSION).get("SourceArn")).hasToString(API.formatted(resource));
        }

        @Test
        void everyRouteOfAFunctionHasItsOwn() {
            Synthesized shop = Synthesized.of(stack -> {
                SecureHttpApi api = api(stack);
                Function orders = function(stack, "Orders");
                api.addRoute(open(SecureRoute.get("/orders"), orders));
                api.addRoute(open(SecureRoute.post("/orders"), orders));
                api.addRoute(open(SecureRoute.post("/orders/{id}"), orders));
            });

            assertThat(shop.resources(PERMISSION).values())
                    .extracting(permission ->
                            String.valueOf(object(permission, "Properties").get("SourceArn")))
                    .containsExactlyInAnyOrder(
                            API.formatted("*/GET/orders"),
                            API.formatted("*/POST/orders"),
                            API.formatted("*/POST/orders/*"));
        }

        @Test
        void thePreflightRouteHasItsOwn() {
            Synthesized shop = Synthesized.of(stack -> SecureHttpApi.Builder.create(stack, "Api")
                    .allowedOrigins(List.of("https://shop.example.com"))
                    .defaultAuthorizer(Synthesized.authorizer())
                    .scopePermissionsToRoutes(true)
                    .build()
                    .addRoute(SecureRoute.any("/orders")
                            .handler(function(stack, "Orders"))
                            .build()));

            assertThat(shop.resources(PERMISSION).values())
                    .extracting(permission ->
                            String.valueOf(object(permission, "Properties").get("SourceArn")))
                    .containsExactlyInAnyOrder(API.formatted("*/*/orders"), API.formatted("*/OPTIONS/orders"));
        }

        /** Lambda would refuse the permission that no longer fits, and roll the deployment back. */
        @Test
        void moreThanAFunctionsPolicyHoldsAreRefused() {
            Stack stack = new Stack(new App(), "Shop");
            SecureHttpApi api = api(stack);
            Function orders = function(stack, "Orders");
            for (int i = 100; i < 166; i++) {
                api.addRoute(open(SecureRoute.get("/" + i), orders));
            }
            SecureRoute oneMore = open(SecureRoute.get("/166"), orders);

            assertThatIllegalStateException()
                    .isThrownBy(() -> api.addRoute(oneMore))
                    .withMessage("resource policy of function 'Shop/Orders' must be at most 20480 bytes, got at least"
                            + " '20569' with route 'GET /166': give some of its routes another function, or drop"
                            + " scopePermissionsToRoutes(true)");
            assertThat(api.getHttpApi().getNode().tryFindChild("GET--166")).isNull();
            api.addRoute(open(SecureRoute.get("/166"), function(stack, "More")));
        }

        private SecureRoute.Builder routeWith(String key) {
            if (key.equals("$default")) {
                return SecureRoute.defaultRoute();
            }
            String path = key.substring(key.indexOf(' ') + 1);
            return switch (key.charAt(0)) {
                case 'A' -> SecureRoute.any(path);
                case 'P' -> SecureRoute.post(path);
                default -> SecureRoute.get(path);
            };
        }

        private SecureHttpApi api(Construct scope) {
            return SecureHttpApi.Builder.create(scope, "Api")
                    .scopePermissionsToRoutes(true)
                    .build();
        }
    }

    private static SecureRoute open(SecureRoute.Builder route, Function function) {
        return route.handler(function)
                .publicAccess(PublicAccess.because("test"))
                .build();
    }
}
