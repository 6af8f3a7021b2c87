package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Policy;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

final class StackResourcesTest {
    private static final String CONTEXT = "@aws-cdk/core:stackResourceLimit";

    @Test
    void tooManyAreRefusedByKindAndWithARemedy() {
        Stack stack = shop(Map.of());
        define(stack, stack, 300, 60);

        assertThatThrownBy(() -> App.of(stack).synth())
                .hasMessageContaining(
                        "Validation failed with the following errors:\n  [Shop/Api] stack 'Shop' must have at"
                                + " most 500 resources, got '543' (300 AWS::ApiGatewayV2::Route, 60"
                                + " AWS::ApiGatewayV2::Integration, 60 AWS::IAM::Role, 60 AWS::Lambda::Function, 60"
                                + " AWS::Lambda::Permission, 1 AWS::ApiGatewayV2::Api, 1 AWS::ApiGatewayV2::Stage, 1"
                                + " AWS::Logs::LogGroup): let routes share functions, or define functions in another stack or a"
                                + " nested stack");
    }

    /** 60 routes over 12 functions of the stack are 111 resources. */
    @Nested
    final class Remedies {
        private final Stack stack = shop(Map.of(CONTEXT, 100));

        @Test
        void withoutOneTheStackIsRefused() {
            define(stack, stack, 60, 12);

            assertThatThrownBy(() -> Synthesized.of(stack))
                    .hasMessageContaining("stack 'Shop' must have at most 100 resources, got '111'");
        }

        @Test
        void routesThatShareFunctionsFit() {
            define(stack, stack, 60, 9);

            assertThat(Synthesized.of(stack).resources()).hasSize(99);
        }

        @Test
        void functionsOfAnotherStackFit() {
            define(stack, new Stack(App.of(stack), "Functions"), 60, 12);

            assertThat(Synthesized.of(stack).resources()).hasSize(87);
        }

        @Test
        void functionsOfANestedStackFit() {
            NestedStack functions = new NestedStack(stack, "Functions");
            define(stack, functions, 60, 12);

            assertThat(Synthesized.of(stack).resources()).hasSize(88);
        }

        @Test
        void anApiInANestedStackFits() {
            NestedStack nested = new NestedStack(stack, "Nested");
            define(nested, stack, 60, 12);

            assertThat(Synthesized.of(nested).resources()).hasSize(87);
            assertThat(Synthesized.of(stack).resources()).hasSize(25);
        }
    }

    @Nested
    final class Limits {
        /** 52 routes over 2 functions are 63 resources. */
        @ParameterizedTest
        @CsvSource({"62, false", "63, true", "0, true", "-1, true", "none, true"})
        void anotherLimitHoldsAsItDoesForTheCdk(String limit, boolean fits) {
            Stack stack = shop(Map.of(CONTEXT, limit));
            define(stack, stack, 52, 2);

            if (fits) {
                assertThatCode(() -> App.of(stack).synth()).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> App.of(stack).synth())
                        .hasMessageContaining("stack 'Shop' must have at most 62 resources, got '63' (52 ");
            }
        }

        @Test
        void aNumberIsReadToo() {
            Stack stack = shop(Map.of(CONTEXT, 62));
            define(stack, stack, 52, 2);

            assertThatThrownBy(() -> App.of(stack).synth()).hasMessageContaining("must have at most 62 resources");
        }

        /** The CDK leaves it out of the template, and so would refuse nothing. */
        @Test
        void aPolicyWithoutStatementsDoesNotCount() {
            Stack stack = shop(Map.of(CONTEXT, 63));
            define(stack, stack, 52, 2);
            new Policy(stack, "Empty");

            assertThat(Synthesized.of(stack).resources()).hasSize(63);
        }

        /** Where a few routes stand beside much else, it is the much else that has to go. */
        @Test
        void aSmallApiLeavesTheRefusalToTheCdk() {
            Stack stack = shop(Map.of(CONTEXT, 10));
            define(stack, stack, 10, 2);

            assertThatThrownBy(() -> App.of(stack).synth())
                    .hasMessageContaining(
                            "Number of resources in stack 'Shop': 21 is greater than allowed maximum of 10")
                    .hasMessageNotContaining("must have at most");
        }
    }

    private static Stack shop(Map<String, ?> context) {
        return new Stack(new App(AppProps.builder().context(context).build()), "Shop");
    }

    private static void define(Construct apis, Construct functions, int routes, int handlers) {
        SecureHttpApi api = SecureHttpApi.Builder.create(apis, "Api").build();
        Function[] defined = new Function[handlers];
        for (int i = 0; i < handlers; i++) {
            defined[i] = function(functions, "Function" + i);
        }
        for (int i = 0; i < routes; i++) {
            api.addRoute(SecureRoute.get("/orders/" + i)
                    .handler(defined[i % handlers])
                    .publicAccess(PublicAccess.because("test"))
                    .build());
        }
    }
}
