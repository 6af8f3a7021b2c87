package io.github.securehttpapi.benchmarks;

import io.github.securehttpapi.construct.PublicAccess;
import io.github.securehttpapi.construct.SecureHttpApi;
import io.github.securehttpapi.construct.SecureRoute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpNoneAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.FunctionAttributes;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.jsii.KernelCalls;

/**
 * The time to define and synthesize an API of 300 routes over 30 functions, behind a JWT authorizer but for one in thirty:
 * ours, of which every tenth route has a throttle of its own, against the CDK's {@code HttpApi}, which has neither access
 * log nor throttles. Both in one JVM, in turns.
 */
final class SynthesisBenchmark {
    private static final int FUNCTIONS = 30;
    static final int ROUTES = 300;

    /** One route in so many. */
    private static final int PUBLIC = 30;

    /** One route in so many. */
    private static final int THROTTLED = 10;

    /** The plain one comes to 633 resources, which a stack of CloudFormation's 500 would not take. */
    private static final Map<String, Object> UNLIMITED = Map.of("@aws-cdk/core:stackResourceLimit", 0);

    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 9;

    private static final String PLAIN = "HttpApi";
    private static final String SECURE = "SecureHttpApi";

    private SynthesisBenchmark() {}

    /** A way to define the API. */
    private record Definition(String name, Consumer<Stack> stack) {}

    /** The times in turns, and then the calls to the CDK's kernel, which are the same each time. */
    static void run(Settings settings, Results results) throws Exception {
        int rounds = settings.rounds(ROUNDS);
        List<Definition> definitions = List.of(
                new Definition(PLAIN, SynthesisBenchmark::definePlain),
                new Definition(SECURE, SynthesisBenchmark::defineSecure));
        Map<Definition, List<Duration>> times =
                new Rounds(WARM_UPS, rounds).measure(definitions, definition -> time(definition.stack()));
        Contest contest = Contest.of("ms", times, Definition::name, Sample::millis);
        List<Measurement> measurements = new ArrayList<>(contest.measurements());
        definitions.forEach(definition -> measurements.add(
                new Measurement(definition.name(), "calls to the kernel", Sample.of(countCalls(definition.stack())))));
        results.add(new Result(
                "synthesis, JDK " + System.getProperty("java.version"),
                ROUTES + " routes over " + FUNCTIONS + " functions, defined and synthesized in one virtual machine.",
                measurements,
                List.of(contest.ratio(SECURE + " : " + PLAIN, SECURE, PLAIN, Aim.atMost(1.5)))));
    }

    private static Duration time(Consumer<Stack> definition) {
        App app = new App(AppProps.builder().context(UNLIMITED).build());
        Stack stack = new Stack(app, "Shop");
        long start = System.nanoTime();
        definition.accept(stack);
        app.synth();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** In a round of its own, which is not timed. */
    private static int countCalls(Consumer<Stack> definition) {
        try (KernelCalls calls = KernelCalls.counted()) {
            time(definition);
            return calls.requests();
        }
    }

    private static void definePlain(Stack stack) {
        HttpApi api = HttpApi.Builder.create(stack, "Api")
                .defaultAuthorizer(authorizer())
                .build();
        List<HttpLambdaIntegration> integrations = new ArrayList<>();
        for (IFunction function : functions(stack)) {
            integrations.add(new HttpLambdaIntegration("Integration", function));
        }
        for (int i = 0; i < ROUTES; i++) {
            AddRoutesOptions.Builder route = AddRoutesOptions.builder()
                    .path(path(i))
                    .methods(List.of(HttpMethod.GET))
                    .integration(integrations.get(i % FUNCTIONS));
            if (i % PUBLIC == 0) {
                route.authorizer(new HttpNoneAuthorizer());
            }
            api.addRoutes(route.build());
        }
    }

    static void defineSecure(Stack stack) {
        SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api")
                .defaultAuthorizer(authorizer())
                .build();
        List<IFunction> functions = functions(stack);
        for (int i = 0; i < ROUTES; i++) {
            SecureRoute.Builder route = SecureRoute.get(path(i)).handler(functions.get(i % FUNCTIONS));
            if (i % PUBLIC == 0) {
                route.publicAccess(PublicAccess.because("benchmark"));
            }
            if (i % THROTTLED == 0) {
                route.throttle(
                        ThrottleSettings.builder().rateLimit(1).burstLimit(2).build());
            }
            api.addRoute(route.build());
        }
    }

    private static String path(int route) {
        return route % 2 == 0 ? "/routes/" + route : "/routes/" + route + "/{id}";
    }

    private static HttpJwtAuthorizer authorizer() {
        return HttpJwtAuthorizer.Builder.create("Jwt", "https://issuer.example.com")
                .jwtAudience(List.of("shop"))
                .build();
    }

    /** Imported, so that what is compared is the API alone, of an account where the CDK may permit the gateway to call them. */
    private static List<IFunction> functions(Stack stack) {
        List<IFunction> functions = new ArrayList<>();
        for (int i = 0; i < FUNCTIONS; i++) {
            FunctionAttributes attributes = FunctionAttributes.builder()
                    .functionArn("arn:aws:lambda:us-east-1:123456789012:function:f" + i)
                    .sameEnvironment(true)
                    .build();
            functions.add(software.amazon.awscdk.services.lambda.Function.fromFunctionAttributes(
                    stack, "Function" + i, attributes));
        }
        return functions;
    }
}
