package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.object;
import static io.github.securehttpapi.construct.Synthesized.shop;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RouteThrottlesTest {
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
                        Map.of("DetailedMetricsEnabled", true, "ThrottlingBurstLimit", 5, "ThrottlingRateLimit", 2)));
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
