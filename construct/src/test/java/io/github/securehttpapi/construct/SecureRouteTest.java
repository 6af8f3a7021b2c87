package io.github.securehttpapi.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.IFunction;

final class SecureRouteTest {
    private final IFunction function = Synthesized.function(new Stack(new App(), "Shop"), "Orders");

    @Nested
    final class Paths {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/",
                    "/orders",
                    "/orders/{id}",
                    "/orders/{id}/lines/{line}",
                    "/files/{path+}",
                    "/v1.0/a-b_c~d",
                    "/@me"
                })
        void pathsThatApiGatewayTakesAreAccepted(String path) {
            assertThat(SecureRoute.get(path).handler(function).build().key()).hasToString("GET " + path);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        orders          | must start with '/', got 'orders': write '/orders'
                        ''              | must start with '/', got '': write '/'
                        /orders/        | must not end with '/', got '/orders/': drop the trailing slash, which API Gateway tells apart
                        /a/{id}/b/{id}  | must name each variable once, got '/a/{id}/b/{id}': rename one '{id}'
                        /{all+}/b       | must have a greedy variable last, got '/{all+}/b': drop what follows '{all+}'
                        //orders        | must consist of literal segments and whole-segment variables, got '//orders': correct the segment ''
                        /a/b?c=d        | must consist of literal segments and whole-segment variables, got '/a/b?c=d': correct the segment 'b?c=d'
                        /a/../b         | must consist of literal segments and whole-segment variables, got '/a/../b': correct the segment '..'
                        /100%           | must consist of literal segments and whole-segment variables, got '/100%': correct the segment '100%'
                        /a b            | must consist of literal segments and whole-segment variables, got '/a b': correct the segment 'a b'
                        /{id}.json      | must consist of literal segments and whole-segment variables, got '/{id}.json': correct the segment '{id}.json'
                        /{}             | must consist of literal segments and whole-segment variables, got '/{}': correct the segment '{}'
                        /{id            | must consist of literal segments and whole-segment variables, got '/{id': correct the segment '{id'
                        /a*/<b>         | must consist of literal segments and whole-segment variables, got '/a*/<b>': correct the segment '<b>'
                        """)
        void otherPathsAreRefusedWithTheirFix(String path, String complaint) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SecureRoute.get(path))
                    .withMessage("path " + complaint);
        }

        @Test
        void aPathThatOnlyTheDeploymentKnowsIsRefused() {
            String path = "/" + Aws.REGION;

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SecureRoute.get(path))
                    .withMessage("path must be known at synthesis, got '%s': write it as a literal", path);
        }
    }

    @Nested
    final class Limits {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        0    | 5   | rateLimit in throttle of route 'POST /orders' must be above 0 requests per second, got '0.0': 0 would answer 429 to every call
                        -1   | 5   | rateLimit in throttle of route 'POST /orders' must be above 0 requests per second, got '-1.0': 0 would answer 429 to every call
                        2    | 0   | burstLimit in throttle of route 'POST /orders' must be a whole number of requests from 1, got '0.0': it is how many may arrive at once
                        2    | 1.5 | burstLimit in throttle of route 'POST /orders' must be a whole number of requests from 1, got '1.5': it is how many may arrive at once
                        2    |     | throttle of route 'POST /orders' must set rateLimit and burstLimit, got no burstLimit: API Gateway may take a missing one for 0
                             | 5   | throttle of route 'POST /orders' must set rateLimit and burstLimit, got no rateLimit: API Gateway may take a missing one for 0
                        """)
        void aThrottleThatWouldNotWorkIsRefused(Double rate, Double burst, String message) {
            SecureRoute.Builder route = SecureRoute.post("/orders")
                    .handler(function)
                    .throttle(ThrottleSettings.builder()
                            .rateLimit(rate)
                            .burstLimit(burst)
                            .build());

            assertThatIllegalArgumentException().isThrownBy(route::build).withMessage(message);
        }

        @ParameterizedTest
        @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
        void aRateThatIsNoNumberIsRefused(double rate) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Throttle.require(
                            new ThrottleSettings() {
                                @Override
                                public Number getRateLimit() {
                                    return rate;
                                }

                                @Override
                                public Number getBurstLimit() {
                                    return 5;
                                }
                            },
                            "throttle"))
                    .withMessageStartingWith("rateLimit in throttle must be above 0");
        }

        @Test
        void aRateBelowOneIsFine() {
            assertThat(SecureRoute.post("/orders")
                            .handler(function)
                            .throttle(ThrottleSettings.builder()
                                    .rateLimit(0.5)
                                    .burstLimit(1)
                                    .build())
                            .build()
                            .throttle())
                    .isNotNull();
        }

        @ParameterizedTest
        @ValueSource(longs = {49, 29_001, 30_000})
        void aTimeoutOutOfRangeIsRefused(long millis) {
            SecureRoute.Builder route =
                    SecureRoute.post("/orders").handler(function).timeout(Duration.millis(millis));

            assertThatIllegalArgumentException()
                    .isThrownBy(route::build)
                    .withMessage(
                            "timeout of route 'POST /orders' must be from 50 ms to 29000 ms, got '%d ms': answer 202 and"
                                    + " do the rest later if it takes longer",
                            millis);
        }

        @Test
        void aTimeoutThatOnlyTheDeploymentKnowsIsRefused() {
            CfnParameter seconds = CfnParameter.Builder.create(Stack.of(function), "Seconds")
                    .type("Number")
                    .build();
            SecureRoute.Builder route =
                    SecureRoute.post("/orders").handler(function).timeout(Duration.seconds(seconds.getValueAsNumber()));

            assertThatIllegalArgumentException()
                    .isThrownBy(route::build)
                    .withMessage("timeout of route 'POST /orders' must be known at synthesis, got an unresolved value:"
                            + " write it as a literal");
        }

        @ParameterizedTest
        @ValueSource(longs = {50, 29_000})
        void aTimeoutAtTheEdgeIsFine(long millis) {
            assertThat(SecureRoute.post("/orders")
                            .handler(function)
                            .timeout(Duration.millis(millis))
                            .build()
                            .integration())
                    .isEqualTo(new RouteIntegration.OfFunction(function, new IntegrationTimeout(millis)));
        }
    }

    @Nested
    final class Scopes {
        @Test
        void tenAreFine() {
            assertThat(route().authorizationScopes(scopes(10)).build().authorizationScopes())
                    .hasSize(10);
        }

        @Test
        void moreThanAnHttpApiTakesAreRefused() {
            assertRefused(
                    scopes(11),
                    "authorizationScopes of route 'GET /orders' must be at most 10, got '11': any one of them suffices, so"
                            + " name one that all callers have");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "orders/read orders/write", "orders/read\t"})
        void whatNoTokenCarriesIsRefused(String scope) {
            assertRefused(
                    List.of("orders/read", scope),
                    "authorizationScopes of route 'GET /orders' must be words, got '" + scope
                            + "': no token carries such a scope");
        }

        @Test
        void theSameTwiceIsRefused() {
            assertRefused(
                    List.of("orders/read", "orders/write", "orders/read"),
                    "authorizationScopes of route 'GET /orders' must be named once each, got 'orders/read' a second time:"
                            + " drop it");
        }

        @Test
        void aListThatOnlyTheDeploymentKnowsIsFine() {
            List<String> scopes = CfnParameter.Builder.create(Stack.of(function), "Scopes")
                    .type("CommaDelimitedList")
                    .build()
                    .getValueAsList();

            assertThat(route().authorizationScopes(scopes).build().authorizationScopes())
                    .isEqualTo(scopes);
        }

        private void assertRefused(List<String> scopes, String message) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> route().authorizationScopes(scopes))
                    .withMessage(message);
        }

        private SecureRoute.Builder route() {
            return SecureRoute.get("/orders").handler(function);
        }

        private List<String> scopes(int count) {
            return IntStream.range(0, count).mapToObj(i -> "orders/" + i).toList();
        }
    }

    @Nested
    final class Access {
        @Test
        void aRouteThatIsBothPublicAndAuthorizedIsRefused() {
            SecureRoute.Builder route = SecureRoute.get("/orders")
                    .handler(function)
                    .publicAccess(PublicAccess.because("why not"))
                    .authorizer(Synthesized.authorizer());

            assertThatIllegalStateException()
                    .isThrownBy(route::build)
                    .withMessage("route 'GET /orders' must be public or authorized, got both: drop publicAccess(…), or"
                            + " authorizer(…) and authorizationScopes(…)");
        }

        /** API Gateway refuses scopes on a route without an authorizer, at deployment. */
        @Test
        void scopesOnAPublicRouteAreRefused() {
            SecureRoute.Builder route = SecureRoute.get("/orders")
                    .handler(function)
                    .publicAccess(PublicAccess.because("why not"))
                    .authorizationScopes(List.of("orders/read"));

            assertThatIllegalStateException()
                    .isThrownBy(route::build)
                    .withMessageStartingWith("route 'GET /orders' must be public or authorized, got both");
        }
    }

    @Test
    void aRouteThatNothingAnswersIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SecureRoute.get("/orders").build())
                .withMessage("route 'GET /orders' must have a handler or an integration, got neither: pass the function"
                        + " with handler(…)");
    }

    @ParameterizedTest
    @CsvSource({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "ANY"})
    void everyMethodHasItsFactory(String method) {
        SecureRoute.Builder route = switch (method) {
            case "GET" -> SecureRoute.get("/x");
            case "HEAD" -> SecureRoute.head("/x");
            case "POST" -> SecureRoute.post("/x");
            case "PUT" -> SecureRoute.put("/x");
            case "PATCH" -> SecureRoute.patch("/x");
            case "OPTIONS" -> SecureRoute.options("/x");
            case "ANY" -> SecureRoute.any("/x");
            default -> SecureRoute.delete("/x");
        };

        assertThat(route.handler(function).build().key()).hasToString(method + " /x");
    }
}
