package io.github.securehttpapi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.docs.Markdown.Block;
import io.github.securehttpapi.docs.Markdown.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who follows the tutorial ends with what the build tests; {@code docs/tutorial/run} follows it. */
final class TutorialTest {
    private static final Path EXAMPLE = Markdown.ROOT.resolve("examples/postage-api");
    private static final Markdown PAGE = Markdown.read(Markdown.ROOT.resolve("docs/tutorial/postage-api.md"));

    /** Of the example's files, those that the reader doesn't write. */
    private static final Set<String> MADE = Set.of("target", "cdk.out", "snapshots");

    static List<Block> blocks() {
        return PAGE.blocks();
    }

    @Test
    void theReaderWritesEveryFileOfTheExample() throws IOException {
        List<Path> written = PAGE.blocks().stream()
                .flatMap(block -> block.region().stream())
                .map(Region::file)
                .toList();

        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            assertThat(written)
                    .containsExactlyInAnyOrderElementsOf(files.filter(Files::isRegularFile)
                            .filter(TutorialTest::isWritten)
                            .toList());
        }
    }

    private static boolean isWritten(Path file) {
        for (Path name : EXAMPLE.relativize(file)) {
            if (MADE.contains(name.toString())) {
                return false;
            }
        }
        return true;
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void commandsSayWhetherTheyNeedAnAccount(Block block) {
        if (block.language().equals("sh")) {
            assertThat(block.before()).as("%s", block).isIn("<!-- run -->", "<!-- serve -->", "<!-- account -->");
        }
    }

    @Test
    void whatIsForPowerShellFollowsWhatIsForBash() {
        List<String> lines = PAGE.lines();

        assertThat(lines.stream().filter("In PowerShell:"::equals))
                .hasSameSizeAs(
                        lines.stream().filter(line -> line.endsWith("In bash:")).toList());
    }
}
