package com.example.members.infra;

import io.github.securehttpapi.construct.GatewayReview;
import java.nio.file.Path;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Validations;

/** The CDK app: what {@code cdk.json} runs, from the folder that {@code cdk.json} is in. */
public final class MembersApiApp {
    private MembersApiApp() {}

    /**
     * Synthesizes the stack to where the CDK's command says.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        App app = new App();
        new MembersApiStack(app, "MembersApi", Path.of("functions", "target", "members-functions.jar"));
        Validations.of(app).addPlugins(new GatewayReview());
        app.synth();
    }
}
