package com.example.contact.infra;

import io.github.securehttpapi.construct.PublicAccess;
import io.github.securehttpapi.construct.SecureHttpApi;
import io.github.securehttpapi.construct.SecureRoute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** A contact form's API: a health check, and contacts to accept. */
public final class ContactApiStack extends Stack {
    /**
     * Defines the stack.
     *
     * @param scope the app
     * @param id the stack's name
     * @param functionsJar the jar that the {@code functions} module builds
     * @throws IllegalArgumentException if the jar is not there
     */
    public ContactApiStack(Construct scope, String id, Path functionsJar) {
        super(scope, id);
        if (!Files.isRegularFile(functionsJar)) {
            throw new IllegalArgumentException("functionsJar must be built, got no file '" + functionsJar
                    + "': run 'mvn package' in the folder above first");
        }
        Code code = Code.fromAsset(functionsJar.toString());
        Function health = defineFunction("Health", "com.example.contact.HealthHandler", code);
        Function contact = defineFunction("Contact", "com.example.contact.ContactHandler", code);
        CfnParameter allowedOrigin = CfnParameter.Builder.create(this, "AllowedOrigin")
                .description("The origin of the web site whose form posts contacts")
                .defaultValue("https://example.com")
                .build();

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

    private Function defineFunction(String id, String handler, Code code) {
        LogGroup logGroup = LogGroup.Builder.create(this, id + "Log")
                .retention(RetentionDays.TWO_WEEKS)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        return Function.Builder.create(this, id)
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.ARM_64)
                .handler(handler)
                .code(code)
                .memorySize(512)
                .timeout(Duration.seconds(10))
                .logGroup(logGroup)
                .build();
    }
}
