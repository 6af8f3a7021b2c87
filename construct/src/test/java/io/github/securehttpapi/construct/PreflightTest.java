package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.function;
import static io.github.securehttpapi.construct.Synthesized.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

final class PreflightTest {
    private final Stack stack = new Stack(new App(), "Shop");

    @ParameterizedTest
    @CsvSource({"ANY /orders,OPTIONS /orders", "$default,OPTIONS / + OPTIONS /{proxy+}"})
    void aRouteThatWouldRefuseItGetsARouteThatDoesNot(String key, String preflights) {
        Synthesized shop = withCors(key, true);

        for (String preflight : preflights.split(" \\+ ", -1)) {
            Map<String, Object> properties = object(shop.route(preflight), "Properties");
            assertThat(properties)
                    .containsEntry("AuthorizationType", "NONE")
                    .containsEntry(
                            "Target", object(shop.route(key), "Properties").get("Target"));
            assertThat(object(shop.route(preflight), "Metadata").get("SecureHttpApi"))
                    .hasToString("{PublicAccess={Reason=CORS preflight for " + key + ", sent without credentials}}");
        }
        assertThat(shop.resources("AWS::ApiGatewayV2::Route")).hasSize(1 + preflights.split(" \\+ ", -1).length);
    }

    @Test
    void aPublicRouteNeedsNone() {
        assertThat(withCors("ANY /orders", false).resources("AWS::ApiGatewayV2::Route"))
                .hasSize(1);
    }

    @Test
    void withoutOriginsThereIsNone() {
        Synthesized shop = Synthesized.of(each -> SecureHttpApi.Builder.create(each, "Api")
                .defaultAuthorizer(Synthesized.authorizer())
                .build()
                .addRoute(SecureRoute.defaultRoute()
                        .handler(function(each, "Orders"))
                        .build()));

        assertThat(shop.resources("AWS::ApiGatewayV2::Route")).hasSize(1);
    }

    @Test
    void browsersAreToldOfEveryMethodThatAnyTakes() {
        assertThat(object(withCors("ANY /orders", true).only("AWS::ApiGatewayV2::Api"), "CorsConfiguration"))
                .containsEntry("AllowMethods", List.of("DELETE", "GET", "HEAD", "PATCH", "POST", "PUT"));
    }

    @Test
    void anOptionsRouteOfOnesOwnIsLeftAlone() {
        SecureHttpApi api = api(stack);
        api.addRoute(SecureRoute.options("/orders")
                .handler(function(stack, "Preflight"))
                .publicAccess(PublicAccess.because("preflight"))
                .build());
        api.addRoute(
                SecureRoute.any("/orders").handler(function(stack, "Orders")).build());

        assertThat(api.getHttpApi().getNode().getChildren())
                .extracting(child -> child.getNode().getId())
                .contains("OPTIONS--orders", "ANY--orders");
    }

    /** It would take the place of the one that answers without credentials. */
    @Test
    void anOptionsRouteWithAnAuthorizerIsRefused() {
        SecureHttpApi api = api(stack);
        SecureRoute route = SecureRoute.options("/orders")
                .handler(function(stack, "Orders"))
                .build();

        assertThatIllegalStateException()
                .isThrownBy(() -> api.addRoute(route))
                .withMessage("route 'OPTIONS /orders' must be public while origins are allowed, got an authorizer:"
                        + " browsers send preflight without credentials; drop the route, which the gateway answers"
                        + " itself, or pass publicAccess(…)");
    }

    @Test
    void addedAfterwardsItIsRefused() {
        SecureHttpApi api = api(stack);
        api.addRoute(
                SecureRoute.any("/orders").handler(function(stack, "Orders")).build());
        SecureRoute own = SecureRoute.options("/orders")
                .handler(function(stack, "Preflight"))
                .publicAccess(PublicAccess.because("preflight"))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.addRoute(own))
                .withMessage(
                        "route key must be new to the API, got 'OPTIONS /orders', which came with 'ANY /orders' for"
                                + " preflight: add your own before that route");
    }

    private Synthesized withCors(String key, boolean authorized) {
        return Synthesized.of(each -> {
            SecureRoute.Builder route =
                    key.equals("$default") ? SecureRoute.defaultRoute() : SecureRoute.any("/orders");
            if (!authorized) {
                route.publicAccess(PublicAccess.because("catalogue"));
            }
            api(each).addRoute(route.handler(function(each, "Orders")).build());
        });
    }

    private SecureHttpApi api(Stack scope) {
        return SecureHttpApi.Builder.create(scope, "Api")
                .allowedOrigins(List.of("https://shop.example.com"))
                .defaultAuthorizer(Synthesized.authorizer())
                .build();
    }
}
