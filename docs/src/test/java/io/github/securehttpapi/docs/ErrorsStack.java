package io.github.securehttpapi.docs;

import io.github.securehttpapi.construct.PublicAccess;
import io.github.securehttpapi.construct.SecureAuthorizers;
import io.github.securehttpapi.construct.SecureHttpApi;
import io.github.securehttpapi.construct.SecureRoute;
import io.github.securehttpapi.docs.served.OrdersHandler;
import io.github.securehttpapi.docs.served.ProblemHandler;
import io.github.securehttpapi.docs.served.TroubleHandler;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpIamAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpJwtAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.s3.Bucket;

/** An API with a route for every error that a gateway or a function answers. */
final class ErrorsStack extends Stack {
    private final SecureHttpApi api;
    private final Function orders;
    private final Function trouble;

    ErrorsStack(App app) {
        super(app, "Errors");
        this.api = SecureHttpApi.Builder.create(this, "Api").build();
        this.orders = function("Orders", OrdersHandler.class);
        this.trouble = function("Trouble", TroubleHandler.class);
        addPublicRoutes(function("Problem", ProblemHandler.class));
        addRoutesWithAuthorizers();
    }

    /** Without code in the assembly: it is on the class path of the gateway. */
    private Function function(String id, Class<?> handler) {
        return Function.Builder.create(this, id)
                .runtime(Runtime.JAVA_17)
                .code(Code.fromBucket(Bucket.fromBucketName(this, id + "Code", "code"), "functions.jar"))
                .handler(handler.getName())
                .timeout(Duration.seconds(10))
                .build();
    }

    private void addPublicRoutes(Function problem) {
        add(open(SecureRoute.post("/orders").handler(orders)));
        add(open(SecureRoute.get("/orders").handler(orders)));
        add(open(SecureRoute.get("/breaks").handler(orders)));
        add(open(SecureRoute.get("/problem").handler(problem)));
        add(open(SecureRoute.post("/problem").handler(problem)));
        add(open(SecureRoute.get("/fails").handler(trouble)));
        add(open(SecureRoute.get("/slow").handler(trouble).timeout(Duration.millis(500))));
        add(open(SecureRoute.get("/rare").handler(orders))
                .throttle(ThrottleSettings.builder()
                        .rateLimit(0.001)
                        .burstLimit(1)
                        .build()));
    }

    private void addRoutesWithAuthorizers() {
        HttpJwtAuthorizer jwt = HttpJwtAuthorizer.Builder.create("Customers", "https://login.example.com/")
                .jwtAudience(List.of("shop"))
                .build();
        add(guarded("/jwt", jwt).authorizationScopes(List.of("orders/read")));
        add(guarded("/iam", new HttpIamAuthorizer()));
        add(guarded("/lambda", SecureAuthorizers.lambda("Partners", trouble)));
    }

    private static SecureRoute.Builder open(SecureRoute.Builder route) {
        return route.publicAccess(PublicAccess.because("a test calls it"));
    }

    private SecureRoute.Builder guarded(String path, IHttpRouteAuthorizer authorizer) {
        return SecureRoute.get(path).handler(orders).authorizer(authorizer);
    }

    private void add(SecureRoute.Builder route) {
        api.addRoute(route.build());
    }
}
