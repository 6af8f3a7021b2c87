package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.authorizer;
import static io.github.securehttpapi.construct.Synthesized.function;
import static io.github.securehttpapi.construct.Synthesized.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpIamAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpNoneAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteAuthorizerConfig;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;

final class DefaultAuthorizationTest {
    private static final List<String> SCOPES = List.of("orders/read", "orders/admin");

    private final Stack stack = new Stack(new App(), "Shop");

    @Nested
    final class DefaultScopes {
        @Test
        void areThoseOfARouteThatNamesNone() {
            assertThat(route("GET /orders", route -> route)).containsEntry("AuthorizationScopes", SCOPES);
        }

        @Test
        void areThoseOfARouteThatTheCdksShortcutDoesNotDefine() {
            assertThat(route("GET /orders/{id}", route -> route)).containsEntry("AuthorizationScopes", SCOPES);
        }

        @Test
        void areReplacedByARoutesOwn() {
            assertThat(route("GET /orders", route -> route.authorizationScopes(List.of("orders/write"))))
                    .containsEntry("AuthorizationScopes", List.of("orders/write"));
        }

        @Test
        void areNotThoseOfARouteWithAnAuthorizerOfItsOwn() {
            assertThat(route("GET /orders", route -> route.authorizer(new HttpIamAuthorizer())))
                    .containsEntry("AuthorizationType", "AWS_IAM")
                    .doesNotContainKey("AuthorizationScopes");
        }

        @Test
        void areNotThoseOfARouteThatNamesTheDefaultAuthorizerItself() {
            IHttpRouteAuthorizer jwt = authorizer();

            Synthesized shop = Synthesized.of(each -> SecureHttpApi.Builder.create(each, "Api")
                    .defaultAuthorizer(jwt)
                    .defaultAuthorizationScopes(SCOPES)
                    .build()
                    .addRoute(SecureRoute.get("/orders")
                            .handler(function(each, "Orders"))
                            .authorizer(jwt)
                            .build()));

            assertThat(object(shop.route("GET /orders"), "Properties"))
                    .containsEntry("AuthorizationType", "JWT")
                    .doesNotContainKey("AuthorizationScopes");
        }

        /** API Gateway refuses scopes on a route of the type NONE, at deployment. */
        @Test
        void areNotThoseOfAPublicRoute() {
            assertThat(route("GET /orders", route -> route.publicAccess(PublicAccess.because("test"))))
                    .containsEntry("AuthorizationType", "NONE")
                    .doesNotContainKey("AuthorizationScopes");
        }

        @Test
        void areNotThoseOfARouteThatCameForPreflight() {
            Synthesized shop = Synthesized.of(each -> SecureHttpApi.Builder.create(each, "Api")
                    .allowedOrigins(List.of("https://shop.example.com"))
                    .defaultAuthorizer(authorizer())
                    .defaultAuthorizationScopes(SCOPES)
                    .build()
                    .addRoute(SecureRoute.any("/orders")
                            .handler(function(each, "Orders"))
                            .build()));

            assertThat(object(shop.route("ANY /orders"), "Properties")).containsEntry("AuthorizationScopes", SCOPES);
            assertThat(object(shop.route("OPTIONS /orders"), "Properties")).doesNotContainKey("AuthorizationScopes");
        }

        @Test
        void keepIdTokensOutSoThatNothingIsSaidOfThem() {
            SecureHttpApi.Builder.create(stack, "Api")
                    .defaultAuthorizer(authorizer())
                    .defaultAuthorizationScopes(SCOPES)
                    .build()
                    .addRoute(SecureRoute.get("/orders")
                            .handler(function(stack, "Orders"))
                            .build());

            Annotations.fromStack(stack).hasNoInfo("*", Match.anyValue());
        }

        private Map<String, Object> route(String key, UnaryOperator<SecureRoute.Builder> settings) {
            Synthesized shop = Synthesized.of(each -> SecureHttpApi.Builder.create(each, "Api")
                    .defaultAuthorizer(authorizer())
                    .defaultAuthorizationScopes(SCOPES)
                    .build()
                    .addRoute(settings.apply(SecureRoute.get(key.substring(4)).handler(function(each, "Orders")))
                            .build()));
            return object(shop.route(key), "Properties");
        }
    }

    @Nested
    final class Refused {
        @Test
        void withoutADefaultAuthorizer() {
            SecureHttpApi.Builder api =
                    SecureHttpApi.Builder.create(stack, "Api").defaultAuthorizationScopes(SCOPES);

            assertThatIllegalStateException()
                    .isThrownBy(api::build)
                    .withMessage("defaultAuthorizationScopes must go with a default authorizer, got none: pass"
                            + " defaultAuthorizer(…), or give scopes to the routes that have an authorizer");
            assertThat(stack.getNode().tryFindChild("Api")).isNull();
        }

        @Test
        void withAnAuthorizerThatIsNotForJwts() {
            SecureHttpApi.Builder api = SecureHttpApi.Builder.create(stack, "Api")
                    .defaultAuthorizationScopes(SCOPES)
                    .defaultAuthorizer(new HttpIamAuthorizer());

            assertThatIllegalStateException()
                    .isThrownBy(api::build)
                    .withMessage(
                            "defaultAuthorizationScopes must go with a JWT authorizer, got HttpIamAuthorizer: drop"
                                    + " them, or pass an HttpJwtAuthorizer or an HttpUserPoolAuthorizer to defaultAuthorizer(…)");
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            api.defaultAuthorizer(new HttpNoneAuthorizer()).build())
                    .withMessageStartingWith(
                            "defaultAuthorizationScopes must go with a JWT authorizer, got HttpNoneAuthorizer");
        }

        /** It shows what it is once it is bound to a route. */
        @Test
        void withAnAuthorizerOfOnesOwnThatIsNotForJwts() {
            SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api")
                    .defaultAuthorizationScopes(SCOPES)
                    .defaultAuthorizer(options -> HttpRouteAuthorizerConfig.builder()
                            .authorizationType("AWS_IAM")
                            .build())
                    .build();

            assertThatIllegalStateException()
                    .isThrownBy(() -> api.addRoute(SecureRoute.get("/orders")
                            .handler(function(stack, "Orders"))
                            .build()))
                    .withMessageMatching(
                            "authorizationScopes of route 'GET /orders' must go with a JWT authorizer, got .+:"
                                    + " drop them, or the API's default ones, or pass an HttpJwtAuthorizer or an"
                                    + " HttpUserPoolAuthorizer");
        }

        @Test
        void likeThoseOfARoute() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SecureHttpApi.Builder.create(stack, "Api")
                            .defaultAuthorizationScopes(List.of("orders/read orders/write")))
                    .withMessage("defaultAuthorizationScopes must be words, got 'orders/read orders/write': no token"
                            + " carries such a scope");
        }
    }
}
