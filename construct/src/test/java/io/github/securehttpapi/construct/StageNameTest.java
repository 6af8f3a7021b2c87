package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.function;
import static io.github.securehttpapi.construct.Synthesized.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.sns.Topic;

final class StageNameTest {
    private static final PublicAccess PUBLIC = PublicAccess.because("catalogue is on the web site too");

    @Test
    void theUrlOfANamedStageEndsInASlashToo() {
        assertThat(url(named("prod_eu-1"))).startsWith("{Fn::Join=[, [https://").endsWith("/prod_eu-1/]]}");
    }

    @Test
    void theDefaultStageCanBeNamed() {
        Synthesized api = named("$default");

        assertThat(api.only("AWS::ApiGatewayV2::Stage")).containsEntry("StageName", "$default");
        assertThat(url(api)).endsWith("{Ref=AWS::URLSuffix}, /]]}");
    }

    @Test
    void theNameCanComeFromAParameter() {
        Synthesized api = Synthesized.of(stack -> {
            CfnParameter name = CfnParameter.Builder.create(stack, "StageName").build();
            SecureHttpApi.Builder.create(stack, "Api")
                    .stageName(name.getValueAsString())
                    .build();
        });

        assertThat(api.only("AWS::ApiGatewayV2::Stage")).containsEntry("StageName", Map.of("Ref", "StageName"));
        assertThat(url(api)).endsWith("{Ref=StageName}, /]]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "$prod", "prod eu", "prod/eu", "prod.eu", "pröd"})
    void aNameThatApiGatewayRefusesIsRefused(String name) {
        refused(name);
    }

    @Test
    void soIsOneThatIsTooLong() {
        SecureHttpApi.Builder api = SecureHttpApi.Builder.create(new Stack(new App(), "Shop"), "Api");

        assertThat(api.stageName("s".repeat(128))).isSameAs(api);
        refused("s".repeat(129));
    }

    /** What names the stage elsewhere: the alarms' metrics. What does not: the permission, which is for all stages. */
    @Test
    void whatDependsOnTheStageFits() {
        Synthesized api = Synthesized.of(stack -> {
            SecureHttpApi prod =
                    SecureHttpApi.Builder.create(stack, "Api").stageName("prod").build();
            prod.addRoute(SecureRoute.get("/catalogue")
                    .handler(function(stack, "Catalogue"))
                    .publicAccess(PUBLIC)
                    .throttle(ThrottleSettings.builder()
                            .rateLimit(2)
                            .burstLimit(5)
                            .build())
                    .build());
            ApiAlarms.Builder.create(stack, "Alarms")
                    .api(prod)
                    .topic(Topic.Builder.create(stack, "OnCall").build())
                    .build();
        });

        assertThat(api.only("AWS::ApiGatewayV2::Stage"))
                .containsEntry("StageName", "prod")
                .containsEntry(
                        "RouteSettings",
                        Map.of(
                                "GET /catalogue",
                                Map.of(
                                        "DetailedMetricsEnabled",
                                        true,
                                        "ThrottlingBurstLimit",
                                        5,
                                        "ThrottlingRateLimit",
                                        2)))
                .containsKey("AccessLogSettings");
        assertThat(api.resources("AWS::CloudWatch::Alarm").values())
                .hasSize(4)
                .allSatisfy(alarm -> assertThat(object(alarm, "Properties").get("Metrics"))
                        .asString()
                        .contains("{Name=Stage, Value=prod}"));
        assertThat(api.only("AWS::Lambda::Permission").get("SourceArn"))
                .asString()
                .endsWith("/*]]}");
    }

    private static Synthesized named(String stage) {
        return Synthesized.of(stack ->
                SecureHttpApi.Builder.create(stack, "Api").stageName(stage).build());
    }

    private static String url(Synthesized api) {
        Object value = object(object(api.template(), "Outputs"), "ApiUrl").get("Value");
        return String.valueOf(value);
    }

    private static void refused(String name) {
        SecureHttpApi.Builder api = SecureHttpApi.Builder.create(new Stack(new App(), "Shop"), "Api");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.stageName(name))
                .withMessage(
                        "stageName must be '$default', or 1 to 128 letters, digits, hyphens and underscores, got"
                                + " '%s': choose another one",
                        name);
    }
}
