package io.github.securehttpapi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link of every Markdown file. {@code -Dlinks.external=true} asks those that leave the project, too. */
final class LinksTest {
    private static final Path EXAMPLES = Markdown.ROOT.resolve("examples");

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    /** Not found, gone: others, such as 403 and 429, are told to programs of pages that people can read. */
    private static final Set<Integer> DEAD = Set.of(404, 410);

    static Stream<Link> links() {
        return Markdown.all().stream().flatMap(document -> document.links().stream());
    }

    static List<Link> local() {
        return links().filter(link -> !link.isExternal()).toList();
    }

    static List<Link> external() {
        return links().filter(Link::isExternal).toList();
    }

    static List<URI> externalPages() {
        return external().stream().map(Link::uri).distinct().sorted().toList();
    }

    /** A project that was copied out has nothing beside it: what it links to must be in it, or at the public address. */
    static List<Link> ofWhatIsCopied() {
        return local().stream()
                .filter(link -> link.document().file().startsWith(EXAMPLES) && !link.isHomeward())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("local")
    void leadToFiles(Link link) {
        assertThat(link.file()).as("%s", link).exists();
    }

    @ParameterizedTest
    @MethodSource("local")
    void leadToHeadings(Link link) {
        if (!link.fragment().isEmpty()) {
            assertThat(link.file()).as("%s", link).isRegularFile();
            assertThat(Markdown.read(link.file()).anchors()).as("%s", link).contains(link.fragment());
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("ofWhatIsCopied")
    void stayInTheExampleThatIsCopied(Link link) {
        Path example =
                EXAMPLES.resolve(EXAMPLES.relativize(link.document().file()).getName(0));

        assertThat(link.file()).as("%s", link).startsWith(example);
    }

    @ParameterizedTest
    @MethodSource("external")
    void areHttps(Link link) {
        assertThat(link.uri())
                .hasScheme("https")
                .satisfies(uri -> assertThat(uri.getHost()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("externalPages")
    @EnabledIfSystemProperty(named = "links.external", matches = "true")
    void leadToPages(URI page) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(page)
                .timeout(Duration.ofMinutes(1))
                .header("user-agent", "Mozilla/5.0 (compatible; secure-http-api link check)")
                .build();

        assertThat(CLIENT.send(request, BodyHandlers.discarding()).statusCode()).isNotIn(DEAD);
    }
}
