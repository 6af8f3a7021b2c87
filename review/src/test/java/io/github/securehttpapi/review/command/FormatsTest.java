package io.github.securehttpapi.review.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.securehttpapi.review.Change;
import io.github.securehttpapi.review.Finding;
import io.github.securehttpapi.review.Fix;
import io.github.securehttpapi.review.Report;
import io.github.securehttpapi.review.RuleDescription;
import io.github.securehttpapi.review.Severity;
import io.github.securehttpapi.review.SuppressedFinding;
import io.github.securehttpapi.review.Suppression;
import io.github.securehttpapi.review.Surface;
import io.github.securehttpapi.template.Location;
import io.github.securehttpapi.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The formats of one outcome, made here so that no new rule changes them; rewritten by {@code -Dsnapshot.update=true}. */
final class FormatsTest {
    private static final Path DIRECTORY = Path.of("src", "test", "resources", "command");
    private static final Path SHOP = DIRECTORY.resolve("shop.yaml");
    private static final String SUPPRESSIONS = "suppressions.yaml";

    /** What a template can hold that means something to a terminal or to GitHub. */
    private static final String HOSTILE =
            "'\u001b[31m\u202e | <img src=x> `code` **bold** @everyone #1 [a](https://x.example) \u009b2J\ud800'";

    private static Format format(String name) {
        return switch (name) {
            case "text" -> new TextFormat();
            case "json" -> new JsonFormat();
            case "sarif" -> new SarifFormat("1.0", rules(), new SarifPlaces(Path.of("")));
            default -> new MarkdownFormat();
        };
    }

    private static List<RuleDescription> rules() {
        String source = "https://docs.aws.amazon.com/x.html";
        return List.of(
                new RuleDescription("public-route", Severity.ERROR, "anyone can call", List.of("CKV_AWS_309"), source),
                new RuleDescription("suppression-unused", Severity.WARNING, "it covers more later", List.of(), source));
    }

    private static Outcome outcome() {
        Template template = Template.read(SHOP);
        Change change = new Change(
                List.of("Resources", "Catalogue", "Metadata", "SecureHttpApi", "PublicAccess", "Reason"), "a list");
        Fix fix = new Fix("say why", List.of(change), "Resources:\n  Catalogue:\n    Metadata: ```\n");
        Finding open = finding("public-route", Severity.ERROR, "GET /catalogue", "route must be less open", fix, 25);
        Finding hostile = finding(
                "public-route", Severity.NOTE, "GET /" + HOSTILE, "route must not be " + HOSTILE, decision(), 25);
        Finding known = finding("public-route", Severity.WARNING, null, "known | since long", decision(), 3);
        Suppression suppression = new Suppression(
                "public-route",
                null,
                null,
                null,
                "a | probe",
                LocalDate.of(2027, 1, 31),
                SUPPRESSIONS,
                new Location(2, 5));
        Report report = new Report(
                template.name(),
                List.of(open, hostile),
                List.of(new SuppressedFinding(known, suppression)),
                Surface.of(template));
        List<Patch> patches =
                List.of(Patch.of(template.document(), fix.changes()), Patch.of(template.document(), List.of()));
        Finding unused = new Finding(
                "suppression-unused",
                Severity.WARNING,
                null,
                "",
                "suppression must cover a finding, got none",
                decision(),
                new Location(3, 5),
                false);
        Report suppressions = new Report(SUPPRESSIONS, List.of(unused), List.of(), Surface.together(List.of()));
        return new Outcome(
                List.of(new Reviewed(report, patches, template.unresolvedResources())),
                suppressions,
                List.of("template must be YAML, got 'x.yaml': 1:1 no"),
                2);
    }

    private static Finding finding(
            String rule, Severity severity, @Nullable String route, String message, Fix fix, int line) {
        return new Finding(rule, severity, route, "Catalogue", message, fix, new Location(line, 3), false);
    }

