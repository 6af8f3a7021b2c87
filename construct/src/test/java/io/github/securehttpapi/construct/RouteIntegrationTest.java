package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.function;
import static io.github.securehttpapi.construct.Synthesized.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpSqsIntegration;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpUrlIntegration;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteIntegration;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** Routes to what is no function of ours: any integration of the CDK, as it is. */
final class RouteIntegrationTest {
    private static final String INTEGRATION = "AWS::ApiGatewayV2::Integration";
    private static final String ROUTE = "AWS::ApiGatewayV2::Route";

    @Test
    void aUrlIsProxiedAndSharedByItsRoutes() {
        Synthesized shop = Synthesized.of(stack -> {
            SecureHttpApi api = api(stack);
            HttpRouteIntegration legacy = legacy();
            api.addRoute(SecureRoute.get("/old").integration(legacy).build());
            api.addRoute(SecureRoute.get("/older").integration(legacy).build());
        });

        assertThat(shop.only(INTEGRATION))
                .containsEntry("IntegrationType", "HTTP_PROXY")
                .containsEntry("IntegrationUri", "https://legacy.example.com/old");
        assertThat(object(shop.route("GET /old"), "Properties"))
                .containsEntry("AuthorizationType", "JWT")
                .containsEntry(
                        "Target", object(shop.route("GET /older"), "Properties").get("Target"));
        assertThat(shop.resources("AWS::Lambda::Permission")).isEmpty();
    }

    @Test
    void anAwsServiceMayAnswer() {
        Synthesized shop = Synthesized.of(stack -> api(stack)
                .addRoute(SecureRoute.post("/orders")
                        .integration(HttpSqsIntegration.Builder.create("Queue")
                                .queue(new Queue(stack, "Orders"))
                                .build())
                        .build()));

        assertThat(shop.only(INTEGRATION)).containsEntry("IntegrationSubtype", "SQS-SendMessage");
    }

    @Test
    void theCdksOwnFunctionIntegrationIsTakenAsItIs() {
        Synthesized shop = Synthesized.of(stack -> api(stack)
                .addRoute(SecureRoute.get("/orders")
                        .integration(new HttpLambdaIntegration("Own", function(stack, "Orders")))
                        .build()));

        assertThat(shop.only(INTEGRATION)).doesNotContainKey("TimeoutInMillis");
        assertThat(shop.resources("AWS::Lambda::Permission")).hasSize(1);
    }

    @Test
    void itNeedsAnAuthorizerLikeAnyOther() {
        SecureHttpApi api = SecureHttpApi.Builder.create(new Stack(new App(), "Shop"), "Api")
                .build();
        SecureRoute route = SecureRoute.get("/old").integration(legacy()).build();

        assertThatIllegalStateException()
                .isThrownBy(() -> api.addRoute(route))
                .withMessageStartingWith("route 'GET /old' must have an authorizer, got none");
    }

    @Test
    void preflightGoesToTheSameIntegration() {
        Synthesized shop = Synthesized.of(stack -> SecureHttpApi.Builder.create(stack, "Api")
                .allowedOrigins(List.of("https://shop.example.com"))
                .defaultAuthorizer(Synthesized.authorizer())
                .build()
                .addRoute(SecureRoute.any("/old").integration(legacy()).build()));

        assertThat(shop.resources(INTEGRATION)).hasSize(1);
        assertThat(object(shop.route("OPTIONS /old"), "Properties"))
                .containsEntry("AuthorizationType", "NONE")
                .containsEntry(
                        "Target", object(shop.route("ANY /old"), "Properties").get("Target"));
    }

    /** A public OPTIONS route to a queue would let anyone send messages. */
    @Test
    void aServiceBehindEveryMethodIsRefusedWhereOriginsAreAllowed() {
        Stack stack = new Stack(new App(), "Shop");
        SecureHttpApi api = forBrowsers(stack);
        SecureRoute route = SecureRoute.any("/orders").integration(queue(stack)).build();

        assertThatIllegalStateException()
                .isThrownBy(() -> api.addRoute(route))
                .withMessage(
                        "integration of route 'ANY /orders' must answer OPTIONS by itself while origins are allowed,"
                                + " got 'SQS-SendMessage', which does the same for preflight, sent by anyone: add a route for each"
                                + " method instead, or first a public one for [OPTIONS /orders]");
        assertThat(Synthesized.of(stack).resources(ROUTE)).isEmpty();
    }

