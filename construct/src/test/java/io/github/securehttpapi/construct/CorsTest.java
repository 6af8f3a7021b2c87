package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.object;
import static io.github.securehttpapi.construct.Synthesized.shop;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.CfnParameter;

final class CorsTest {
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
