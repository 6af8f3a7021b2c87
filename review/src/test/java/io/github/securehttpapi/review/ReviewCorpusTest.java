package io.github.securehttpapi.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.template.NoHttpApiException;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.TemplateException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the review says of templates that others wrote, held to docs/reference/review-corpus.md: its findings were read by
 * hand, so that a change of them has to be read again; {@code -Dsnapshot.update=true} rewrites its tables. Runs in the
 * profile {@code corpus} only.
 */
@Tag("corpus")
final class ReviewCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("corpus", "corpus"));
    private static final Path PAGE = Path.of("..", "docs", "reference", "review-corpus.md");
    private static final String RULES_HEAD = "| rule | errors | warnings | notes |\n| --- | --- | --- | --- |\n";
    private static final String TEMPLATES_HEAD = "| template | what comes of it |\n| --- | --- |\n";

    /** Where the translator ran: it wrote the region into what it made. */
    private static final Map<String, String> REGION = Map.of("AWS::Region", "ap-southeast-1");

    @Test
    void findsWhatWasReadByHand() throws IOException {
        StringBuilder rules = new StringBuilder(RULES_HEAD);
        Map<String, List<Finding>> byRule = new TreeMap<>();
        for (Path pattern : files("patterns")) {
            findings(pattern)
                    .forEach(finding -> byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
                            .add(finding));
        }
        byRule.forEach((rule, found) -> rules.append(row(rule, found)));
        assertTable(RULES_HEAD, rules.toString());
    }

    @Test
    void reviewsWhatDeclaresAnHttpApi() throws IOException {
        StringBuilder templates = new StringBuilder(TEMPLATES_HEAD);
        for (Path pattern : files("patterns")) {
            templates.append("| `").append(pattern.getFileName()).append("` | ");
            templates.append(outcome(pattern)).append(" |\n");
        }
        assertTable(TEMPLATES_HEAD, templates.toString());
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysWhereAndWhatToDo(Path template) throws IOException {
        assertThat(findings(template)).allSatisfy(finding -> {
            assertThat(finding.location().line())
                    .isBetween(1, Files.readAllLines(template).size());
            assertThat(finding.location().column()).isPositive();
            assertThat(finding.message()).isNotBlank().doesNotContain("\n");
            assertThat(finding.fix().summary()).isNotBlank().doesNotContain("\n");
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachFixRemovesItsFindingAndAddsNone(Path file) throws IOException {
        List<String> before = keys(findings(file));
        for (Finding finding : findings(file)) {
            List<Change> changes = finding.fix().changes();
            if (!changes.isEmpty() && !hasRouteThatNoFixReaches(file, finding)) {
                List<String> expected = new ArrayList<>(before);
                expected.remove(key(finding));
                List<String> added = keys(findingsWith(file, changes));
                expected.forEach(added::remove);
                assertThat(added.stream().filter(key -> !isSaidOfTheOther(key, before) && !isOfGlobals(file, key)))
                        .as(finding.message() + "\n" + finding.fix())
                        .isEmpty();
            }
        }
    }

    /** SAM takes the name AWS_IAM for its own, and gives such a route none of the scopes that it asks for. */
    private static boolean hasRouteThatNoFixReaches(Path file, Finding finding) {
        return file.endsWith("http_api_custom_iam_auth.yaml") && finding.rule().equals("jwt-without-scopes");
    }

    /** What the implicit API gets stands in Globals, and so in every other API of the template. */
    private static boolean isOfGlobals(Path file, String key) {
        return file.endsWith("api_with_basic_custom_domain_intrinsics_http.yaml")
                && key.equals("authorizer-unused MyApi [null]");
    }

    /** Of two public routes the one that stays is beside a protected one now, which is worth another word. */
    private static boolean isSaidOfTheOther(String key, List<String> before) {
        return key.startsWith("shadowed-route") && before.contains(key.replace("shadowed-route", "public-route"));
    }

    /** Both sides of a pair declare the same API, and so have the same to be said of them. */
    @ParameterizedTest
    @MethodSource("pairs")
    void findsTheSameInWhatTheTranslatorMakes(Path input) throws IOException {
        assertThat(kinds(input)).isEqualTo(kinds(output(input)));
    }

    /** The conditions of most pairs are literally false, and leave nothing to compare. */
    private static List<String> kinds(Path file) throws IOException {
        String content = Files.readString(file)
                .replaceAll("- true\\s+- false", "- true\n    - true")
                .replaceAll("true,\\s+false", "true, true");
        return review(file, content.getBytes(StandardCharsets.UTF_8)).stream()
                .map(finding -> finding.rule() + " " + finding.severity() + " [" + finding.route() + "]")
                .sorted()
                .toList();
    }

    private static List<Finding> findings(Path file) throws IOException {
        return review(file, Files.readAllBytes(file));
    }

    private static List<Finding> review(Path file, byte[] content) {
        try {
            Template template = Template.read(file.toString(), content, REGION);
            return Review.of(template, RuleCase.TODAY).run().findings();
        } catch (TemplateException refused) {
            return List.of();
        }
    }

    private static List<Finding> findingsWith(Path file, List<Change> changes) throws IOException {
        Template template = Template.read(file.toString(), Files.readAllBytes(file), REGION);
        String edited = JsonText.of(EditedTemplate.of(template.document(), changes));
        Map<String, String> parameters = new TreeMap<>(REGION);
        parameters.putAll(RuleCase.FixParameters.of(changes));
        Template fixed = Template.read("fixed.json", edited.getBytes(StandardCharsets.UTF_8), parameters);
        return Review.of(fixed, RuleCase.TODAY).run().findings();
    }

    private static String outcome(Path pattern) {
        try {
            List<Finding> findings =
                    Review.of(Template.read(pattern), RuleCase.TODAY).run().findings();
            return count(findings, Severity.ERROR, "error") + ", " + count(findings, Severity.WARNING, "warning") + ", "
                    + count(findings, Severity.NOTE, "note");
        } catch (NoHttpApiException other) {
            return "no HTTP API";
        } catch (TemplateException refused) {
            return "refused: " + String.valueOf(refused.getMessage()).replaceFirst(".*?': ", "");
        }
    }

    private static String count(List<Finding> findings, Severity severity, String name) {
        long count = count(findings, severity);
        return (count == 0 ? "no" : count) + " " + name + (count == 1 ? "" : "s");
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static String row(String rule, List<Finding> found) {
        return Stream.of(Severity.ERROR, Severity.WARNING, Severity.NOTE)
                .map(severity -> count(found, severity))
                .map(count -> " | " + (count == 0 ? "" : count))
                .collect(Collectors.joining("", "| `" + rule + "`", " |\n"));
    }

    private static void assertTable(String head, String expected) throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(head);
        assertThat(start).as("a table in " + PAGE + " that starts with " + head).isNotNegative();
        int end = page.indexOf("\n\n", start);
        String after = end < 0 ? "" : page.substring(end + 1);
        String updated = page.substring(0, start) + expected + after;
        if (Boolean.getBoolean("snapshot.update")) {
            Files.writeString(PAGE, updated);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(updated);
    }

    private static List<String> keys(List<Finding> findings) {
        return findings.stream().map(ReviewCorpusTest::key).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Without the message: it names the first of several routes. */
    private static String key(Finding finding) {
        return finding.rule() + " " + finding.resource() + " [" + finding.route() + "]";
    }

    private static Path output(Path input) {
        String name = input.getFileName().toString().replaceFirst("\\.yaml$", ".json");
        return CORPUS.resolve("sam/output").resolve(name);
    }

    private static List<Path> pairs() throws IOException {
        return files("sam/input").stream()
                .filter(input -> !input.getFileName().toString().startsWith("error_"))
                .toList();
    }

    private static List<Path> all() throws IOException {
        return Stream.of(files("patterns"), files("sam/input"), files("sam/output"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
            return files.sorted().toList();
        }
    }
}
