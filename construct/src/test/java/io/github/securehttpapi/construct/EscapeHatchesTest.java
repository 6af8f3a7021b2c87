package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.function;
import static io.github.securehttpapi.construct.Synthesized.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpUserPoolAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpUrlIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;
import software.amazon.awscdk.services.apigatewayv2.CfnAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.HttpAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.HttpAuthorizerAttributes;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.cognito.UserPool;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.constructs.Construct;

/** That what this construct has no word for can be said with the CDK's own. */
final class EscapeHatchesTest {
    private static final String API = "AWS::ApiGatewayV2::Api";
    private static final String AUTHORIZER = "AWS::ApiGatewayV2::Authorizer";
    private static final String LOG_GROUP = "AWS::Logs::LogGroup";
    private static final String ROUTE = "AWS::ApiGatewayV2::Route";
    private static final String STAGE = "AWS::ApiGatewayV2::Stage";

    private final App app = new App();
    private final Stack stack = new Stack(app, "Shop");

    @Nested
    final class NativeConstructs {
        @Test
        void ofTheApiAndItsStageAndLogAndRoutesCanBeChanged() {
            SecureHttpApi api = api(Synthesized.authorizer());
            HttpRoute route = add(api, "/orders", function(stack, "Orders"));
            CfnChild.of(api.getHttpApi(), CfnApi.class).setDescription("Orders of the shop");
            CfnChild.of(api.getStage(), CfnStage.class).setStageVariables(Map.of("COLOUR", "blue"));
            CfnChild.of((Construct) api.getAccessLog(), CfnLogGroup.class).setLogGroupClass("STANDARD");
            CfnChild.of(route, CfnRoute.class).setOperationName("ListOrders");

            Synthesized shop = Synthesized.of(stack);
            assertThat(shop.only(API)).containsEntry("Description", "Orders of the shop");
            assertThat(shop.only(STAGE)).containsEntry("StageVariables", Map.of("COLOUR", "blue"));
            assertThat(shop.only(LOG_GROUP)).containsEntry("LogGroupClass", "STANDARD");
            assertThat(shop.only(ROUTE)).containsEntry("OperationName", "ListOrders");
        }

        @Test
        void ofAuthorizersAreChildrenOfTheApi() {
            SecureHttpApi api = api(Synthesized.authorizer());
            add(api, "/orders", function(stack, "Orders"));
            HttpAuthorizer jwt = (HttpAuthorizer) api.getHttpApi().getNode().findChild("Jwt");
            CfnAuthorizer resource = (CfnAuthorizer) jwt.getNode().getDefaultChild();
            resource.setIdentitySource(List.of("$request.header.X-Token"));

            assertThat(Synthesized.of(stack).only(AUTHORIZER))
                    .containsEntry("IdentitySource", List.of("$request.header.X-Token"));
        }

        /** With the CDK's own HttpApi a default authorizer is easily forgotten; here there is nothing to forget. */
        @Test
        void routesAddedToTheApiItselfGetTheDefaultAuthorizer() {
            SecureHttpApi api = api(Synthesized.authorizer());
            api.getHttpApi()
                    .addRoutes(AddRoutesOptions.builder()
                            .path("/orders")
                            .methods(List.of(HttpMethod.GET))
                            .integration(new HttpUrlIntegration("Orders", "https://orders.example.com"))
                            .build());

            assertThat(Synthesized.of(stack).only(ROUTE)).containsEntry("AuthorizationType", "JWT");
        }

        @Test
        void keepTheRoutesThatTheyHave() {
            SecureHttpApi api = api(Synthesized.authorizer());
            api.getHttpApi()
                    .addRoutes(AddRoutesOptions.builder()
                            .path("/orders")
                            .methods(List.of(HttpMethod.GET))
                            .integration(new HttpUrlIntegration("Url", "https://legacy.example.com"))
                            .build());

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> add(api, "/orders", function(stack, "Orders")))
                    .withMessage(
                            "route key must be new to the API, got 'GET /orders', whose construct id 'GET--orders' was"
                                    + " taken through getHttpApi(): drop what has it");
            assertThat(Synthesized.of(stack).resources(ROUTE)).hasSize(1);
        }

