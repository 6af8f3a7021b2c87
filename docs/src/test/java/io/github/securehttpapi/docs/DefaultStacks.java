package io.github.securehttpapi.docs;

import io.github.securehttpapi.construct.ApiAlarms;
import io.github.securehttpapi.construct.ApiDomain;
import io.github.securehttpapi.construct.JavaFunction;
import io.github.securehttpapi.construct.SecureHttpApi;
import io.github.securehttpapi.construct.SecureRoute;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpIamAuthorizer;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionAttributes;
import software.amazon.awscdk.services.sns.Topic;

/** A stack for each table of docs/reference/defaults.md, by its heading, in which nothing is set that need not be. */
final class DefaultStacks {
    private static final String CERTIFICATE = "arn:aws:acm:eu-central-1:123456789012:certificate/1234";
    private static final FunctionAttributes FUNCTION = FunctionAttributes.builder()
            .functionArn("arn:aws:lambda:eu-central-1:123456789012:function:orders")
            .sameEnvironment(true)
            .build();

    private DefaultStacks() {}

    static Map<String, SynthesizedResources> synthesized(Path folder) {
        App app = new App();
        Map<String, Stack> stacks = new LinkedHashMap<>();
        stacks.put("API", stack(app, "Shop", stack -> withRoute(api(stack).build())));
        stacks.put(
                "CORS",
                stack(
                        app,
                        "Cors",
                        stack -> withRoute(api(stack)
                                .allowedOrigins(List.of("https://shop.example.com"))
                                .build())));
        stacks.put(
                "Domain",
                stack(
                        app,
                        "Domain",
                        stack -> api(stack)
                                .domain(ApiDomain.of(
                                        "api.example.com",
                                        Certificate.fromCertificateArn(stack, "Certificate", CERTIFICATE)))
                                .build()));
        stacks.put("Java function", stack(app, "Function", stack -> function(stack, folder)));
        stacks.put("Alarms", stack(app, "Alarms", DefaultStacks::alarms));

        Map<String, SynthesizedResources> resources = new LinkedHashMap<>();
        stacks.forEach((heading, stack) -> resources.put(heading, new SynthesizedResources(stack)));
        return resources;
    }

    private static Stack stack(App app, String id, Consumer<Stack> content) {
        Stack stack = new Stack(app, id);
        content.accept(stack);
        return stack;
    }

    private static SecureHttpApi.Builder api(Stack stack) {
        return SecureHttpApi.Builder.create(stack, "Api");
    }

    private static void withRoute(SecureHttpApi api) {
        api.addRoute(SecureRoute.get("/orders")
                .handler(Function.fromFunctionAttributes(Stack.of(api), "Orders", FUNCTION))
                .authorizer(new HttpIamAuthorizer())
                .build());
    }

    private static void function(Stack stack, Path folder) {
        JavaFunction.Builder.create(stack, "Orders")
                .jar(Jars.of(folder.resolve("orders.jar"), EchoHandler.class))
                .handler(EchoHandler.class.getName())
                .build();
    }

    private static void alarms(Stack stack) {
        ApiAlarms.Builder.create(stack, "Alarms")
                .api(api(stack).build())
                .topic(Topic.Builder.create(stack, "OnCall").build())
                .build();
    }
}
