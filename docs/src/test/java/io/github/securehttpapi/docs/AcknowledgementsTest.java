package io.github.securehttpapi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of docs/reference/acknowledgements.md, held to by what the construct's test and the example acknowledge. */
final class AcknowledgementsTest {
    private static final Path LIST = Markdown.ROOT.resolve("construct/src/test/resources/acknowledgements.txt");
    private static final Path EXAMPLE = Markdown.ROOT.resolve(
            "examples/contact-api/infra/src/main/java/com/example/contact/infra/Acknowledgements.java");
    private static final Pattern ID = Pattern.compile(
            "(?:AwsSolutions|Serverless|HIPAA\\.Security|NIST\\.800\\.53\\.R5|PCI\\.DSS\\.321)-[^` ]+?(?=[`\" ])");

    @Test
    void theTableHasEveryFindingOfAFullyUsedApi() {
        assertThat(idsOf(rowsBy("construct|example")))
                .containsExactlyInAnyOrderElementsOf(idsOf(Markdown.lines(LIST).stream()));
    }

    @Test
    void whatTheConstructAcknowledgesIsPublicAccess() {
        assertThat(idsOf(rowsBy("construct")))
                .containsExactlyInAnyOrderElementsOf(
                        idsOf(Markdown.lines(LIST).stream().filter(line -> line.contains(": public: "))));
    }

    @Test
    void theRestTheExampleAcknowledges() {
        assertThat(idsOf(rowsBy("example")))
                .containsExactlyInAnyOrderElementsOf(idsOf(Markdown.lines(EXAMPLE).stream()));
    }

    /** The rows that name one of those as who acknowledges. */
    private static Stream<String> rowsBy(String whom) {
        return Markdown.lines(Markdown.ROOT.resolve("docs/reference/acknowledgements.md")).stream()
                .filter(line -> line.matches("\\| .* \\| (" + whom + ") \\| .* \\|"));
    }

    private static List<String> idsOf(Stream<String> lines) {
        return lines.flatMap(line -> ID.matcher(line).results())
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
