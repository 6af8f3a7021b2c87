package com.example.postage.infra;

import io.github.securehttpapi.construct.GatewayReview;
import java.nio.file.Path;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Validations;

/** The CDK app: what {@code cdk.json} runs, from the folder that {@code cdk.json} is in. */
public final class PostageApp {
    private PostageApp() {}

    public static void main(String[] arguments) {
        App app = new App();
        new PostageStack(app, "Postage", Path.of("functions", "target", "functions.jar"));
        Validations.of(app).addPlugins(new GatewayReview());
        app.synth();
    }
}
