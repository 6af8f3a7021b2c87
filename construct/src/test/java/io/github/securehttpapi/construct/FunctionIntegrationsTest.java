package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.function;
import static io.github.securehttpapi.construct.Synthesized.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.CfnIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionAttributes;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

final class FunctionIntegrationsTest {
    private static final String INTEGRATION = "AWS::ApiGatewayV2::Integration";
    private static final String PERMISSION = "AWS::Lambda::Permission";

    @Test
    void routesShareOneIntegrationForEachFunctionAndTimeout() {
        Synthesized shop = Synthesized.of(stack -> {
            Function orders = function(stack, "Orders");
            SecureHttpApi api = api(stack);
            api.addRoute(route("/a", orders).build());
            api.addRoute(route("/b", orders).timeout(Duration.seconds(10)).build());
            api.addRoute(route("/c", orders).timeout(Duration.seconds(3)).build());
            api.addRoute(route("/d", orders).timeout(Duration.millis(3_000)).build());
            api.addRoute(route("/e", function(stack, "Other")).build());
        });

        assertThat(shop.resources(INTEGRATION).values())
                .extracting(integration -> object(integration, "Properties").get("TimeoutInMillis"))
                .containsExactlyInAnyOrder(10_000, 3_000, 10_000);
        assertThat(target(shop, "/a")).isEqualTo(target(shop, "/b")).isNotEqualTo(target(shop, "/c"));
        assertThat(target(shop, "/c")).isEqualTo(target(shop, "/d"));
        assertThat(target(shop, "/e")).isNotEqualTo(target(shop, "/a"));
    }

    /** As the CDK does it, the first route to use a function owns its integration: another one put first replaces it. */
    @Test
    void whatRoutesShareKeepsItsIdsWhicheverRouteComesFirst() {
        Synthesized oneWay = withRoutes("/a", "/b", "/c");
        Synthesized another = withRoutes("/c", "/b");

        assertThat(another.resources(INTEGRATION))
                .isEqualTo(oneWay.resources(INTEGRATION))
                .hasSize(1);
        assertThat(another.resources(PERMISSION))
                .isEqualTo(oneWay.resources(PERMISSION))
                .hasSize(1);
    }

    /** The CDK refuses it at synthesis, and says why. */
    @Test
    void aFunctionOutsideTheApisStageIsLeftToTheCdk() {
        App app = new App();
        SecureHttpApi api = api(new Stack(new Stage(app, "Production"), "Shop"));
        api.addRoute(route("/a", function(new Stack(app, "Else"), "F")).build());

        assertThatThrownBy(app::synth).hasMessageContaining("dependency cannot cross stage boundaries");
    }

