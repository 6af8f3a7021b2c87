package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.function;
import static io.github.securehttpapi.construct.Synthesized.object;
import static io.github.securehttpapi.construct.Synthesized.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpIamAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpNoneAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteAuthorizerConfig;
import software.amazon.awscdk.services.lambda.Function;

final class AuthorizationTest {
    private static final PublicAccess PUBLIC = PublicAccess.because("catalogue is on the web site too");

    @Test
    void aRouteWithNeitherAuthorizerNorReasonIsRefused() {
        Stack stack = new Stack(new App(), "Shop");
        SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api").build();
        SecureRoute route =
                SecureRoute.get("/orders").handler(function(stack, "Orders")).build();

        assertThatIllegalStateException()
                .isThrownBy(() -> api.addRoute(route))
                .withMessage("route 'GET /orders' must have an authorizer, got none: pass authorizer(…) to the route"
                        + " or defaultAuthorizer(…) to the API, or publicAccess(PublicAccess.because(\"…\")) to the"
                        + " route if anyone may call it");
    }

    @Test
    void aRefusedRouteLeavesNothingBehind() {
        Synthesized shop = Synthesized.of(stack -> {
            SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api").build();
            Function orders = function(stack, "Orders");
            assertThatIllegalStateException()
                    .isThrownBy(() -> api.addRoute(
                            SecureRoute.get("/orders").handler(orders).build()));
            api.addRoute(SecureRoute.get("/orders")
                    .handler(orders)
                    .publicAccess(PUBLIC)
                    .build());
        });

        assertThat(shop.resources("AWS::ApiGatewayV2::Route")).hasSize(1);
    }

    @Test
    void noAuthorizerByAnotherNameIsRefused() {
        Stack stack = new Stack(new App(), "Shop");
        SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api")
                .defaultAuthorizer(new HttpNoneAuthorizer())
                .build();

        assertThatIllegalStateException()
                .isThrownBy(() -> api.addRoute(SecureRoute.get("/orders")
                        .handler(function(stack, "Orders"))
                        .build()))
                .withMessageStartingWith(
                        "route 'GET /orders' must have an authorizer, got HttpNoneAuthorizer: pass authorizer(…)");
    }

    /** An authorizer of one's own, that binds to nothing. */
    @Test
    void anAuthorizerThatAsksNothingIsRefused() {
        Synthesized shop = Synthesized.of(stack -> {
            SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api")
                    .defaultAuthorizer(options -> HttpRouteAuthorizerConfig.builder()
                            .authorizationType("NONE")
                            .build())
                    .build();
            Function orders = function(stack, "Orders");

            assertThatIllegalStateException()
                    .isThrownBy(() -> api.addRoute(
                            SecureRoute.get("/orders").handler(orders).build()))
                    .withMessageMatching("route 'GET /orders' must have an authorizer, got .+, which asks nothing: .+");
            api.addRoute(SecureRoute.get("/orders")
                    .handler(orders)
                    .authorizer(Synthesized.authorizer())
                    .build());
        });

        assertThat(object(shop.route("GET /orders"), "Properties")).containsEntry("AuthorizationType", "JWT");
        assertThat(shop.resources("AWS::ApiGatewayV2::Route")).hasSize(1);
    }

    /** API Gateway refuses them, at deployment. */
    @Test
    void scopesWithoutAJwtAuthorizerAreRefused() {
        Stack stack = new Stack(new App(), "Shop");
        SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api").build();
        SecureRoute.Builder route = SecureRoute.get("/orders")
                .handler(function(stack, "Orders"))
                .authorizationScopes(List.of("orders/read"));

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        api.addRoute(route.authorizer(new HttpIamAuthorizer()).build()))
                .withMessage("authorizationScopes of route 'GET /orders' must go with a JWT authorizer, got"
                        + " HttpIamAuthorizer: drop them, or the API's default ones, or pass an HttpJwtAuthorizer or"
                        + " an HttpUserPoolAuthorizer");
        assertThatIllegalStateException()
                .isThrownBy(() -> api.addRoute(route.authorizer(options -> HttpRouteAuthorizerConfig.builder()
                                .authorizationType("AWS_IAM")
                                .build())
                        .build()))
                .withMessageStartingWith("authorizationScopes of route 'GET /orders' must go with a JWT authorizer");
    }

    @Test
    void anAuthorizerOfOnesOwnIsAccepted() {
        Synthesized shop = Synthesized.of(stack -> SecureHttpApi.Builder.create(stack, "Api")
                .defaultAuthorizer(options -> HttpRouteAuthorizerConfig.builder()
                        .authorizationType("AWS_IAM")
                        .build())
                .build()
                .addRoute(SecureRoute.get("/orders")
                        .handler(function(stack, "Orders"))
                        .build()));

        assertThat(object(shop.route("GET /orders"), "Properties")).containsEntry("AuthorizationType", "AWS_IAM");
    }

    @Test
    void theDefaultAuthorizerHoldsForRoutesWithoutTheirOwn() {
        Map<String, Object> route = object(shop().route("GET /orders/{id}"), "Properties");

        assertThat(route).containsEntry("AuthorizationType", "JWT").containsKey("AuthorizerId");
    }

    @Test
    void scopesReachTheRoute() {
        Map<String, Object> route = object(shop().route("POST /orders"), "Properties");

        assertThat(route).containsEntry("AuthorizationScopes", List.of("orders/write"));
    }

    @Test
    void aPublicRouteSaysWhyInTheTemplate() {
        Map<String, Object> route = shop().route("GET /catalogue");

        assertThat(object(route, "Properties")).containsEntry("AuthorizationType", "NONE");
        assertThat(object(route, "Metadata"))
                .containsEntry(
                        "SecureHttpApi", Map.of("PublicAccess", Map.of("Reason", "catalogue is on the web site too")));
    }

    @Test
    void aProtectedRouteHasNoReason() {
        assertThat(object(shop().route("POST /orders"), "Metadata")).containsOnlyKeys("aws:cdk:path");
    }
}
