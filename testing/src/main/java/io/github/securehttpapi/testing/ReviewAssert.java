package io.github.securehttpapi.testing;

import io.github.securehttpapi.review.Finding;
import io.github.securehttpapi.review.Report;
import io.github.securehttpapi.review.Review;
import io.github.securehttpapi.review.ReviewException;
import io.github.securehttpapi.review.Severity;
import io.github.securehttpapi.review.Suppressions;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.TemplateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Asserts what a review finds in the HTTP APIs of a template.
 *
 * <pre>{@code
 * assertThatReviewOf(Template.fromStack(stack).toJSON()).hasNoFindingsAtLeast(Severity.WARNING);
 * assertThatReviewOf(Path.of("template.yaml")).withParameter("Stage", "live").hasNoFindings();
 * }</pre>
 *
 * <p>It needs no assertion library: {@link #report()} has the findings for the one you use.
 *
 * <p>Instances are immutable.
 */
public final class ReviewAssert {
    private static final Path BASELINES = Path.of("src", "test", "resources", "surface");

    private final String name;
    private final byte[] content;
    private final Map<String, String> parameters;
    private final Suppressions suppressions;
    private final LocalDate today;

    private ReviewAssert(
            String name, byte[] content, Map<String, String> parameters, Suppressions suppressions, LocalDate today) {
        this.name = name;
        this.content = content;
        this.parameters = Map.copyOf(parameters);
        this.suppressions = suppressions;
        this.today = today;
    }

    /**
     * Reviews a template as the CDK's assertions give it.
     *
     * @param template maps, lists, strings, numbers and booleans, such as {@code Template.fromStack(stack).toJSON()}
     * @return the assertions
     * @throws IllegalArgumentException if there is anything else in it
     */
    public static ReviewAssert assertThatReviewOf(Map<String, ?> template) {
        return of("template.json", TemplateJson.print(template).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reviews a template in a file.
     *
     * @param template a template in JSON or YAML, absolute or below the directory that the tests run in
     * @return the assertions
     * @throws UncheckedIOException if the file cannot be read
     */
    public static ReviewAssert assertThatReviewOf(Path template) {
        try {
            return of(template.getFileName().toString(), Files.readAllBytes(template));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "template must be a readable file, got '" + template + "': name the template of a stack", e);
        }
    }

    private static ReviewAssert of(String name, byte[] content) {
        return new ReviewAssert(name, content, Map.of(), Suppressions.none(), LocalDate.now(Clock.systemUTC()));
    }

    /**
     * The same review with a value of a parameter; others have their defaults.
     *
     * @param parameter the name of a parameter of the template, or a pseudo parameter such as {@code AWS::Region}
     * @param value its value
     * @return the assertions
     */
    public ReviewAssert withParameter(String parameter, String value) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put(Objects.requireNonNull(parameter, "parameter"), Objects.requireNonNull(value, "value"));
        return new ReviewAssert(name, content, all, suppressions, today);
    }

    /**
     * The same review with what the team accepts, from a file that the {@code gateway-review} command takes too. Those that
     * cover nothing are no failure here, since the file may be for more than one template.
     *
     * @param file the file
     * @return the assertions
     * @throws ReviewException if the file cannot be read, or holds what is no suppression
     */
    public ReviewAssert withSuppressions(Path file) {
        return new ReviewAssert(name, content, parameters, Suppressions.read(file), today);
    }

    /**
     * The same review on another day than today, by UTC.
     *
     * @param day the day on which end dates and deprecations are judged
     * @return the assertions
     */
    public ReviewAssert on(LocalDate day) {
        return new ReviewAssert(name, content, parameters, suppressions, Objects.requireNonNull(day, "day"));
    }

    /**
     * Asserts that nothing is found, not even a note.
     *
     * @return the assertions
     * @throws AssertionError if there are findings; the message has each, with its place and its fix
     * @throws TemplateException if the template cannot be read, or has no HTTP API
     * @throws ReviewException if its metadata holds what is no suppression
     */
    public ReviewAssert hasNoFindings() {
        return hasNoFindingsAtLeast(Severity.NOTE);
    }

    /**
     * Asserts that nothing is found that weighs so much.
     *
     * @param severity the least severity that counts
     * @return the assertions
     * @throws AssertionError if there are such findings; the message has each, with its place and its fix
     * @throws TemplateException if the template cannot be read, or has no HTTP API
     * @throws ReviewException if its metadata holds what is no suppression
     */
    public ReviewAssert hasNoFindingsAtLeast(Severity severity) {
        List<Finding> found = report().atLeast(severity);
        if (!found.isEmpty()) {
            String what = severity == Severity.NOTE ? "nothing" : "nothing at " + severity + " or above";
            throw failure(what, found);
        }
        return this;
    }

    /**
     * Asserts that a rule finds something.
     *
     * @param rule the rule's id, such as {@code public-route}
     * @return the assertions
     * @throws AssertionError if it finds nothing; the message has what is found
     * @throws TemplateException if the template cannot be read, or has no HTTP API
     * @throws ReviewException if its metadata holds what is no suppression
     */
    public ReviewAssert hasFinding(String rule) {
        return has("'" + rule + "'", finding -> finding.rule().equals(rule));
    }

    /**
     * Asserts that a rule finds something in a route.
     *
     * @param rule the rule's id, such as {@code public-route}
     * @param route the route key, such as {@code GET /health}
     * @return the assertions
     * @throws AssertionError if it finds nothing there; the message has what is found
     * @throws TemplateException if the template cannot be read, or has no HTTP API
     * @throws ReviewException if its metadata holds what is no suppression
     */
    public ReviewAssert hasFinding(String rule, String route) {
        return has(
                "'" + rule + "' in '" + route + "'",
                finding -> finding.rule().equals(rule) && route.equals(finding.route()));
    }

    private ReviewAssert has(String what, Predicate<Finding> wanted) {
        List<Finding> found = report().findings();
        if (found.stream().noneMatch(wanted)) {
            throw failure(what, found);
        }
        return this;
    }

    private AssertionError failure(String what, List<Finding> found) {
        return new AssertionError("review of '" + name + "' must find " + what + ", got " + FindingText.of(found));
    }

    /**
     * Asserts that the template offers what a committed file says, no route, method, scope or limit more or less: {@code
     * src/test/resources/surface/NAME.json}, below the directory that the tests run in. A missing file fails; running the
     * tests with {@code -Dsnapshot.update=true} writes it anew. The {@code gateway-review} command takes it as its baseline.
     *
     * @param baseline the file's name without its ending: letters, digits, {@code .}, {@code _} and {@code -}
     * @return the assertions
     * @throws AssertionError if the file is missing or differs; the message names every path that differs
     * @throws IllegalArgumentException if the name has other characters
     * @throws TemplateException if the template cannot be read, or has no HTTP API
     * @throws ReviewException if its metadata holds what is no suppression
     * @throws UncheckedIOException if the file cannot be read or written
     */
    public ReviewAssert matchesBaseline(String baseline) {
        CommittedJson.named("baseline", baseline, BASELINES)
                .assertMatches("public surface", report().surface().toJson());
        return this;
    }

    /**
     * What the review comes to.
     *
     * @return the findings, and what the template offers
     * @throws TemplateException if the template cannot be read, or has no HTTP API
     * @throws ReviewException if its metadata holds what is no suppression
     */
    public Report report() {
        return Review.of(Template.read(name, content, parameters), today)
                .suppressing(suppressions)
                .run();
    }
}
