package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.function;
import static io.github.securehttpapi.construct.Synthesized.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.securehttpapi.testing.Snapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpIamAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpNoneAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteAuthorizerConfig;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

final class SecureHttpApiTest {
    private static final PublicAccess PUBLIC = PublicAccess.because("catalogue is on the web site too");

    @Test
    void everyConstructIdIsGuarded() {
        Snapshot.named("shop").assertMatches(shop().template());
    }

    @Nested
    final class Authorization {
        @Test
        void aRouteWithNeitherAuthorizerNorReasonIsRefused() {
            Stack stack = new Stack(new App(), "Shop");
            SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api").build();
            SecureRoute route = SecureRoute.get("/orders")
                    .handler(function(stack, "Orders"))
                    .build();

            assertThatIllegalStateException()
                    .isThrownBy(() -> api.addRoute(route))
                    .withMessage(
                            "route 'GET /orders' must have an authorizer, got none: pass authorizer(…) to the route"
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
                        .withMessageMatching(
                                "route 'GET /orders' must have an authorizer, got .+, which asks nothing: .+");
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
                    .isThrownBy(() -> api.addRoute(
                            route.authorizer(new HttpIamAuthorizer()).build()))
                    .withMessage("authorizationScopes of route 'GET /orders' must go with a JWT authorizer, got"
                            + " HttpIamAuthorizer: drop them, or pass an HttpJwtAuthorizer or an"
                            + " HttpUserPoolAuthorizer");
            assertThatIllegalStateException()
                    .isThrownBy(() -> api.addRoute(route.authorizer(options -> HttpRouteAuthorizerConfig.builder()
                                    .authorizationType("AWS_IAM")
                                    .build())
                            .build()))
                    .withMessageStartingWith(
                            "authorizationScopes of route 'GET /orders' must go with a JWT authorizer");
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
                            "SecureHttpApi",
                            Map.of("PublicAccess", Map.of("Reason", "catalogue is on the web site too")));
        }

        @Test
        void aProtectedRouteHasNoReason() {
            assertThat(object(shop().route("POST /orders"), "Metadata")).containsOnlyKeys("aws:cdk:path");
        }
    }

    @Nested
    final class Routes {
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
    final class Throttling {
        @Test
        void theStageHasBothLimitsByDefault() {
            Map<String, Object> stage = shop().only("AWS::ApiGatewayV2::Stage");

            assertThat(object(stage, "DefaultRouteSettings"))
                    .containsOnly(
                            Map.entry("DetailedMetricsEnabled", true),
                            Map.entry("ThrottlingBurstLimit", 20),
                            Map.entry("ThrottlingRateLimit", 10));
        }

        @Test
        void aRoutesOwnLimitsReplaceTheStagesAsAWhole() {
            Map<String, Object> stage = shop().only("AWS::ApiGatewayV2::Stage");

            assertThat(object(stage, "RouteSettings"))
                    .containsExactly(Map.entry(
                            "POST /orders",
                            Map.of(
                                    "DetailedMetricsEnabled",
                                    true,
                                    "ThrottlingBurstLimit",
                                    5,
                                    "ThrottlingRateLimit",
                                    2)));
        }

        /** Otherwise the deployment fails: Unable to find Route by key. */
        @Test
        void theStageWaitsForTheRoutesThatItThrottles() {
            Synthesized shop = shop();
            String throttled = shop.resources("AWS::ApiGatewayV2::Route").entrySet().stream()
                    .filter(route -> "POST /orders"
                            .equals(object(route.getValue(), "Properties").get("RouteKey")))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow();

            assertThat(shop.resources("AWS::ApiGatewayV2::Stage").values())
                    .singleElement()
                    .extracting("DependsOn")
                    .isEqualTo(List.of(throttled));
        }

        @Test
        void aStageWithoutThrottledRoutesHasNoRouteSettings() {
            Synthesized api = Synthesized.of(
                    stack -> SecureHttpApi.Builder.create(stack, "Api").build());

            assertThat(api.only("AWS::ApiGatewayV2::Stage")).doesNotContainKey("RouteSettings");
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

        @ParameterizedTest
        @ValueSource(ints = {0, 129})
        void aNameThatApiGatewayRefusesIsRefused(int length) {
            String name = "n".repeat(length);

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SecureHttpApi.Builder.create(new Stack(new App(), "Shop"), "Api")
                            .apiName(name))
                    .withMessage("apiName must be 1 to 128 characters, got '%s': choose another one", name);
        }
    }

    @Nested
    final class Cors {
        @Test
        void isAbsentUntilOriginsAreNamed() {
            Synthesized api = Synthesized.of(
                    stack -> SecureHttpApi.Builder.create(stack, "Api").build());

            assertThat(api.only("AWS::ApiGatewayV2::Api")).doesNotContainKey("CorsConfiguration");
        }

