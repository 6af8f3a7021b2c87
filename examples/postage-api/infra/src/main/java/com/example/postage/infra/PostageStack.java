package com.example.postage.infra;

import io.github.securehttpapi.construct.JavaFunction;
import io.github.securehttpapi.construct.PublicAccess;
import io.github.securehttpapi.construct.SecureHttpApi;
import io.github.securehttpapi.construct.SecureRoute;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.constructs.Construct;

/** A function that knows what parcels cost, and the API in front of it. */
final class PostageStack extends Stack {
    PostageStack(Construct scope, String id, Path functionsJar) {
        super(scope, id);

        JavaFunction postage = JavaFunction.Builder.create(this, "Postage")
                .jar(functionsJar)
                .handler("com.example.postage.PostageHandler")
                // A new AWS account has too little concurrency to reserve any.
                .unreservedConcurrency(true)
                .build();

        SecureHttpApi api = SecureHttpApi.Builder.create(this, "Api")
                .allowedOrigins(List.of("https://shop.example.com"))
                .build();
        api.addRoute(SecureRoute.get("/tariff")
                .handler(postage)
                .publicAccess(PublicAccess.because("the tariff hangs in every post office"))
                .build());
        api.addRoute(SecureRoute.post("/quotes")
                .handler(postage)
                .publicAccess(PublicAccess.because("visitors of the shop have no account"))
                .throttle(ThrottleSettings.builder().rateLimit(2).burstLimit(5).build())
                .build());
    }
}
