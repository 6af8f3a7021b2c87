package io.github.securehttpapi.construct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Validations;

/**
 * What a synthesis with the plugin comes to.
 *
 * @param failure the message it fails with, above the kernel's stack trace; empty if it does not fail
 * @param violations the CDK's report of them
 */
record ReviewedApp(String failure, List<JsonNode> violations) {
    private static final JsonMapper MAPPER = new JsonMapper();

    static ReviewedApp in(Path folder, GatewayReview review, Consumer<App> definition) {
        // As the CDK's own assertions synthesize: the exception has the report in it.
        App app = new App(AppProps.builder()
                .outdir(folder.toString())
                .context(Map.of("@aws-cdk/core:appMode", "inmemory"))
                .build());
        definition.accept(app);
        Validations.of(app).addPlugins(review);
        return new ReviewedApp(failure(app), violations(folder.resolve("validation-report.json")));
    }

    private static String failure(App app) {
        try {
            app.synth();
            return "";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage()).replaceFirst("(?s)\n\nA copy of this report.*", "");
        }
    }

    private static List<JsonNode> violations(Path report) {
        try {
            List<JsonNode> all = new ArrayList<>();
            MAPPER.readTree(report.toFile())
                    .path("pluginReports")
                    .forEach(plugin -> plugin.path("violations").forEach(all::add));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rules and places, such as {@code warning stage-throttle[Shop/Api/Stage/Resource]}. */
    List<String> found() {
        return violations.stream()
                .map(violation -> violation.path("severity").asText() + " "
                        + violation.path("ruleName").asText())
                .sorted()
                .toList();
    }
}
