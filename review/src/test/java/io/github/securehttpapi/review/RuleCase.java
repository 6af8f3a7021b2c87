package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A template below {@code src/test/resources/rules/RULE}, named after what it shows of the rule. */
record RuleCase(Rule rule, Path file) {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final Path DIRECTORY = Path.of("src", "test", "resources", "rules");

    /** What a case shows: the start of its file's name. */
    enum Kind {
        VIOLATING,
        COMPLIANT,
        UNRESOLVABLE;

        boolean is(Path file) {
            return file.getFileName().toString().startsWith(name().toLowerCase(Locale.ROOT));
        }
    }

    /** Looked up once: a mutation run starts with that for each test. */
    private static final Map<Kind, List<RuleCase>> ALL = Stream.of(Kind.values())
            .collect(Collectors.toMap(
                    kind -> kind,
                    kind -> Rules.ALL.stream().flatMap(rule -> of(rule, kind)).toList()));

    static List<RuleCase> all(Kind kind) {
        return ALL.getOrDefault(kind, List.of());
    }

    static Stream<RuleCase> of(Rule rule, Kind kind) {
        Path directory = DIRECTORY.resolve(rule.about().id());
        if (!Files.isDirectory(directory)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files
                    .filter(kind::is)
                    .filter(file -> file.toString().matches(".*\\.(yaml|json)"))
                    .sorted()
                    .map(file -> new RuleCase(rule, file))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(directory.toString(), unreadable);
        }
    }

    Template template() {
        return Template.read(file);
    }

    /** What the rule itself finds, applied alone. */
    List<Finding> findings() {
        return Review.of(template(), TODAY).found(rule);
    }

    /** What every rule finds once the changes are made, with a value for each parameter that they add. */
    List<Finding> findingsWith(List<Change> changes) {
        String edited = JsonText.of(EditedTemplate.of(template().document(), changes));
        Template fixed =
                Template.read("fixed.json", edited.getBytes(StandardCharsets.UTF_8), FixParameters.of(changes));
        return Review.of(fixed, TODAY).run().findings();
    }

    /** The findings as the file beside the template has them, for a human to read. */
    String written() {
        StringBuilder text = new StringBuilder();
        for (Finding finding : findings()) {
            text.append(finding.location())
                    .append(' ')
                    .append(finding.severity())
                    .append(finding.unresolved() ? " unresolved " : " ")
                    .append(finding.resource())
                    .append(finding.route() == null ? "" : " [" + finding.route() + "]")
                    .append('\n')
                    .append(indented(finding.message()))
                    .append(indented(finding.fix().toString()))
                    .append('\n');
        }
        return text.toString();
    }

    Path expected() {
        return Path.of(file.toString().replaceFirst("\\.(yaml|json)$", ".findings"));
    }

    private static String indented(String text) {
        return text.strip().indent(4);
    }

    @Override
    public String toString() {
        return rule.about().id() + "/" + file.getFileName();
    }

    /** What a team would pass for the parameters that fixes add. */
    static final class FixParameters {
        private static final Map<String, String> VALUES = Map.of(
                "AllowedOrigin", "https://app.example.com",
                "JwtIssuer", "https://issuer.example.com",
                "JwtAudience", "contact-api",
                "JwtScope", "contacts/write",
                "LogKeyArn", "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");

        private FixParameters() {}

        static Map<String, String> of(List<Change> changes) {
            return changes.stream()
                    .filter(change -> change.path().get(0).equals("Parameters"))
                    .map(change -> change.path().get(1))
                    .filter(VALUES::containsKey)
                    .distinct()
                    .collect(Collectors.toMap(name -> name, VALUES::get));
        }
    }
}
