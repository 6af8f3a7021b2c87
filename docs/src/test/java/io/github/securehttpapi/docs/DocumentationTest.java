package io.github.securehttpapi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.docs.Markdown.Block;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DocumentationTest {
    /** Languages whose blocks the build compiles elsewhere: such a block must say where. Others may. */
    private static final Set<String> COMPILED = Set.of("java", "xml");

    static Stream<Block> compiledBlocks() {
        return Markdown.all().stream()
                .flatMap(document -> document.blocks().stream())
                .filter(block ->
                        COMPILED.contains(block.language()) || block.region().isPresent());
    }

    @ParameterizedTest
    @MethodSource("compiledBlocks")
    void codeIsARegionOfWhatTheBuildCompiles(Block block) {
        assertThat(block.region())
                .as("%s needs <!-- snippet: path/of/File.java#region --> above it", block)
                .hasValueSatisfying(
                        region -> assertThat(block.code()).as("%s", block).isEqualTo(region.code()));
    }

    @Test
    void theIndexLeadsToEveryPage() {
        Path docs = Markdown.ROOT.resolve("docs");
        Markdown index = Markdown.read(docs.resolve("README.md"));

        assertThat(index.links())
                .extracting(Link::file)
                .containsAll(Markdown.all().stream()
                        .map(Markdown::file)
                        .filter(file -> file.startsWith(docs) && !file.equals(index.file()))
                        .toList());
    }

    @Test
    void theReadmeShowsItsTwoCommandsEachAloneInItsBlock() {
        Markdown readme = Markdown.all().stream()
                .filter(document -> document.toString().equals("README.md"))
                .findFirst()
                .orElseThrow();

        assertThat(readme.firstBlockBelow("## Run it").code()).containsExactly("mvn -Pserve");
        assertThat(readme.firstBlockBelow("## Test it").code()).containsExactly("mvn verify");
    }
}
