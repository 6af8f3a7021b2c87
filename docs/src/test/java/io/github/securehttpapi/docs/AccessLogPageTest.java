package io.github.securehttpapi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.construct.AccessLogField;
import io.github.securehttpapi.construct.SecureHttpApi;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

/** The tables of docs/reference/access-log.md are the access logs of an API that adds nothing, and of one that adds all. */
final class AccessLogPageTest {
    private static final Path PAGE = Markdown.ROOT.resolve("docs/reference/access-log.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `(\\w+)` \\|(?: `([A-Z_]+)` \\|)? `(\\$context\\.[\\w.]+)` \\|.*");
    private static final Pattern MEMBER = Pattern.compile("\"(\\w+)\":\"(\\$context\\.[\\w.]+)\"");

    @Test
    void theFirstTableIsWhatIsAlwaysThere() {
        assertThat(rows().filter(row -> row.group(2) == null).map(row -> row.group(1) + " " + row.group(3)))
                .containsExactlyElementsOf(logged());
    }

    @Test
    void bothTablesAreAllThatThereIs() {
        assertThat(rows().map(row -> row.group(1) + " " + row.group(3)))
                .containsExactlyElementsOf(logged(AccessLogField.values()));
    }

    @Test
    void theSecondTableNamesTheConstants() {
        List<AccessLogField> all = List.of(AccessLogField.values());
        List<String> told = rows().filter(row -> row.group(2) != null)
                .map(row -> row.group(2))
                .toList();

        assertThat(told)
                .containsExactlyElementsOf(all.subList(all.size() - told.size(), all.size()).stream()
                        .map(Enum::name)
                        .toList());
    }

    private static Stream<MatchResult> rows() {
        return Markdown.lines(PAGE).stream().flatMap(line -> ROW.matcher(line).results());
    }

    private static List<String> logged(AccessLogField... added) {
        Stack stack = new Stack(new App(), "Shop");
        SecureHttpApi.Builder.create(stack, "Api").accessLogFields(added).build();

        return new SynthesizedResources(stack)
                .values("AWS::ApiGatewayV2::Stage", "AccessLogSettings.Format", "").stream()
                        .flatMap(format -> MEMBER.matcher(format).results())
                        .map(member -> member.group(1) + " " + member.group(2))
                        .toList();
    }
}
