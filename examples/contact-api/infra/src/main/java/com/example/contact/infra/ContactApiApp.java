package com.example.contact.infra;

import io.github.securehttpapi.construct.GatewayReview;
import java.nio.file.Path;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Validations;

/** The CDK app: what {@code cdk.json} runs, from the folder that {@code cdk.json} is in. */
public final class ContactApiApp {
    private ContactApiApp() {}

    /**
     * Synthesizes the stack to where the CDK's command says.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        App app = new App();
        new ContactApiStack(app, "ContactApi", Path.of("functions", "target", "contact-functions.jar"));
        // snippet:review
        Validations.of(app).addPlugins(new GatewayReview());
        // end
        app.synth();
    }
}