        @Test
        void letsNamedOriginsUseTheMethodsThatRoutesHave() {
            assertThat(object(shop().only("AWS::ApiGatewayV2::Api"), "CorsConfiguration"))
                    .containsOnly(
                            Map.entry("AllowOrigins", List.of("https://shop.example.com")),
                            Map.entry("AllowMethods", List.of("DELETE", "GET", "POST")),
                            Map.entry("AllowHeaders", List.of("authorization", "content-type", "x-request-id")),
                            Map.entry("ExposeHeaders", List.of("x-request-id", "apigw-requestid")),
                            Map.entry("MaxAge", 300));
        }

        @Test
        void aParameterIsHeldToTheSameRule() {
            Synthesized api = Synthesized.of(stack -> SecureHttpApi.Builder.create(stack, "Api")
                    .allowedOrigins(List.of(
                            CfnParameter.Builder.create(stack, "Origin").build().getValueAsString()))
                    .build());

            assertThat(object(object(api.template(), "Parameters"), "Origin"))
                    .containsEntry(
                            "AllowedPattern",
                            "^https://[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[1-9][0-9]{0,4})?$")
                    .containsEntry(
                            "ConstraintDescription", "must be an exact https origin such as https://app.example.com");
        }

        @Test
        void aParametersOwnRuleIsLeftAlone() {
            Synthesized api = Synthesized.of(stack -> SecureHttpApi.Builder.create(stack, "Api")
                    .allowedOrigins(List.of(CfnParameter.Builder.create(stack, "Origin")
                            .allowedPattern("^https://[a-z]+\\.example\\.com$")
                            .build()
                            .getValueAsString()))
                    .build());

            assertThat(object(object(api.template(), "Parameters"), "Origin"))
                    .containsEntry("AllowedPattern", "^https://[a-z]+\\.example\\.com$");
        }
    }

    @Nested
    final class Stages {
        @Test
        void accessIsLoggedAsJsonWithWhatSupportNeeds() {
            Map<String, Object> settings = object(shop().only("AWS::ApiGatewayV2::Stage"), "AccessLogSettings");

            assertThat(settings.get("Format"))
                    .isEqualTo("{\"requestId\":\"$context.requestId\","
                            + "\"extendedRequestId\":\"$context.extendedRequestId\","
                            + "\"routeKey\":\"$context.routeKey\","
                            + "\"httpMethod\":\"$context.httpMethod\","
                            + "\"path\":\"$context.path\","
                            + "\"status\":\"$context.status\","
                            + "\"ip\":\"$context.identity.sourceIp\","
                            + "\"requestTime\":\"$context.requestTime\","
                            + "\"responseLength\":\"$context.responseLength\","
                            + "\"responseLatency\":\"$context.responseLatency\","
                            + "\"integrationLatency\":\"$context.integrationLatency\","
                            + "\"errorMessage\":\"$context.error.message\","
                            + "\"integrationError\":\"$context.integration.error\","
                            + "\"authorizerError\":\"$context.authorizer.error\"}");
        }

        /** A group of a fixed name that outlives its stack makes the next deployment fail: it already exists. */
        @Test
        void theLogGroupOutlivesTheStackUnderANameOfItsOwn() {
            Map<String, Object> logGroup =
                    shop().resources("AWS::Logs::LogGroup").values().iterator().next();

            assertThat(logGroup).containsEntry("DeletionPolicy", "Retain");
            assertThat(object(logGroup, "Properties"))
                    .containsEntry("RetentionInDays", 14)
                    .extractingByKey("LogGroupName")
                    .asString()
                    .startsWith("{Fn::Join=[, [/aws/vendedlogs/http-api/, {Ref=AWS::StackName}, /, {Ref=ApiHttpApi");
        }

        @Test
        void retentionCanBeChosen() {
            Synthesized api = Synthesized.of(stack -> SecureHttpApi.Builder.create(stack, "Api")
                    .accessLogRetention(RetentionDays.ONE_YEAR)
                    .build());

            assertThat(api.only("AWS::Logs::LogGroup")).containsEntry("RetentionInDays", 365);
        }

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
    }

    private static Synthesized shop() {
        return Synthesized.of(stack -> {
            SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api")
                    .allowedOrigins(List.of("https://shop.example.com"))
                    .defaultAuthorizer(Synthesized.authorizer())
                    .build();
            Function orders = function(stack, "Orders");
            api.addRoute(SecureRoute.get("/catalogue")
                    .handler(function(stack, "Catalogue"))
                    .publicAccess(PUBLIC)
                    .build());
            api.addRoute(SecureRoute.get("/orders/{id}").handler(orders).build());
            api.addRoute(SecureRoute.delete("/orders/{id}")
                    .handler(orders)
                    .timeout(Duration.seconds(3))
                    .build());
            api.addRoute(SecureRoute.post("/orders")
                    .handler(orders)
                    .authorizationScopes(List.of("orders/write"))
                    .throttle(ThrottleSettings.builder()
                            .rateLimit(2)
                            .burstLimit(5)
                            .build())
                    .build());
        });
    }
}
