package io.github.securehttpapi.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.securehttpapi.local.command.LocalGatewayCommand;
import io.github.securehttpapi.review.command.ReviewCommand;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of options are what the commands are declared to take. */
final class CommandsTest {
    private static final String OPTION = "picocli.CommandLine$Option";
    private static final Pattern NAME = Pattern.compile("`(--[a-z-]+)[ A-Z=|\\\\]*`");

    @Test
    void optionsOfTheReview() {
        assertThat(told("gateway-review.md")).containsExactlyInAnyOrderElementsOf(declared(ReviewCommand.class));
    }

    @Test
    void optionsOfTheLocalGateway() {
        assertThat(told("local-gateway.md")).containsExactlyInAnyOrderElementsOf(declared(LocalGatewayCommand.class));
    }

    private static List<String> told(String page) {
        return Markdown.lines(Markdown.ROOT.resolve("docs/reference").resolve(page)).stream()
                .filter(line -> line.startsWith("| `--"))
                .map(line -> line.substring(0, line.indexOf("` | ") + 1))
                .flatMap(cell -> NAME.matcher(cell).results())
                .map(MatchResult::group)
                .map(option -> option.replaceAll("`| .*", ""))
                .filter(option -> !option.startsWith("--no-local"))
                .toList();
    }

    /** Also the two that every command of picocli's has. */
    private static List<String> declared(Class<?> command) {
        Stream<String> own = new ClassFileImporter()
                .importClasses(command).get(command).getFields().stream()
                        .map(CommandsTest::name)
                        .flatMap(Optional::stream);
        return Stream.concat(own, Stream.of("--help", "--version")).toList();
    }

    private static Optional<String> name(JavaField field) {
        return field.tryGetAnnotationOfType(OPTION)
                .flatMap(option -> option.get("names"))
                .map(names -> ((String[]) names)[0]);
    }
}
