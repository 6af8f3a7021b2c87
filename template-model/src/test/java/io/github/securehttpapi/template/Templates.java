package io.github.securehttpapi.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Templates for tests: the one CDK would synthesize, and small ones around one property. */
final class Templates {
    private Templates() {}

    static Path contactApi() {
        URL resource = Objects.requireNonNull(Templates.class.getResource("/ContactApi.template.json"));
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An API whose name is the given JSON value, and whatever sections stand beside Resources. */
    static Path named(Path directory, String name, String sections) {
        return write(directory, """
                {"Resources": {
                  "Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"ProtocolType": "HTTP", "Name": %s}},
                  "Function": {"Type": "AWS::Lambda::Function", "Properties": {}}
                }%s}
                """.formatted(name, sections));
    }

    static Property<String> name(Path directory, String name, String sections, Map<String, String> parameters) {
        return Template.read(named(directory, name, sections), parameters)
                .httpApis()
                .get(0)
                .name();
    }

    /** A template in YAML that is in no file. */
    static Template yaml(String content) {
        return yaml(content, Map.of());
    }

    static Template yaml(String content, Map<String, String> parameters) {
        return Template.read("template.yaml", content.getBytes(StandardCharsets.UTF_8), parameters);
    }

    static Path write(Path directory, String content) {
        try {
            return Files.writeString(directory.resolve("Test.template.json"), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