    private static Fix decision() {
        return new Fix("decide", List.of(), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "sarif", "markdown"})
    void isAsWritten(String name) throws IOException {
        Path expected = DIRECTORY.resolve("shop." + name);
        String written = format(name).written(outcome());
        if (Boolean.getBoolean("snapshot.update")) {
            Files.writeString(expected, written);
        }
        assertThat(written).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "sarif", "markdown"})
    void letsNothingThroughThatMovesACursorOrTurnsTheDirectionOfWriting(String name) {
        assertThat(format(name).written(outcome()))
                .doesNotContain("\u001b", "\u202e", "\u009b", "\ud800")
                .containsIgnoringCase("\\u001b")
                .contains("u202e");
    }

    @Test
    void markdownMeansNothingThatATemplateHolds() {
        assertThat(format("markdown").written(outcome()))
                .contains("\\| &lt;img src=x&gt; \\`code\\` \\*\\*bold\\*\\* <span>@</span>everyone <span>#</span>1"
                        + " \\[a\\]\\(https\\://x.example\\)")
                .contains("````\nResources:\n  Catalogue:\n    Metadata: ```\n````\n");
    }

    @Test
    void markdownFitsIntoAComment() {
        Finding finding = finding("public-route", Severity.ERROR, "GET /a", "long ".repeat(40), decision(), 1);
        Report many = new Report("a.yaml", Collections.nCopies(1000, finding), List.of(), Surface.together(List.of()));
        Outcome outcome =
                new Outcome(List.of(new Reviewed(many, List.of(), List.of())), emptySuppressions(), List.of(), 0);

        assertThat(format("markdown").written(outcome))
                .hasSizeLessThan(65_536)
                .containsPattern("\n… and \\d+ more, in the other formats\n");
    }

    private static Report emptySuppressions() {
        return new Report("", List.of(), List.of(), Surface.together(List.of()));
    }

    @Test
    void fingerprintsOutliveLinesAndMessagesAndAreUnique() {
        Fingerprints fingerprints = new Fingerprints();
        Finding finding = finding("public-route", Severity.ERROR, "GET /a", "one", decision(), 1);
        Finding moved = finding("public-route", Severity.ERROR, "GET /a", "other", decision(), 9);

        String first = fingerprints.of("a.yaml", finding);

        assertThat(new Fingerprints().of("a.yaml", moved)).isEqualTo(first);
        assertThat(fingerprints.of("a.yaml", moved)).isNotEqualTo(first);
        assertThat(new Fingerprints().of("b.yaml", finding)).isNotEqualTo(first);
    }

    @Test
    void urisAreRelativeToTheRepositoryWhereTheyCanBe() {
        SarifPlaces places = new SarifPlaces(Path.of("/repo"));

        assertThat(places.uri("infra/my api.yaml")).isEqualTo("infra/my%20api.yaml");
        assertThat(places.uri("/repo/x/../äö.yaml")).isEqualTo("%C3%A4%C3%B6.yaml");
        assertThat(places.uri("a:b.yaml")).isEqualTo("./a:b.yaml");
        assertThat(places.uri("/other/api.yaml")).isEqualTo("file:///other/api.yaml");
    }

    @Test
    void patchesMakeTheirWayReplaceInListsAndRemove() {
        Template template = Template.read(SHOP);

        Patch patch = Patch.of(
                template.document(),
                List.of(
                        new Change(List.of("Resources", "New", "Type"), "AWS::X::Y"),
                        new Change(List.of("Resources", "New", "Properties"), Map.of("A", 1)),
                        new Change(List.of("Resources", "Order", "Properties", "AuthorizationScopes", "0"), "a/b"),
                        new Change(List.of("Resources", "Order", "Properties", "RouteKey"), null)));

        assertThat(patch.operations())
                .extracting(operation -> operation.get("op") + " " + operation.get("path"))
                .containsExactly(
                        "add /Resources/New",
                        "add /Resources/New/Type",
                        "add /Resources/New/Properties",
                        "replace /Resources/Order/Properties/AuthorizationScopes/0",
                        "remove /Resources/Order/Properties/RouteKey");
    }
}
