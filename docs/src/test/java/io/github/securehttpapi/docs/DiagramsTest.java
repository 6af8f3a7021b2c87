package io.github.securehttpapi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.docs.Markdown.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A diagram that Mermaid cannot read is a picture of a bomb on the page. {@code -Dmermaid.js=FILE}, with the {@code
 * dist/mermaid.min.js} of the npm package {@code mermaid} and Chromium on the {@code PATH}, has Mermaid read them all.
 */
@EnabledIfSystemProperty(named = "mermaid.js", matches = ".+")
final class DiagramsTest {
    private static final String PAGE = """
            <!DOCTYPE html><meta charset="utf-8"><script src="%s"></script>%s
            <script>
            (async () => {
              const answers = [];
              for (const block of document.querySelectorAll("template")) {
                try { await mermaid.parse(block.content.textContent); }
                catch (error) { answers.push(block.id + ": " + error.message.split("\\n")[0]); }
              }
              document.title = ["read", ...answers].join(" ");
            })();
            </script>
            """;

    @Test
    void mermaidReadsThem(@TempDir Path folder) throws IOException, InterruptedException {
        List<Block> blocks = Markdown.all().stream()
                .flatMap(document -> document.blocks().stream())
                .filter(block -> block.language().equals("mermaid"))
                .toList();
        Path page = Files.writeString(folder.resolve("diagrams.html"), page(blocks));
        Path dump = folder.resolve("dump.html");
        Process chromium = new ProcessBuilder(
                        "chromium",
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--virtual-time-budget=20000",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectOutput(dump.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(chromium.waitFor()).isZero();
        assertThat(blocks).isNotEmpty();
        assertThat(Files.readString(dump)).contains("<title>read</title>");
    }

    private static String page(List<Block> blocks) {
        String library = Path.of(System.getProperty("mermaid.js", "")).toUri().toString();
        StringBuilder diagrams = new StringBuilder();
        for (Block block : blocks) {
            diagrams.append("<template id=\"").append(block).append("\">");
            diagrams.append(escaped(String.join("\n", block.code()))).append("</template>");
        }
        return PAGE.formatted(library, diagrams);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
