package io.github.securehttpapi.construct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.HIPAASecurityChecks;
import io.github.cdklabs.cdknag.NIST80053R5Checks;
import io.github.cdklabs.cdknag.PCIDSS321Checks;
import io.github.cdklabs.cdknag.ServerlessChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.CloudFormationValidatePlugin;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;

/**
 * What five packs of cdk-nag and the CDK's own validation find in a stack, and what was acknowledged in it.
 *
 * @param open what was found where nobody acknowledged it: ids and resources
 * @param acknowledged what was acknowledged: ids, constructs and reasons
 */
record Findings(Set<String> open, Set<Acknowledged> acknowledged) {
    /** A finding of the CDK's own validation is an error, and what is found is read from the report. */
    private static final Map<String, Object> CONTEXT = Map.of(
            "@aws-cdk/core:validateAgainstDefaultRules", true, "@aws-cdk/core:failSynthOnValidationErrors", false);

    private static final JsonMapper MAPPER = new JsonMapper();

    /** One for all, since it takes seconds to start. */
    private static final CloudFormationValidatePlugin CLOUD_FORMATION = new CloudFormationValidatePlugin();

    /**
     * An acknowledgement.
     *
     * @param id the rule's id
     * @param path where in the app it was made, with everything below
     */
    record Acknowledged(String id, String path, String reason) {
        boolean answers(String finding) {
            return finding.equals(id + " at " + path) || finding.startsWith(id + " at " + path + "/");
        }

        @Override
        public String toString() {
            return id + " at " + path + ": " + reason;
        }
    }

    static Findings in(Path folder, Consumer<Stack> definition) {
        App app = new App(
                AppProps.builder().outdir(folder.toString()).context(CONTEXT).build());
        Stack stack = new Stack(app, "Shop");
        definition.accept(stack);
        Validations.of(app)
                .addPlugins(
                        new AwsSolutionsChecks(),
                        new ServerlessChecks(),
                        new HIPAASecurityChecks(),
                        new NIST80053R5Checks(),
                        new PCIDSS321Checks(),
                        CLOUD_FORMATION);
        app.synth();
        return new Findings(open(folder), acknowledged(folder));
    }

    private static Set<String> open(Path folder) {
        Set<String> found = new TreeSet<>();
        for (JsonNode plugin : read(folder.resolve("validation-report.json")).path("pluginReports")) {
            // What the CDK leaves out for an acknowledgement elsewhere in the app is as open as the rest.
            Stream.of("violations", "suppressedViolations")
                    .flatMap(kind -> elements(plugin.path(kind)))
                    .forEach(violation -> elements(violation.path("violatingConstructs"))
                            .forEach(construct ->
                                    found.add(violation.path("ruleName").asText() + " at "
                                            + construct.path("constructPath").asText())));
        }
        return found;
    }

    private static Set<Acknowledged> acknowledged(Path folder) {
        Set<Acknowledged> all = new HashSet<>();
        read(folder.resolve("Shop.metadata.json"))
                .properties()
                .forEach(construct -> elements(construct.getValue())
                        .filter(entry ->
                                entry.path("type").asText().equals(Validations.ACKNOWLEDGED_RULES_METADATA_KEY))
                        .flatMap(entry -> entry.path("data").properties().stream())
                        .forEach(rule -> all.add(new Acknowledged(
                                rule.getKey().replaceFirst("^Annotation::", ""),
                                construct.getKey().substring(1),
                                rule.getValue().asText()))));
        return all;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
