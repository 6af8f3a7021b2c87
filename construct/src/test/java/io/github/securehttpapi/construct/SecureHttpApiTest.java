package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.function;
import static io.github.securehttpapi.construct.Synthesized.object;
import static io.github.securehttpapi.construct.Synthesized.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.securehttpapi.review.ApiRequirement;
import io.github.securehttpapi.testing.Snapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

final class SecureHttpApiTest {
    private static final PublicAccess PUBLIC = PublicAccess.because("catalogue is on the web site too");

    @Test
    void everyConstructIdIsGuarded() {
        Snapshot.named("shop").assertMatches(shop().template());
    }

    @Test
    void twoApisFitIntoOneStack() {
        Synthesized both = Synthesized.of(stack -> {
            Function orders = function(stack, "Orders");
            for (String id : List.of("Inner", "Outer")) {
                SecureHttpApi.Builder.create(stack, id)
                        .build()
                        .addRoute(SecureRoute.get("/orders")
                                .handler(orders)
                                .publicAccess(PUBLIC)
                                .build());
            }
        });

        assertThat(object(both.template(), "Outputs")).containsOnlyKeys("InnerUrl", "OuterUrl");
        assertThat(both.resources("AWS::ApiGatewayV2::Api").values())
                .extracting(api -> object(api, "Properties").get("Name"))
                .containsExactlyInAnyOrder("Shop-Inner", "Shop-Outer");
        assertThat(both.resources("AWS::Lambda::Permission")).hasSize(2);
    }

    @Nested
    final class AddedRoutes {
        @Test
        void theSameRouteKeyTwiceIsRefused() {
            Stack stack = new Stack(new App(), "Shop");
            SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api").build();
            Function orders = function(stack, "Orders");
            SecureRoute route = SecureRoute.get("/orders")
                    .handler(orders)
                    .publicAccess(PUBLIC)
                    .build();
            api.addRoute(route);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> api.addRoute(route))
                    .withMessage("route key must be new to the API, got 'GET /orders' a second time: drop one of the"
                            + " two routes");
        }

        /** The CDK gives the first two the same construct id, and the next two another one. */
        @Test
        void hyphensAreNoSlashes() {
            Synthesized api = Synthesized.of(stack -> {
                SecureHttpApi hyphens =
                        SecureHttpApi.Builder.create(stack, "Api").build();
                Function orders = function(stack, "Orders");
                for (String path : List.of("/a/b", "/a--b", "/a-/b", "/a/-b", "/a-b")) {
                    hyphens.addRoute(SecureRoute.get(path)
                            .handler(orders)
                            .publicAccess(PUBLIC)
                            .build());
                }
            });

            assertThat(api.resources("AWS::ApiGatewayV2::Route")).hasSize(5);
        }

        @Test
        void theCdksOwnRouteIsHandedOut() {
            Stack stack = new Stack(new App(), "Shop");

            HttpRoute route = SecureHttpApi.Builder.create(stack, "Api")
                    .build()
                    .addRoute(SecureRoute.get("/orders")
                            .handler(function(stack, "Orders"))
                            .publicAccess(PUBLIC)
                            .build());

            assertThat(route.getPath()).isEqualTo("/orders");
        }
    }

    @Nested
    final class Options {
        @Test
        void theApisLimitsCanBeChosen() {
            Synthesized api = Synthesized.of(stack -> SecureHttpApi.Builder.create(stack, "Api")
                    .throttle(ThrottleSettings.builder()
                            .rateLimit(0.5)
                            .burstLimit(1)
                            .build())
                    .build());

            assertThat(object(api.only("AWS::ApiGatewayV2::Stage"), "DefaultRouteSettings"))
                    .containsEntry("ThrottlingBurstLimit", 1)
                    .containsEntry("ThrottlingRateLimit", 0.5);
        }

        @Test
        void theApisLimitsAreChecked() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SecureHttpApi.Builder.create(new Stack(new App(), "Shop"), "Api")
                            .throttle(ThrottleSettings.builder()
                                    .rateLimit(0)
                                    .burstLimit(1)
                                    .build()))
                    .withMessage(
                            "rateLimit in throttle of the API must be above 0 requests per second, got '0': 0 would"
                                    + " answer 429 to every call");
        }

        @Test
        void whatAnHttpApiCannotDoIsRefused() {
            SecureHttpApi.Builder api = SecureHttpApi.Builder.create(new Stack(new App(), "Shop"), "Api");

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> api.requirements(ApiRequirement.WAF))
                    .withMessageContaining("WAF");
            assertThat(api.requirements(ApiRequirement.JWT_AUTHORIZER)).isSameAs(api);
        }

        @Test
        void theNameCanBeChosen() {
            Synthesized api = Synthesized.of(stack ->
                    SecureHttpApi.Builder.create(stack, "Api").apiName("shop").build());

            assertThat(api.only("AWS::ApiGatewayV2::Api")).containsEntry("Name", "shop");
        }

        @Test
        void theDescriptionCanBeAsLongAsApiGatewayTakes() {
            String text = "d".repeat(1024);
            Synthesized api = Synthesized.of(stack ->
                    SecureHttpApi.Builder.create(stack, "Api").description(text).build());

            assertThat(api.only("AWS::ApiGatewayV2::Api")).containsEntry("Description", text);
        }

        @Test
        void aLongerDescriptionIsRefused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SecureHttpApi.Builder.create(new Stack(new App(), "Shop"), "Api")
                            .description("d".repeat(1025)))
                    .withMessage("description must be no more than 1024 characters, got '1025': shorten it");
        }

        @Test
        void aDescriptionMayComeFromAParameter() {
            Synthesized api = Synthesized.of(stack -> SecureHttpApi.Builder.create(stack, "Api")
                    .description(CfnParameter.Builder.create(stack, "Purpose")
                            .build()
                            .getValueAsString())
                    .build());

            assertThat(api.only("AWS::ApiGatewayV2::Api")).containsEntry("Description", Map.of("Ref", "Purpose"));
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 129})
        void aNameThatApiGatewayRefusesIsRefused(int length) {
            String name = "n".repeat(length);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SecureHttpApi.Builder.create(new Stack(new App(), "Shop"), "Api")
                            .apiName(name))
                    .withMessage("apiName must be 1 to 128 characters, got '%s': choose another one", name);
        }

        /** A stack's name alone may have 128 characters. */
        @Test
        void aDefaultNameThatIsTooLongIsRefused() {
            Stack stack = new Stack(new App(), "S".repeat(125));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SecureHttpApi.Builder.create(stack, "Api").build())
                    .withMessage(
                            "apiName must be 1 to 128 characters, got '%s-Api': pass a shorter one than the default to"
                                    + " apiName(…)",
                            stack.getStackName());
        }
    }

    @Nested
    final class Outputs {
        @Test
        void theUrlIsAnOutputThatEndsInASlash() {
            Map<String, Object> url = object(object(shop().template(), "Outputs"), "ApiUrl");

            assertThat(url.get("Value"))
                    .asString()
                    .startsWith("{Fn::Join=[, [https://, {Ref=ApiHttpApi")
                    .endsWith(", {Ref=AWS::URLSuffix}, /]]}");
        }

        @Test
        void theOutputOfAnApiFurtherDownIsNamedAfterItsPath() {
            Synthesized api =
                    Synthesized.of(stack -> SecureHttpApi.Builder.create(new Construct(stack, "Backend"), "Api")
                            .build());

            assertThat(object(api.template(), "Outputs")).containsOnlyKeys("BackendApiUrl");
        }
    }
}
