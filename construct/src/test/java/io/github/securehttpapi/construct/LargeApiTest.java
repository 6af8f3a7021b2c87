package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.authorizer;
import static io.github.securehttpapi.construct.Synthesized.function;
import static io.github.securehttpapi.construct.Synthesized.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.lambda.FunctionAttributes;
import software.amazon.awscdk.services.lambda.IFunction;

/** 300 routes over 30 functions, ours and the CDK's, against what AWS takes. */
final class LargeApiTest {
    private static final int ROUTES = 300;
    private static final int FUNCTIONS = 30;

    /** "AWS CloudFormation quotas", user guide: resources in a template. */
    private static final int MOST_RESOURCES = 500;

    /** "Quotas for configuring and running an HTTP API in API Gateway": access log template size, 3 KB. */
    private static final int LONGEST_LOG_FORMAT = 3 * 1024;

    @Nested
    final class WithUs {
        @Test
        void thirtyFunctionsOfTheStackFit() {
            Synthesized shop = Synthesized.of(stack -> define(stack, functions(stack)));

            assertThat(types(shop))
                    .isEqualTo(Map.of(
                            "AWS::ApiGatewayV2::Api", 1,
                            "AWS::ApiGatewayV2::Authorizer", 1,
                            "AWS::ApiGatewayV2::Integration", FUNCTIONS,
                            "AWS::ApiGatewayV2::Route", ROUTES,
                            "AWS::ApiGatewayV2::Stage", 1,
                            "AWS::IAM::Role", FUNCTIONS,
                            "AWS::Lambda::Function", FUNCTIONS,
                            "AWS::Lambda::Permission", FUNCTIONS,
                            "AWS::Logs::LogGroup", 1));
            assertThat(count(shop)).isEqualTo(424);
            assertFitting(shop);
        }

        @Test
        void thirtyImportedFunctionsFit() {
            Synthesized shop = Synthesized.of(stack -> define(stack, imported(stack)));

            assertThat(count(shop)).isEqualTo(364);
            assertFitting(shop);
        }

        @Test
        void twentyJavaFunctionsFit(@TempDir Path folder) {
            Path jar = FunctionJar.compiledFrom("code", folder);
            Synthesized shop = Synthesized.of(stack -> define(
                    stack,
                    IntStream.range(0, 20)
                            .<IFunction>mapToObj(i -> JavaFunction.Builder.create(stack, "Function" + i)
                                    .jar(jar)
                                    .handler(FunctionJar.HANDLER)
                                    .build()
                                    .getAlias())
                            .toList()));

            assertThat(count(shop)).isEqualTo(444);
            assertFitting(shop);
        }

        /** A policy of one statement, however many routes there are. */
        private void assertFitting(Synthesized shop) {
            assertThat(count(shop)).isLessThanOrEqualTo(MOST_RESOURCES);
            assertThat(types(shop)).containsEntry("AWS::ApiGatewayV2::Route", ROUTES);
            assertThat(FunctionPolicies.sizes(shop).values())
                    .hasSameSizeAs(
                            shop.resources("AWS::ApiGatewayV2::Integration").keySet())
                    .allSatisfy(bytes -> assertThat(bytes).isLessThan(600));
            assertThat(String.valueOf(object(shop.only("AWS::ApiGatewayV2::Stage"), "AccessLogSettings")
                            .get("Format")))
                    .hasSizeLessThan(LONGEST_LOG_FORMAT / 4);
        }

        private void define(Stack stack, List<IFunction> functions) {
            SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api")
                    .defaultAuthorizer(authorizer())
                    .build();
            for (int i = 0; i < ROUTES; i++) {
                api.addRoute(SecureRoute.get(path(i))
                        .handler(functions.get(i % functions.size()))
                        .build());
            }
        }
    }

    @Nested
    final class WithTheCdkAlone {
        private static final int MOST_ROUTES_OF_A_FUNCTION = 46;