        @Test
        void ofRemovalAreHeeded() {
            SecureHttpApi api = api(Synthesized.authorizer());
            api.getHttpApi().applyRemovalPolicy(RemovalPolicy.RETAIN);
            api.getAccessLog().applyRemovalPolicy(RemovalPolicy.DESTROY);

            Synthesized shop = Synthesized.of(stack);
            assertThat(shop.resources(API).values())
                    .extracting("DeletionPolicy")
                    .containsExactly("Retain");
            assertThat(shop.resources(LOG_GROUP).values())
                    .extracting("DeletionPolicy")
                    .containsExactly("Delete");
        }
    }

    @Nested
    final class TreeWide {
        @Test
        void tagsReachAllThatHasTags() {
            Tags.of(api(Synthesized.authorizer())).add("team", "orders");

            Synthesized shop = Synthesized.of(stack);
            assertThat(shop.only(API)).containsEntry("Tags", Map.of("team", "orders"));
            assertThat(shop.only(STAGE)).containsEntry("Tags", Map.of("team", "orders"));
            assertThat(shop.only(LOG_GROUP)).containsEntry("Tags", List.of(Map.of("Key", "team", "Value", "orders")));
        }

        @Test
        void aspectsChangeWhatTheyLike() {
            SecureHttpApi api = api(Synthesized.authorizer());
            api.addRoute(SecureRoute.get("/orders")
                    .handler(function(stack, "Orders"))
                    .throttle(ThrottleSettings.builder()
                            .rateLimit(2)
                            .burstLimit(5)
                            .build())
                    .build());
            Aspects.of(stack).add(node -> {
                if (node instanceof CfnRoute route) {
                    route.addPropertyOverride("OperationName", "Op");
                } else if (node instanceof CfnStage stage) {
                    stage.addPropertyOverride("DefaultRouteSettings.ThrottlingRateLimit", 3);
                }
            });

            Synthesized shop = Synthesized.of(stack);
            assertThat(shop.only(ROUTE)).containsEntry("OperationName", "Op");
            assertThat(object(shop.only(STAGE), "DefaultRouteSettings")).containsEntry("ThrottlingRateLimit", 3);
            assertThat(object(shop.only(STAGE), "RouteSettings")).containsOnlyKeys("GET /orders");
        }
    }

    @Nested
    final class OtherStacks {
        private final Stack other = new Stack(app, "Other");

        @Test
        void mayHaveTheFunctions(@TempDir Path folder) {
            SecureHttpApi api = api(Synthesized.authorizer());
            add(api, "/orders", function(other, "Orders"));
            add(
                    api,
                    "/invoices",
                    JavaFunction.Builder.create(other, "Invoices")
                            .jar(FunctionJar.compiledFrom("code", folder))
                            .handler(FunctionJar.HANDLER)
                            .build()
                            .getFunction());

            assertOneWay();
            assertThat(Synthesized.of(stack).resources("AWS::Lambda::Permission"))
                    .hasSize(2);
        }

        @Test
        void mayHaveTheUserPool() {
            api(new HttpUserPoolAuthorizer("Users", new UserPool(other, "Users")))
                    .addRoute(SecureRoute.get("/orders")
                            .handler(function(stack, "Orders"))
                            .authorizationScopes(List.of("orders/read"))
                            .build());

            assertOneWay();
            assertThat(Synthesized.of(stack).only(ROUTE)).containsEntry("AuthorizationType", "JWT");
        }

        @Test
        void mayHaveTheLambdaOfAnAuthorizer() {
            add(
                    api(SecureAuthorizers.lambda("Partner", function(other, "Partner"))),
                    "/orders",
                    function(stack, "Orders"));

            assertOneWay();
            assertThat(Synthesized.of(stack).only(ROUTE)).containsEntry("AuthorizationType", "CUSTOM");
        }

        private void assertOneWay() {
            app.synth();
            assertThat(stack.getDependencies()).containsExactly(other);
            assertThat(other.getDependencies()).isEmpty();
        }
    }

    /** An authorizer that somebody made for this API by hand. */
    @Test
    void anImportedAuthorizerIsTaken() {
        IHttpRouteAuthorizer imported = HttpAuthorizer.fromHttpAuthorizerAttributes(
                stack,
                "Imported",
                HttpAuthorizerAttributes.builder()
                        .authorizerId("a1b2c3")
                        .authorizerType("JWT")
                        .build());
        api(imported)
                .addRoute(SecureRoute.get("/orders")
                        .handler(function(stack, "Orders"))
                        .authorizationScopes(List.of("orders/read"))
                        .build());

        Synthesized shop = Synthesized.of(stack);
        assertThat(shop.only(ROUTE))
                .containsEntry("AuthorizationType", "JWT")
                .containsEntry("AuthorizerId", "a1b2c3")
                .containsEntry("AuthorizationScopes", List.of("orders/read"));
        assertThat(shop.resources(AUTHORIZER)).isEmpty();
    }

    private SecureHttpApi api(IHttpRouteAuthorizer authorizer) {
        return SecureHttpApi.Builder.create(stack, "Api")
                .defaultAuthorizer(authorizer)
                .build();
    }

    private static HttpRoute add(SecureHttpApi api, String path, Function function) {
        return api.addRoute(SecureRoute.get(path).handler(function).build());
    }
}
