package io.github.securehttpapi.construct;

import static io.github.securehttpapi.construct.Synthesized.function;
import static io.github.securehttpapi.testing.ReviewAssert.assertThatReviewOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.review.Finding;
import io.github.securehttpapi.review.Severity;
import io.github.securehttpapi.testing.ReviewAssert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;
import software.amazon.awscdk.services.apigatewayv2.CfnIntegration;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.CorsHttpMethod;
import software.amazon.awscdk.services.apigatewayv2.CorsPreflightOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Permission;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * What a review finds in an API of two public routes, with CORS from a parameter, an access log, and throttles of the stage
 * and of a route: the same API as {@code two-public-routes.yaml} of the review's tests is in SAM.
 */
final class TwoPublicRoutesTest {
    private static final Path EXPECTED = Path.of("src", "test", "resources", "acceptance");

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private static final String LOG_FORMAT = """
            {"requestId":"$context.requestId","routeKey":"$context.routeKey","status":"$context.status",\
            "ip":"$context.identity.sourceIp","requestTime":"$context.requestTime"}""";

    @TempDir
    private Path folder;

    @Test
    void ofTheCdksOwnConstructs() throws IOException {
        assertFindings("level-2", Synthesized.of(TwoPublicRoutesTest::levelTwo));
    }

    @Test
    void ofTheCdksResources() throws IOException {
        assertFindings("level-1", Synthesized.of(TwoPublicRoutesTest::levelOne));
    }

    @Test
    void ofOurConstruct() throws IOException {
        Synthesized synthesized = Synthesized.of(this::ours);

        assertThatReviewOf(synthesized.template()).on(TODAY).hasNoFindingsAtLeast(Severity.WARNING);
        assertFindings("secure-http-api", synthesized);
    }

    private static void assertFindings(String name, Synthesized synthesized) throws IOException {
        ReviewAssert review = assertThatReviewOf(synthesized.template()).on(TODAY);
        List<String> found = review.report().findings().stream()
                .map(TwoPublicRoutesTest::inOneLine)
                .sorted()
                .toList();
        Path expected = EXPECTED.resolve(name + ".findings");
        if (Boolean.getBoolean("snapshot.update")) {
            Files.write(expected, found);
        }

        assertThat(found).containsExactlyElementsOf(Files.readAllLines(expected));
    }

    private static String inOneLine(Finding finding) {
        return finding.severity() + " " + finding.rule() + " at " + finding.resource() + ": " + finding.message();
    }

    private static void levelTwo(Stack stack) {
        HttpApi api = HttpApi.Builder.create(stack, "Api")
                .corsPreflight(CorsPreflightOptions.builder()
                        .allowOrigins(List.of(allowedOrigin(stack)))
                        .allowMethods(List.of(CorsHttpMethod.GET, CorsHttpMethod.POST))
                        .allowHeaders(List.of("content-type"))
                        .maxAge(Duration.minutes(5))
                        .build())
                .createDefaultStage(false)
                .build();
        addRoute(api, HttpMethod.GET, "/health", function(stack, "Health"));
        addRoute(api, HttpMethod.POST, "/contacts", function(stack, "Contact"));
        HttpStage stage = HttpStage.Builder.create(stack, "Stage")
                .httpApi(api)
                .stageName("$default")
                .autoDeploy(true)
                .throttle(
                        ThrottleSettings.builder().rateLimit(10).burstLimit(20).build())
                .build();
        throttleAndLog(CfnChild.of(stage, CfnStage.class), accessLog(stack));
        stage.getNode().addDependency(api.getNode().findChild("POST--contacts"));
    }

    private static void addRoute(HttpApi api, HttpMethod method, String path, Function function) {
        api.addRoutes(AddRoutesOptions.builder()
                .path(path)
                .methods(List.of(method))
                .integration(new HttpLambdaIntegration("Function", function))
                .build());
    }

    private static void levelOne(Stack stack) {
        CfnApi api = CfnApi.Builder.create(stack, "Api")
                .name("contact-api")
                .protocolType("HTTP")
                .corsConfiguration(CfnApi.CorsProperty.builder()
                        .allowOrigins(List.of(allowedOrigin(stack)))
                        .allowMethods(List.of("GET", "POST"))
                        .allowHeaders(List.of("content-type"))
                        .maxAge(300)
                        .build())
                .build();
        addRoute(api, "GET /health", function(stack, "Health"));
        CfnRoute contacts = addRoute(api, "POST /contacts", function(stack, "Contact"));
        CfnStage stage = CfnStage.Builder.create(stack, "Stage")
                .apiId(api.getRef())
                .stageName("$default")
                .autoDeploy(true)
                .defaultRouteSettings(CfnStage.RouteSettingsProperty.builder()
                        .throttlingRateLimit(10)
                        .throttlingBurstLimit(20)
                        .build())
                .build();
        throttleAndLog(stage, accessLog(stack));
        stage.getNode().addDependency(contacts);
    }

    private static CfnRoute addRoute(CfnApi api, String routeKey, Function function) {
        String id = function.getNode().getId();
        Stack stack = Stack.of(api);
        CfnIntegration integration = CfnIntegration.Builder.create(stack, id + "Integration")
                .apiId(api.getRef())
                .integrationType("AWS_PROXY")
                .integrationUri(function.getFunctionArn())
                .payloadFormatVersion("2.0")
                .build();
        function.addPermission(
                "Gateway",
                Permission.builder()
                        .principal(new ServicePrincipal("apigateway.amazonaws.com"))
                        .sourceArn("arn:aws:execute-api:" + stack.getRegion() + ":" + stack.getAccount() + ":"
                                + api.getRef() + "/*")
                        .build());
        return CfnRoute.Builder.create(stack, id + "Route")
                .apiId(api.getRef())
                .routeKey(routeKey)
                .target("integrations/" + integration.getRef())
                .build();
    }

    private void ours(Stack stack) {
        SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api")
                .allowedOrigins(List.of(allowedOrigin(stack)))
                .build();
        api.addRoute(SecureRoute.get("/health")
                .handler(handler(stack, "Health"))
                .publicAccess(PublicAccess.because("load balancer probe, returns no data"))
                .build());
        api.addRoute(SecureRoute.post("/contacts")
                .handler(handler(stack, "Contact"))
                .publicAccess(PublicAccess.because("visitors of the web site have no account"))
                .throttle(ThrottleSettings.builder().rateLimit(2).burstLimit(5).build())
                .build());
    }

    private JavaFunction handler(Stack stack, String id) {
        return JavaFunction.Builder.create(stack, id)
                .jar(FunctionJar.compiledFrom("code", folder))
                .handler(FunctionJar.HANDLER)
                .build();
    }

    private static String allowedOrigin(Stack stack) {
        return CfnParameter.Builder.create(stack, "AllowedOrigin")
                .defaultValue("https://www.example.com")
                .build()
                .getValueAsString();
    }

    private static LogGroup accessLog(Stack stack) {
        return LogGroup.Builder.create(stack, "AccessLog")
                .logGroupName("/aws/vendedlogs/contact-api")
                .retention(RetentionDays.TWO_WEEKS)
                .build();
    }

    private static void throttleAndLog(CfnStage stage, LogGroup log) {
        stage.setAccessLogSettings(CfnStage.AccessLogSettingsProperty.builder()
                .destinationArn(log.getLogGroupArn())
                .format(LOG_FORMAT)
                .build());
        stage.setRouteSettings(Map.of("POST /contacts", Map.of("ThrottlingRateLimit", 2, "ThrottlingBurstLimit", 5)));
    }
}
