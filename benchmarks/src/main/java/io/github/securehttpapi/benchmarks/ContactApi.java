package io.github.securehttpapi.benchmarks;

import io.github.securehttpapi.construct.JavaFunction;
import io.github.securehttpapi.construct.PublicAccess;
import io.github.securehttpapi.construct.SecureHttpApi;
import io.github.securehttpapi.construct.SecureRoute;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;

/** The API of {@code examples/contact-api}, with its functions, synthesized. */
final class ContactApi {
    private static final String REASON = "benchmark";

    private ContactApi() {}

    /** Writes the assembly to a folder; gives the template in it. */
    static Path synthesize(Path folder, Path functionsJar) {
        App app = new App(AppProps.builder().outdir(folder.toString()).build());
        Stack stack = new Stack(app, "ContactApi");
        SecureHttpApi api = SecureHttpApi.Builder.create(stack, "Api")
                .allowedOrigins(List.of("https://example.com"))
                .build();
        api.addRoute(SecureRoute.get("/health")
                .handler(function(stack, "Health", functionsJar))
                .publicAccess(PublicAccess.because(REASON))
                .build());
        api.addRoute(SecureRoute.post("/contacts")
                .handler(function(stack, "Contact", functionsJar))
                .publicAccess(PublicAccess.because(REASON))
                .throttle(ThrottleSettings.builder().rateLimit(2).burstLimit(5).build())
                .build());
        app.synth();
        return folder.resolve(stack.getTemplateFile());
    }

    private static JavaFunction function(Stack stack, String id, Path functionsJar) {
        return JavaFunction.Builder.create(stack, id)
                .jar(functionsJar)
                .handler("com.example.contact." + id + "Handler")
                .build();
    }
}
