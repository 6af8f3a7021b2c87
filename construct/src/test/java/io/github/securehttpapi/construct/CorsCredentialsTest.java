package io.github.securehttpapi.construct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.Bucket;

final class CorsCredentialsTest {
    private final Stack stack = new Stack(new App(), "Shop");

    @Test
    void areRefusedForPagesOfADevelopersMachineInEitherOrder() {
        List<String> development = List.of("http://localhost:5173");
        Cors origins = Cors.allowedOrigins(List.of("https://shop.example.com"));

        assertThat(List.<Runnable>of(
                        () -> origins.developmentOrigins(development).allowCredentials(),
                        () -> origins.allowCredentials().developmentOrigins(development)))
                .allSatisfy(combination -> assertThatIllegalStateException()
                        .isThrownBy(combination::run)
                        .withMessage("developmentOrigins must come without credentials, got"
                                + " 'http://localhost:5173' and allowCredentials(): any page there would act as"
                                + " whoever is logged in; serve yours through the API's own origin with the"
                                + " development server's proxy, or from https and name it in allowedOrigins"));
    }

    @Test
    void areAllowedToWhatAParameterWithOurPatternHolds() {
        CfnParameter parameter = CfnParameter.Builder.create(stack, "Origin").build();
        Cors.allowedOrigins(List.of(parameter.getValueAsString())).allowCredentials();

        assertThat(parameter.getAllowedPattern()).startsWith("^https://[a-z0-9](");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', textBlock = """
            .* https://shop.example.com true
            .* https://shop.example.com:8443 true
            .* * false
            .* https://* false
            .* http://* false
            .* https://*.example.com false
            .* http://shop.example.com false
            .* http://localhost:5173 false
            .* https://shop.example.com/ false
            .*|x x false
            .*|x https://shop.example.com true
            ^https://([a-z])\\1\\.example$ https://aa.example true
            ^https://([a-z])\\1\\.example$ https://ab.example false
            ^https://[a-z]+\\.example\\.com$ https://shop.example.org false
            """)
    void aParametersOwnPatternIsNarrowedToExactOrigins(String pattern, String origin, boolean allowed) {
        CfnParameter parameter = CfnParameter.Builder.create(stack, "Origin")
                .allowedPattern(pattern)
                .build();
        Cors.allowedOrigins(List.of(parameter.getValueAsString()))
                .allowCredentials()
                .maxAge(Duration.minutes(1));

        assertThat(origin.matches(String.valueOf(parameter.getAllowedPattern())))
                .isEqualTo(allowed);
        assertThat(parameter.getAllowedPattern())
                .as("narrowed once")
                .endsWith("$)(?:" + pattern + ")$")
                .containsOnlyOnce("(?=");
    }

    @Test
    void areAllowedToAnAttributeOfAwsResources() {
        String origin =
                "https://" + Bucket.Builder.create(stack, "Site").build().getBucketRegionalDomainName();

        assertThat(Cors.allowedOrigins(List.of(origin)).allowCredentials().origins())
                .containsExactly(origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Custom::Site", "AWS::CloudFormation::Stack", "AWS::CloudFormation::CustomResource"})
    void areRefusedForAnAttributeThatMayBeAnything(String type) {
        String origin = "https://"
                + CfnResource.Builder.create(stack, "Site").type(type).build().getAtt("Domain");
        Cors cors = Cors.allowedOrigins(List.of(origin));

        assertThatIllegalStateException()
                .isThrownBy(cors::allowCredentials)
                .withMessage("allowedOrigins must be known to be exact where credentials are allowed, got the"
                        + " attribute of a '" + type + "' in '" + origin
                        + "': pass a literal, or the value of a CfnParameter");
    }
}
