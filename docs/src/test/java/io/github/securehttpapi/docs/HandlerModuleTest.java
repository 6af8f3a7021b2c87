package io.github.securehttpapi.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonParser;
import io.github.securehttpapi.handler.HttpApiHandler;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** What docs/explanation/modules.md says of the handler kit on a module path. */
final class HandlerModuleTest {
    private static final String NAME = "io.github.securehttpapi.handler";

    private static Path jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @Test
    void resolvesUnderANameThatIsNotItsFiles() throws URISyntaxException {
        Path jar = jarOf(HttpApiHandler.class);
        assumeThat(jar).as("mvn test has classes, mvn verify the jar").isRegularFile();

        Configuration resolved = ModuleLayer.boot()
                .configuration()
                .resolve(
                        ModuleFinder.of(jar, jarOf(RequestStreamHandler.class), jarOf(JsonParser.class)),
                        ModuleFinder.of(),
                        Set.of(NAME));

        ModuleDescriptor kit =
                resolved.findModule(NAME).orElseThrow().reference().descriptor();
        assertThat(kit.isAutomatic()).isTrue();
        assertThat(kit.packages()).containsExactly(NAME);
    }

    @Test
    void awsHasNotNamedItsModuleYet() throws IOException, URISyntaxException {
        try (JarFile jar = new JarFile(jarOf(RequestStreamHandler.class).toFile())) {
            assertThat(List.of(
                            jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name") == null,
                            jar.getEntry("module-info.class") == null))
                    .as("once aws-lambda-java-core has a module name, the handler kit can have its module-info")
                    .containsOnly(true);
        }
    }
}
