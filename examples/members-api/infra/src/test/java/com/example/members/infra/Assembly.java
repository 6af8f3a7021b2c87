package com.example.members.infra;

import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.IPolicyValidationPlugin;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.assertions.Template;

/** The app, synthesized as {@code cdk synth} does it: a finding is an error, and the error has the report in it. */
final class Assembly {
    /** Surefire runs in this module's folder. */
    static final Path FUNCTIONS_JAR = Path.of("..", "functions", "target", "members-functions.jar");

    private static final Map<String, Object> CONTEXT =
            Map.of("@aws-cdk/core:validateAgainstDefaultRules", true, "@aws-cdk/core:appMode", "inmemory");

    private Assembly() {}

    static Map<String, Object> template() {
        return Template.fromStack(define(AppProps.builder().context(CONTEXT).build()))
                .toJSON();
    }

    /** Writes the assembly to a folder. */
    static void write(Path folder, IPolicyValidationPlugin... plugins) {
        MembersApiStack stack = define(
                AppProps.builder().context(CONTEXT).outdir(folder.toString()).build());
        App app = (App) stack.getNode().getRoot();
        Validations.of(app).addPlugins(plugins);
        app.synth();
    }

    private static MembersApiStack define(AppProps props) {
        return new MembersApiStack(new App(props), "MembersApi", FUNCTIONS_JAR);
    }
}
