package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Location;
import io.github.securehttpapi.template.Template;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Judges the HTTP APIs of a template.
 *
 * <pre>{@code
 * Report report = Review.of(Template.read(Path.of("template.yaml")), LocalDate.now()).run();
 * report.findings().forEach(finding -> System.out.println(finding.message()));
 * }</pre>
 */
public final class Review {
    private static final Comparator<Finding> IN_FILE_ORDER = Comparator.comparing(
            Finding::location, Comparator.comparingInt(Location::line).thenComparingInt(Location::column));

    private final Subject subject;

    private Review(Subject subject) {
        this.subject = subject;
    }

    /**
     * A review of one template.
     *
     * @param template the template
     * @param today the day on which end dates and deprecations are judged
     * @return the review; nothing is judged yet
     */
    public static Review of(Template template, LocalDate today) {
        return new Review(new Subject(template, today));
    }

    /**
     * Every rule that is applied.
     *
     * @return the rules, in the order of the catalogue
     */
    public static List<RuleDescription> rules() {
        return Rules.ALL.stream().map(Rule::about).toList();
    }

    /**
     * Applies every rule.
     *
     * @return what they found
     */
    public Report run() {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : Rules.ALL) {
            rule.review(subject, new Findings(rule.about(), subject.template(), findings));
        }
        findings.sort(IN_FILE_ORDER);
        return new Report(findings);
    }
}
