package io.github.securehttpapi.construct;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.constructs.Construct;

/** A stack's template, and what tests of it need again and again. */
record Synthesized(Map<String, Object> template) {
    static Synthesized of(Consumer<Stack> definition) {
        // As the CDK's command does, so that the paths in Metadata are guarded too.
        Map<String, Object> context = Map.of("aws:cdk:enable-path-metadata", true);
        Stack stack = new Stack(new App(AppProps.builder().context(context).build()), "Shop");
        definition.accept(stack);
        return of(stack);
    }

    static Synthesized of(Stack stack) {
        return new Synthesized(Template.fromStack(stack).toJSON());
    }

    static Function function(Construct scope, String id) {
        return Function.Builder.create(scope, id)
                .runtime(Runtime.NODEJS_22_X)
                .handler("index.handler")
                .code(Code.fromInline("exports.handler = async () => ({ statusCode: 204 })"))
                .build();
    }

    static HttpJwtAuthorizer authorizer() {
        return HttpJwtAuthorizer.Builder.create("Jwt", "https://issuer.example.com/")
                .jwtAudience(List.of("shop"))
                .build();
    }

    /** An API with a little of everything. */
    static Synthesized shop() {
        return of(stack -> {
            SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api")
                    .allowedOrigins(List.of("https://shop.example.com"))
                    .defaultAuthorizer(authorizer())
                    .build();
            Function orders = function(stack, "Orders");
            api.addRoute(SecureRoute.get("/catalogue")
                    .handler(function(stack, "Catalogue"))
                    .publicAccess(PublicAccess.because("catalogue is on the web site too"))
                    .build());
            api.addRoute(SecureRoute.get("/orders/{id}").handler(orders).build());
            api.addRoute(SecureRoute.delete("/orders/{id}")
                    .handler(orders)
                    .timeout(Duration.seconds(3))
                    .build());
            api.addRoute(SecureRoute.post("/orders")
                    .handler(orders)
                    .authorizationScopes(List.of("orders/write"))
                    .throttle(ThrottleSettings.builder()
                            .rateLimit(2)
                            .burstLimit(5)
                            .build())
                    .build());
        });
    }

    /** All resources by logical id. */
    Map<String, Object> resources() {
        return object(template, "Resources");
    }

    /** Resources of a type by logical id. */
    Map<String, Map<String, Object>> resources(String type) {
        Map<String, Map<String, Object>> found = new TreeMap<>();
        resources().forEach((id, resource) -> {
            Map<String, Object> properties = cast(resource);
            if (type.equals(properties.get("Type"))) {
                found.put(id, properties);
            }
        });
        return found;
    }

    /** The properties of the only resource of a type. */
    Map<String, Object> only(String type) {
        Map<String, Map<String, Object>> found = resources(type);
        if (found.size() != 1) {
            throw new AssertionError("one " + type + " expected, got " + found.keySet());
        }
        return object(found.values().iterator().next(), "Properties");
    }

    /** The route with a route key. */
    Map<String, Object> route(String key) {
        return resources("AWS::ApiGatewayV2::Route").values().stream()
                .filter(route -> key.equals(object(route, "Properties").get("RouteKey")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no route " + key));
    }

    static Map<String, Object> object(Map<String, Object> parent, String key) {
        Object value = parent.get(key);
        if (value == null) {
            throw new AssertionError("no " + key + " in " + parent.keySet());
        }
        return cast(value);
    }

    @SuppressWarnings("unchecked") // JSON: what is no map fails at the next line that uses it
    private static Map<String, Object> cast(Object value) {
        return (Map<String, Object>) value;
    }
}