    @Test
    void soIsAUrlThatIsCalledWithAMethodOfItsOwn() {
        Stack stack = new Stack(new App(), "Shop");
        SecureHttpApi api = forBrowsers(stack);
        HttpRouteIntegration post = HttpUrlIntegration.Builder.create("Legacy", "https://legacy.example.com")
                .method(HttpMethod.POST)
                .build();
        api.addRoute(SecureRoute.post("/orders").integration(post).build());
        SecureRoute route = SecureRoute.defaultRoute().integration(post).build();

        assertThatIllegalStateException()
                .isThrownBy(() -> api.addRoute(route))
                .withMessage(
                        "integration of route '$default' must answer OPTIONS by itself while origins are allowed, got"
                                + " the method 'POST', which does the same for preflight, sent by anyone: add a route for each"
                                + " method instead, or first a public one for [OPTIONS /, OPTIONS /{proxy+}]");
    }

    @Test
    void withAnOptionsRouteOfItsOwnAServiceMayTakeEveryMethod() {
        Synthesized shop = Synthesized.of(stack -> {
            SecureHttpApi api = forBrowsers(stack);
            api.addRoute(SecureRoute.options("/orders")
                    .handler(function(stack, "Preflight"))
                    .publicAccess(PublicAccess.because("preflight"))
                    .build());
            api.addRoute(SecureRoute.any("/orders").integration(queue(stack)).build());
        });

        assertThat(object(shop.route("OPTIONS /orders"), "Properties").get("Target"))
                .isNotEqualTo(object(shop.route("ANY /orders"), "Properties").get("Target"));
    }

    /** What else stands below the route may refer to the stage, which would make a circle. */
    @Test
    void aThrottledRouteIsAllThatTheStageWaitsFor() {
        Synthesized shop = Synthesized.of(stack -> api(stack)
                .addRoute(SecureRoute.get("/old")
                        .integration(legacy())
                        .throttle(ThrottleSettings.builder()
                                .rateLimit(1)
                                .burstLimit(2)
                                .build())
                        .build()));

        assertThat(shop.resources("AWS::ApiGatewayV2::Stage").values())
                .singleElement()
                .extracting("DependsOn")
                .isEqualTo(List.copyOf(shop.resources(ROUTE).keySet()));
    }

    @Test
    void aHandlerBesideItIsRefused() {
        SecureRoute.Builder route = SecureRoute.get("/old")
                .handler(function(new Stack(new App(), "Shop"), "Orders"))
                .integration(legacy());

        assertThatIllegalStateException()
                .isThrownBy(route::build)
                .withMessage("route 'GET /old' must have a handler or an integration, got both: drop handler(…) or"
                        + " integration(…)");
    }

    @Test
    void aTimeoutBesideItIsRefused() {
        SecureRoute.Builder route =
                SecureRoute.get("/old").integration(legacy()).timeout(Duration.seconds(3));

        assertThatIllegalStateException()
                .isThrownBy(route::build)
                .withMessage("timeout of route 'GET /old' must be its integration's, got one for the route: give it to"
                        + " the integration, if that takes one");
    }

    private static HttpRouteIntegration queue(Stack stack) {
        return HttpSqsIntegration.Builder.create("Queue")
                .queue(new Queue(stack, "Orders"))
                .build();
    }

    private static SecureHttpApi forBrowsers(Stack stack) {
        return SecureHttpApi.Builder.create(stack, "Api")
                .allowedOrigins(List.of("https://shop.example.com"))
                .defaultAuthorizer(Synthesized.authorizer())
                .build();
    }

    private static HttpRouteIntegration legacy() {
        return new HttpUrlIntegration("Legacy", "https://legacy.example.com/old");
    }

    private static SecureHttpApi api(Construct scope) {
        return SecureHttpApi.Builder.create(scope, "Api")
                .defaultAuthorizer(Synthesized.authorizer())
                .build();
    }
}
