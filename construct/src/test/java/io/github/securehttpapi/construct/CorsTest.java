package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.object;
import static io.github.securehttpapi.construct.Synthesized.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

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

    @Test
    void theShortPathIsThatOfTheOriginsAlone() {
        List<String> origins = List.of("https://shop.example.com");

        assertThat(cors(api -> api.cors(Cors.allowedOrigins(origins))))
                .isEqualTo(cors(api -> api.allowedOrigins(origins)))
                .doesNotContainKey("AllowCredentials");
    }

    @Test
    void withoutOriginsThereIsNone() {
        Synthesized api = Synthesized.of(stack -> SecureHttpApi.Builder.create(stack, "Api")
                .cors(Cors.allowedOrigins(List.of()).allowCredentials())
                .build());

        assertThat(api.only("AWS::ApiGatewayV2::Api")).doesNotContainKey("CorsConfiguration");
    }

    @Test
    void everySettingIsRendered() {
        Synthesized shop = Synthesized.of(stack -> {
            // snippet:cors
            SecureHttpApi.Builder.create(stack, "Api")
                    .cors(Cors.allowedOrigins(List.of("https://shop.example.com"))
                            .allowedHeaders(List.of("x-tenant-id"))
                            .exposedHeaders(List.of("etag"))
                            .allowCredentials()
                            .maxAge(Duration.hours(1)))
                    .build();
            // end
        });

        assertThat(object(shop.only("AWS::ApiGatewayV2::Api"), "CorsConfiguration"))
                .containsOnly(
                        Map.entry("AllowOrigins", List.of("https://shop.example.com")),
                        Map.entry("AllowMethods", List.of()),
                        Map.entry(
                                "AllowHeaders",
                                List.of("authorization", "content-type", "x-request-id", "x-tenant-id")),
                        Map.entry("ExposeHeaders", List.of("x-request-id", "apigw-requestid", "etag")),
                        Map.entry("AllowCredentials", true),
                        Map.entry("MaxAge", 3600));
    }

    @Test
    void aSettingLeavesTheOthersAlone() {
        Cors cors = Cors.allowedOrigins(List.of("https://shop.example.com"))
                .maxAge(Duration.hours(1))
                .allowedHeaders(List.of("x-a"))
                .exposedHeaders(List.of("etag"))
                .developmentOrigins(List.of("http://localhost:5173"))
                .exposedHeaders(List.of("x-c"))
                .allowedHeaders(List.of("x-b"));

        assertThat(cors.origins()).containsExactly("https://shop.example.com", "http://localhost:5173");
        assertThat(cors.allowedHeaders()).endsWith("x-a", "x-b");
        assertThat(cors.exposedHeaders()).endsWith("etag", "x-c");
        assertThat(cors.maxAge().toSeconds()).isEqualTo(3600);
        assertThat(cors.allowsCredentials()).isFalse();
    }

    @Test
    void instancesAreImmutable() {
        List<String> origins = new ArrayList<>(List.of("https://shop.example.com"));
        Cors cors = Cors.allowedOrigins(origins);
        origins.add("*");
        Cors changed = cors.developmentOrigins(List.of("http://localhost:5173")).allowedHeaders(List.of("x-a"));

        assertThat(changed).isNotSameAs(cors);
        assertThat(cors.origins()).containsExactly("https://shop.example.com");
        assertThat(cors.allowedHeaders()).doesNotContain("x-a");
    }

    @Test
    void givenWithTheShortPathItIsRefused() {
        Stack stack = new Stack(new App(), "Shop");
        SecureHttpApi.Builder api = SecureHttpApi.Builder.create(stack, "Api")
                .allowedOrigins(List.of("https://shop.example.com"))
                .cors(Cors.allowedOrigins(List.of("https://admin.example.com")));

        assertThatIllegalStateException()
                .isThrownBy(api::build)
                .withMessage("cors must come without allowedOrigins, got both: name all origins in"
                        + " Cors.allowedOrigins(…)");
        assertThat(stack.getNode().getChildren()).isEmpty();
    }

    @Nested
    final class MaxAge {
        private final Cors cors = Cors.allowedOrigins(List.of("https://shop.example.com"));

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 86_400})
        void isWhatApiGatewayTakes(int seconds) {
            assertThat(cors(api -> api.cors(cors.maxAge(Duration.seconds(seconds)))))
                    .containsEntry("MaxAge", seconds);
        }

        @ParameterizedTest
        @ValueSource(longs = {86_400_001, 86_401_000, 1_500, 1})
        void isNothingElse(long millis) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cors.maxAge(Duration.millis(millis)))
                    .withMessage("maxAge must be whole seconds from 0 to 86400, got '" + millis
                            + " ms': API Gateway takes no more than a day, and browsers keep less");
        }

        @Test
        void isKnownAtSynthesis() {
            Duration unresolved = Duration.seconds(Token.asNumber(Map.of("Ref", "MaxAge")));

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cors.maxAge(unresolved))
                    .withMessage("maxAge must be known at synthesis, got an unresolved value: write it as a literal");
        }
    }

    @Nested
    final class ForDevelopment {
        private final Stack stack = new Stack(new App(), "Shop");

        @Test
        void originsComeAfterTheOthers() {
            assertThat(cors(api -> api.cors(Cors.allowedOrigins(List.of("https://shop.example.com"))
                            .developmentOrigins(List.of("http://localhost:5173"))
                            .developmentOrigins(List.of("http://127.0.0.1:5173", "http://localhost:5173")))))
                    .containsEntry(
                            "AllowOrigins",
                            List.of("https://shop.example.com", "http://localhost:5173", "http://127.0.0.1:5173"));
        }

        @Test
        void originsCanBeLeftOutInProduction() {
            boolean production = false;
            // snippet:development
            Cors cors = Cors.allowedOrigins(List.of("https://shop.example.com"));
            if (!production) {
                cors = cors.developmentOrigins(List.of("http://localhost:5173"));
            }
            // end

            assertThat(cors.origins()).containsExactly("https://shop.example.com", "http://localhost:5173");
        }

        @Test
        void originsMayBeTheOnlyOnes() {
            assertThat(cors(api -> api.cors(
                            Cors.allowedOrigins(List.of()).developmentOrigins(List.of("http://localhost:5173")))))
                    .containsEntry("AllowOrigins", List.of("http://localhost:5173"));
        }

        @Test
        void synthesisWarnsOfThem() {
            api("http://localhost:5173", "http://127.0.0.1:5173");

            Annotations.fromStack(stack)
                    .hasWarning(
                            "/Shop/Api",
                            "browsers let pages of 'http://localhost:5173', 'http://127.0.0.1:5173' call the API, and"
                                    + " whoever runs a program on a user's machine may serve one there: leave"
                                    + " developmentOrigins(…) out in production, or acknowledge this where it is meant"
                                    + " [ack: SecureHttpApi:DevelopmentOrigins]");
        }

        @Test
        void theWarningCanBeAcknowledged() {
            SecureHttpApi api = api("http://localhost:5173");

            software.amazon.awscdk.Annotations.of(api)
                    .acknowledgeWarning("SecureHttpApi:DevelopmentOrigins", "a stack of the developers' own");

            Annotations.fromStack(stack).hasNoWarning("*", Match.anyValue());
        }

        @Test
        void withoutThemThereIsNoWarning() {
            api();

            Annotations.fromStack(stack).hasNoWarning("*", Match.anyValue());
        }

        private SecureHttpApi api(String... origins) {
            return SecureHttpApi.Builder.create(stack, "Api")
                    .cors(Cors.allowedOrigins(List.of("https://shop.example.com"))
                            .developmentOrigins(List.of(origins)))
                    .build();
        }
    }

    private static Map<String, Object> cors(UnaryOperator<SecureHttpApi.Builder> settings) {
        Synthesized api = Synthesized.of(stack ->
                settings.apply(SecureHttpApi.Builder.create(stack, "Api")).build());
        return object(api.only("AWS::ApiGatewayV2::Api"), "CorsConfiguration");
    }
}