        /** Route and permission for each route: the 300 routes alone are too many. */
        @Test
        void theStackIsTooLarge() {
            Stack stack = new Stack(new App(), "Shop");
            define(stack, ROUTES, imported(stack));

            assertThatThrownBy(() -> App.of(stack).synth())
                    .hasMessageContaining(
                            "Number of resources in stack 'Shop': 633 is greater than allowed maximum of 500")
                    .hasMessageContaining("AWS::Lambda::Permission (300)");
        }

        @Test
        void policiesGrowWithTheRoutes() {
            Synthesized shop = unlimited(stack -> imported(stack), ROUTES);

            assertThat(FunctionPolicies.sizes(shop).values())
                    .hasSize(FUNCTIONS)
                    .allSatisfy(bytes -> assertThat(bytes).isBetween(4_000, 5_000));
        }

        /** Issue aws/aws-cdk#19535: longer paths and names end earlier. */
        @Test
        void aFunctionEndsAtSoManyRoutes() {
            assertThat(policyOfOneFunction(MOST_ROUTES_OF_A_FUNCTION)).isLessThanOrEqualTo(FunctionPolicies.MOST_BYTES);
            assertThat(policyOfOneFunction(MOST_ROUTES_OF_A_FUNCTION + 1)).isGreaterThan(FunctionPolicies.MOST_BYTES);
        }

        private int policyOfOneFunction(int routes) {
            Synthesized shop = unlimited(stack -> List.of(function(stack, "Function0")), routes);
            return FunctionPolicies.sizes(shop).values().iterator().next();
        }

        private Synthesized unlimited(Function<Stack, List<IFunction>> functions, int routes) {
            App app = new App(AppProps.builder()
                    .context(Map.of("@aws-cdk/core:stackResourceLimit", 0))
                    .build());
            Stack stack = new Stack(app, "Shop");
            define(stack, routes, functions.apply(stack));
            return Synthesized.of(stack);
        }

        private void define(Stack stack, int routes, List<IFunction> functions) {
            HttpApi api = HttpApi.Builder.create(stack, "Api")
                    .defaultAuthorizer(authorizer())
                    .build();
            List<HttpLambdaIntegration> integrations = functions.stream()
                    .map(each -> new HttpLambdaIntegration("Integration", each))
                    .toList();
            for (int i = 0; i < routes; i++) {
                api.addRoutes(AddRoutesOptions.builder()
                        .path(path(i))
                        .methods(List.of(HttpMethod.GET))
                        .integration(integrations.get(i % integrations.size()))
                        .build());
            }
        }
    }

    private static String path(int route) {
        return "/orders/{id}/lines/" + route;
    }

    private static List<IFunction> functions(Stack stack) {
        List<IFunction> functions = new ArrayList<>();
        for (int i = 0; i < FUNCTIONS; i++) {
            functions.add(function(stack, "Function" + i));
        }
        return functions;
    }

    /** Of the same account, so that permissions are defined. */
    private static List<IFunction> imported(Stack stack) {
        List<IFunction> functions = new ArrayList<>();
        for (int i = 0; i < FUNCTIONS; i++) {
            functions.add(software.amazon.awscdk.services.lambda.Function.fromFunctionAttributes(
                    stack,
                    "Function" + i,
                    FunctionAttributes.builder()
                            .functionArn("arn:aws:lambda:ap-northeast-1:123456789012:function:orders" + i)
                            .sameEnvironment(true)
                            .build()));
        }
        return functions;
    }

    private static Map<String, Integer> types(Synthesized shop) {
        Map<String, Integer> counts = new TreeMap<>();
        object(shop.template(), "Resources")
                .values()
                .forEach(resource -> counts.merge(String.valueOf(((Map<?, ?>) resource).get("Type")), 1, Integer::sum));
        return counts;
    }

    private static int count(Synthesized shop) {
        return object(shop.template(), "Resources").size();
    }
}
