package io.github.securehttpapi.construct;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.PolicyValidationStack;

/**
 * A template of the cloud assembly.
 *
 * @param file its file
 * @param stackFile the template of the stack that it is deployed with: itself, or the outermost one around a nested stack
 * @param stackPath the path of that stack in the app
 */
record SynthesizedTemplate(Path file, Path stackFile, String stackPath) {
    private static final String NESTED = ".nested.template.json";

    /** The stack's own template and those of the stacks nested in it, at any depth. */
    static Stream<SynthesizedTemplate> of(PolicyValidationStack stack) {
        Path file = Path.of(stack.getTemplatePath());
        String path = stack.getStackConstructPath();
        return Stream.concat(
                Stream.of(new SynthesizedTemplate(file, file, path)),
                nested(file).stream().map(name -> new SynthesizedTemplate(file.resolveSibling(name), file, path)));
    }

    /**
     * Those that this stack publishes, since the folder may hold an older synthesis's too. The assets' file names them;
     * {@code LegacyStackSynthesizer} writes none, and says it in the metadata.
     */
    private static Set<String> nested(Path file) {
        Stream<String> assets = AssemblyFile.elements(
                        AssemblyFile.beside(file, ".assets.json").path("files"))
                .map(asset -> asset.path("source").path("path").asText());
        Stream<String> metadata = AssemblyFile.elements(AssemblyFile.beside(file, ".metadata.json"))
                .flatMap(AssemblyFile::elements)
                .filter(entry -> entry.path("type").asText().equals("aws:cdk:asset"))
                .map(SynthesizedTemplate::path);
        return Stream.concat(assets, metadata)
                .filter(name -> name.endsWith(NESTED))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String path(JsonNode entry) {
        return entry.path("data").path("path").asText();
    }
}
