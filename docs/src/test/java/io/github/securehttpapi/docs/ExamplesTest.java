package io.github.securehttpapi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each example is a project of its own, to copy, so that some of its files are copies themselves. */
final class ExamplesTest {
    private static final Path EXAMPLES = Markdown.ROOT.resolve("examples");

    @ParameterizedTest
    @ValueSource(strings = {"BuildPrerequisites.java", "cdk.json", ".gitignore"})
    void whatExamplesShareIsTheSame(String file) {
        assertThat(EXAMPLES.resolve("members-api").resolve(file))
                .hasSameTextualContentAs(EXAMPLES.resolve("contact-api").resolve(file));
    }
}
