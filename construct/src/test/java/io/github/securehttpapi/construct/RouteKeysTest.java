package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.lambda.IFunction;

/** What the keys of one API's routes may be beside each other. */
final class RouteKeysTest {
    private final Stack stack = new Stack(new App(), "Shop");
    private final IFunction orders = function(stack, "Orders");
    private final SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api")
            .allowedOrigins(List.of("https://shop.example.com"))
            .build();

    @Nested
    final class VariablesOfOtherNames {
        /** "The provided route key … has a conflicting variable on the same hierarchical level as …", at deployment. */
        @ParameterizedTest
        @CsvSource({
            "/b/{name}, /b/{id}",
            "/b/{name}/c, /b/{id}/c",
            "/b/{x}/c/{y}, /b/{y}/c/{x}",
            "/b/{all+}, /b/{proxy+}"
        })
        void areRefusedWhereNothingElseDiffers(String path, String known) {
            api.addRoute(route(SecureRoute.get(known)));
            SecureRoute second = route(SecureRoute.get(path));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> api.addRoute(second))
                    .withMessage(
                            "route key must differ from all others in more than its variables' names, got 'GET %s' beside"
                                    + " 'GET %s', which matches the same requests: drop one of the two routes, or put a"
                                    + " literal segment into one",
                            path, known);
        }

        @ParameterizedTest
        @CsvSource({"/b/{proxy+}, /b/{id}", "/b/{id}/c, /b/{name}", "/b/{id}/c, /b/{name}/d", "/b/c, /b/{id}"})
        void areFineWhereTheRestDiffers(String path, String known) {
            api.addRoute(route(SecureRoute.get(known)));

            assertThat(api.addRoute(route(SecureRoute.get(path))).getPath()).isEqualTo(path);
        }

        /** Otherwise the new route would come before the old one is gone, and API Gateway would refuse it. */
        @Test
        void changeNoLogicalId() {
            assertThat(withRoute("/b/{name}/c").resources("AWS::ApiGatewayV2::Route"))
                    .containsOnlyKeys(withRoute("/b/{id}/c")
                            .resources("AWS::ApiGatewayV2::Route")
                            .keySet());
        }

        private Synthesized withRoute(String path) {
            return Synthesized.of(scope -> SecureHttpApi.Builder.create(scope, "Api")
                    .scopePermissionsToRoutes(true)
                    .build()
                    .addRoute(SecureRoute.get(path)
                            .handler(function(scope, "Orders"))
                            .publicAccess(PublicAccess.because("test"))
                            .build()));
        }

        @Test
        void areFineUnderAnotherMethod() {
            api.addRoute(route(SecureRoute.get("/b/{id}")));
            api.addRoute(route(SecureRoute.post("/b/{name}")));

            assertThat(api.addRoute(route(SecureRoute.any("/b/{key}"))).getPath())
                    .isEqualTo("/b/{key}");
        }

        /** Otherwise preflight for {@code $default} would define OPTIONS /{proxy+} beside it. */
        @Test
        void answerPreflightAllTheSame() {
            api.addRoute(route(SecureRoute.options("/{all+}")));
            api.addRoute(SecureRoute.defaultRoute()
                    .handler(orders)
                    .authorizer(Synthesized.authorizer())
                    .build());

            assertThat(Synthesized.of(stack)
                            .resources("AWS::ApiGatewayV2::Route")
                            .values())
                    .extracting(route -> Synthesized.object(route, "Properties").get("RouteKey"))
                    .containsExactlyInAnyOrder("OPTIONS /{all+}", "OPTIONS /", "$default");
        }
    }

    @Test
    void anyBesideAMethodIsFine() {
        api.addRoute(route(SecureRoute.any("/b")));

        assertThat(api.addRoute(route(SecureRoute.get("/b"))).getPath()).isEqualTo("/b");
    }

    @Test
    void moreThanThreeHundredAreWarnedOfOnce() {
        for (int i = 0; i < 302; i++) {
            api.addRoute(route(SecureRoute.get("/b/" + i)));
        }

        Annotations.fromStack(stack)
                .hasWarning(
                        "/Shop/Api",
                        "routes must be at most 300 unless AWS has raised the quota for this API, got 'GET /b/300' beyond"
                                + " them: have it raised, which takes an API that is deployed, or serve more with one"
                                + " route [ack: SecureHttpApi:Routes]");
        Annotations.fromStack(stack).hasNoWarning("*", Match.stringLikeRegexp(".*GET /b/301.*"));
    }

    @Test
    void threeHundredAreFine() {
        for (int i = 0; i < 300; i++) {
            api.addRoute(route(SecureRoute.get("/b/" + i)));
        }

        Annotations.fromStack(stack).hasNoWarning("*", Match.anyValue());
    }

    private SecureRoute route(SecureRoute.Builder route) {
        return route.handler(orders).publicAccess(PublicAccess.because("test")).build();
    }
}
