package com.example.contact.infra;

import io.github.securehttpapi.construct.JavaFunction;
import io.github.securehttpapi.construct.PublicAccess;
import io.github.securehttpapi.construct.SecureHttpApi;
import io.github.securehttpapi.construct.SecureRoute;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.constructs.Construct;

/** The stack of the README. */
final class ContactApiStack extends Stack {
    ContactApiStack(Construct scope, String id, Path functionsJar) {
        super(scope, id);
        CfnParameter allowedOrigin = CfnParameter.Builder.create(this, "AllowedOrigin")
                .defaultValue("https://example.com")
                .build();

        // snippet:functions
        JavaFunction health = JavaFunction.Builder.create(this, "Health")
                .jar(functionsJar)
                .handler("com.example.contact.HealthHandler")
                .build();
        JavaFunction contact = JavaFunction.Builder.create(this, "Contact")
                .jar(functionsJar)
                .handler("com.example.contact.ContactHandler")
                .build();
        // end

        // snippet:api
        SecureHttpApi api = SecureHttpApi.Builder.create(this, "Api")
                .allowedOrigins(List.of(allowedOrigin.getValueAsString()))
                .build();
        api.addRoute(SecureRoute.get("/health")
                .handler(health)
                .publicAccess(PublicAccess.because("load balancer probe, returns no data"))
                .build());
        api.addRoute(SecureRoute.post("/contacts")
                .handler(contact)
                .publicAccess(PublicAccess.because("visitors of the web site have no account"))
                .throttle(ThrottleSettings.builder().rateLimit(2).burstLimit(5).build())
                .build());
        // end
    }
}
