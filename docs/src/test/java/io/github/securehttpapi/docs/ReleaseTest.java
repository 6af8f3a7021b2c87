package io.github.securehttpapi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.docs.Markdown.Block;
import io.github.securehttpapi.docs.Markdown.Region;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a release is tried with is what the README shows, and what is published without a parent is as if it had one. */
final class ReleaseTest {
    private static final Path CONSUMER = Markdown.ROOT.resolve("release/consumer");
    private static final Pattern PLUGIN =
            Pattern.compile("<artifactId>([a-z-]+-maven-plugin|maven-[a-z]+-plugin)</artifactId>\\s*"
                    + "(?:<!--.*?-->\\s*)?<version>([^<]+)</version>");

    @ParameterizedTest
    @CsvSource({
        "bom,         pom.xml",
        "construct,   infra/pom.xml",
        "handler-kit, functions/pom.xml",
        "decoder,     functions/src/main/java/com/example/contact/Contact.java",
        "handler,     functions/src/main/java/com/example/contact/ContactHandler.java",
        "api,         infra/src/main/java/com/example/contact/infra/ContactApiStack.java",
        "functions,   infra/src/main/java/com/example/contact/infra/ContactApiStack.java",
    })
    void theConsumerHasTheReadmesCode(String region, String file) {
        assertThat(new Region(CONSUMER.resolve(file), region).code()).isEqualTo(readme(region));
    }

    private static List<String> readme(String region) {
        return Markdown.read(Markdown.ROOT.resolve("README.md")).blocks().stream()
                .filter(block -> block.region().map(Region::name).equals(Optional.of(region)))
                .map(Block::code)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"bom/pom.xml", "release/consumer/pom.xml"})
    void whatHasNoParentHasItsPluginVersions(String file) {
        Map<String, String> parents = plugins("pom.xml");

        assertThat(plugins(file))
                .isNotEmpty()
                .allSatisfy((plugin, version) -> assertThat(parents).containsEntry(plugin, version));
    }

    private static Map<String, String> plugins(String file) {
        Map<String, String> versions = new TreeMap<>();
        Matcher plugin = PLUGIN.matcher(String.join("\n", Markdown.lines(Markdown.ROOT.resolve(file))));
        while (plugin.find()) {
            versions.put(plugin.group(1), plugin.group(2));
        }
        return versions;
    }

    @Test
    void theBomAndTheModulesSayTheSameOfTheProject() {
        String root = metadata("pom.xml");

        assertThat(metadata("bom/pom.xml")).isEqualTo(root).contains("<scm>", "<developers>", "<issueManagement>");
    }

    /** From the first address to the last, as one line. */
    private static String metadata(String file) {
        String pom = String.join("", Markdown.lines(Markdown.ROOT.resolve(file)));
        return pom.substring(pom.indexOf("<url>"), pom.indexOf("</issueManagement>") + "</issueManagement>".length())
                .replaceFirst("<modules>.*</modules>", "")
                .replaceFirst("<scm[^>]*>", "<scm>")
                .replaceAll("\\s+", "");
    }
}