    @Test
    void moreThanAnHttpApiTakesAreRefused() {
        Stack stack = new Stack(new App(), "Shop");
        SecureHttpApi api = api(stack);
        Function orders = function(stack, "Orders");
        for (int millis = 1_000; millis < 1_300; millis++) {
            api.addRoute(
                    route("/" + millis, orders).timeout(Duration.millis(millis)).build());
        }
        SecureRoute oneMore = route("/a", orders).timeout(Duration.seconds(2)).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.addRoute(oneMore))
                .withMessage(
                        "integrations of an API must be at most 300, got one more for 'Shop/Orders': let routes share"
                                + " functions and time-outs");
        assertThat(api.addRoute(route("/a", orders).timeout(Duration.seconds(1)).build())
                        .getPath())
                .isEqualTo("/a");
    }

    @Test
    void aStagePrefixChangesNoIds() {
        Stage stage = new Stage(new App(), "Prod");
        Stack stack = new Stack(stage, "Shop");
        api(stack).addRoute(route("/a", function(stack, "Orders")).build());

        assertThat(new Synthesized(Template.fromStack(stack).toJSON()).resources(INTEGRATION))
                .containsOnlyKeys(withRoutes("/a").resources(INTEGRATION).keySet());
    }

    @Test
    void anAspectSeesNoRouteButTheOnesThatWereAdded() {
        Set<String> paths = new TreeSet<>();
        Synthesized.of(stack -> {
            Aspects.of(stack).add(node -> {
                if (node instanceof HttpRoute route) {
                    paths.add(String.valueOf(route.getPath()));
                }
            });
            api(stack).addRoute(route("/a", function(stack, "Orders")).build());
        });

        assertThat(paths).containsExactly("/a");
    }

    @Test
    void aRefusedRouteLeavesTheIntegrationToTheNextOne() {
        Synthesized shop = Synthesized.of(stack -> {
            SecureHttpApi api = api(stack);
            Function orders = function(stack, "Orders");
            SecureRoute refused = SecureRoute.get("/a")
                    .handler(orders)
                    .authorizer(HttpJwtAuthorizer.Builder.create("Jwt", "http://issuer.example.com")
                            .jwtAudience(List.of("shop"))
                            .build())
                    .build();
            assertThatIllegalArgumentException().isThrownBy(() -> api.addRoute(refused));
            api.addRoute(route("/b", orders).build());
        });

        assertThat(shop.resources(INTEGRATION)).hasSize(1);
        assertThat(target(shop, "/b"))
                .hasToString("{Fn::Join=[, [integrations/, {Ref="
                        + shop.resources(INTEGRATION).keySet().iterator().next() + "}]]}");
    }

    @Test
    void anIntegrationMayStillBeGivenAnotherLogicalId() {
        Synthesized shop = Synthesized.of(stack -> {
            SecureHttpApi api = api(stack);
            api.addRoute(route("/a", function(stack, "Orders")).build());
            api.getNode().findAll().stream()
                    .filter(CfnIntegration.class::isInstance)
                    .forEach(integration -> ((CfnIntegration) integration).overrideLogicalId("Mine"));
        });

        assertThat(shop.resources(INTEGRATION)).containsOnlyKeys("Mine");
        assertThat(target(shop, "/a")).hasToString("{Fn::Join=[, [integrations/, {Ref=Mine}]]}");
    }

    @Nested
    final class FunctionsThatLookAlike {
        @Test
        void aFunctionInAConstructIsNotTheOneThatIsNamedLikeIt() {
            Synthesized shop = Synthesized.of(stack -> {
                SecureHttpApi api = api(stack);
                api.addRoute(route("/admin", function(new Construct(stack, "Admin"), "Orders"))
                        .build());
                api.addRoute(route("/orders", function(stack, "Admin-Orders")).build());
            });

            assertEachHasItsOwn(shop, "/admin", "/orders");
        }

        @Test
        void aTimeoutIsNotAFunctionsName() {
            Synthesized shop = Synthesized.of(stack -> {
                SecureHttpApi api = api(stack);
                api.addRoute(route("/a", function(stack, "Orders"))
                        .timeout(Duration.seconds(3))
                        .build());
                api.addRoute(route("/b", function(stack, "Orders-3000ms")).build());
                api.addRoute(route("/c", function(stack, "Permission")).build());
            });

            assertEachHasItsOwn(shop, "/a", "/b", "/c");
        }

        @Test
        void stacksOfTheSameIdAreNotTheSameStack() {
            App app = new App();
            Stack stack = new Stack(app, "Shop");
            SecureHttpApi api = api(stack);
            for (String team : List.of("X", "Y")) {
                Stack functions = new Stack(new Construct(app, team), "Functions");
                api.addRoute(route("/" + team, function(functions, "Orders")).build());
            }

            assertEachHasItsOwn(new Synthesized(Template.fromStack(stack).toJSON()), "/X", "/Y");
        }

        @Test
        void aFunctionOfOursIsNotTheOneOfAnotherStackAtTheSamePath() {
            App app = new App();
            Stack stack = new Stack(app, "Shop");
            SecureHttpApi api = api(stack);
            api.addRoute(route("/ours", function(new Construct(stack, "Functions"), "Orders"))
                    .build());
            api.addRoute(route("/theirs", function(new Stack(app, "Functions"), "Orders"))
                    .build());

            assertEachHasItsOwn(new Synthesized(Template.fromStack(stack).toJSON()), "/ours", "/theirs");
        }

        @Test
        void aTildeOrASpaceInAnIdIsNoSeparator() {
            Synthesized shop = Synthesized.of(stack -> {
                SecureHttpApi api = api(stack);
                api.addRoute(
                        route("/a", function(new Construct(stack, "A"), "B")).build());
                api.addRoute(route("/b", function(stack, "A~-B")).build());
                api.addRoute(route("/c", function(stack, "A B")).build());
                api.addRoute(route("/d", function(stack, "A~_B")).build());
            });

            assertEachHasItsOwn(shop, "/a", "/b", "/c", "/d");
        }

        private void assertEachHasItsOwn(Synthesized shop, String... paths) {
            assertThat(shop.resources(INTEGRATION)).hasSize(paths.length);
            assertThat(shop.resources(PERMISSION)).hasSize(paths.length);
            Map<String, Map<String, Object>> integrations = shop.resources(INTEGRATION);
            assertThat(List.of(paths))
                    .extracting(path -> integrationUri(integrations, target(shop, path)))
                    .doesNotHaveDuplicates();
        }

        private String integrationUri(Map<String, Map<String, Object>> integrations, Object target) {
            return integrations.entrySet().stream()
                    .filter(each -> target.toString().contains("{Ref=" + each.getKey() + "}"))
                    .map(each ->
                            String.valueOf(object(each.getValue(), "Properties").get("IntegrationUri")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Nested
    final class FunctionsFromElsewhere {
        @Test
        void anAliasIsInvokedAndPermittedAsSuch() {
            Synthesized shop = Synthesized.of(stack -> api(stack)
                    .addRoute(route("/a", function(stack, "Orders").addAlias("live"))
                            .build()));

            assertThat(shop.only(INTEGRATION).get("IntegrationUri")).hasToString("{Ref=OrdersAliasliveD9288011}");
            assertThat(shop.only(PERMISSION).get("FunctionName")).hasToString("{Ref=OrdersAliasliveD9288011}");
        }

        /** The CDK adds no permission for it. */
        @Test
        void theLatestVersionByThatNameIsRefused() {
            Stack stack = new Stack(new App(), "Shop");
            SecureHttpApi api = api(stack);
            SecureRoute route =
                    route("/a", function(stack, "Orders").getLatestVersion()).build();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> api.addRoute(route))
                    .withMessageMatching("handler must be a function, an alias or a version with a number, got"
                            + " '\\$\\{Token.*}:\\$LATEST': pass the function itself, which comes to the same");
        }

        @Test
        void anImportedFunctionOfTheSameAccountIsPermitted() {
            Environment environment = Environment.builder()
                    .account("123456789012")
                    .region("eu-central-1")
                    .build();
            Stack stack = new Stack(
                    new App(), "Shop", StackProps.builder().env(environment).build());
            IFunction imported = Function.fromFunctionAttributes(
                    stack,
                    "Orders",
                    FunctionAttributes.builder()
                            .functionArn("arn:aws:lambda:eu-central-1:123456789012:function:orders")
                            .sameEnvironment(true)
                            .build());
            api(stack).addRoute(route("/a", imported).build());

            assertThat(new Synthesized(Template.fromStack(stack).toJSON()).only(PERMISSION))
                    .containsEntry("FunctionName", "arn:aws:lambda:eu-central-1:123456789012:function:orders");
        }

        /** In the function's own stack the permission would make each stack wait for the other. */
        @Test
        void thePermissionForAFunctionOfAnotherStackStandsWithTheApi() {
            App app = new App();
            Stack functions = new Stack(app, "Functions");
            Stack stack = new Stack(app, "Shop");
            api(stack).addRoute(route("/a", function(functions, "Orders")).build());

            assertThat(new Synthesized(Template.fromStack(stack).toJSON()).resources(PERMISSION))
                    .hasSize(1);
            assertThat(new Synthesized(Template.fromStack(functions).toJSON()).resources(PERMISSION))
                    .isEmpty();
        }

        @Test
        void anApiMayStandInANestedStack() {
            Stack stack = new Stack(new App(), "Shop");
            NestedStack nested = new NestedStack(stack, "Nested");
            api(nested).addRoute(route("/a", function(stack, "Orders")).build());

            assertThat(new Synthesized(Template.fromStack(nested).toJSON()).resources(INTEGRATION))
                    .hasSize(1);
        }
    }

    private static Synthesized withRoutes(String... paths) {
        return Synthesized.of(stack -> {
            SecureHttpApi api = api(stack);
            Function orders = function(stack, "Orders");
            for (String path : paths) {
                api.addRoute(route(path, orders).build());
            }
        });
    }

    private static SecureHttpApi api(Construct scope) {
        return SecureHttpApi.Builder.create(scope, "Api").build();
    }

    private static SecureRoute.Builder route(String path, IFunction function) {
        return SecureRoute.get(path).handler(function).publicAccess(PublicAccess.because("test"));
    }

    private static Object target(Synthesized shop, String path) {
        Object target = object(shop.route("GET " + path), "Properties").get("Target");
        return target == null ? "none" : target;
    }
}
