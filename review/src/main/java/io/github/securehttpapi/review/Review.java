package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Location;
import io.github.securehttpapi.template.Template;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges the HTTP APIs of a template.
 *
 * <pre>{@code
 * Report report = Review.of(Template.read(Path.of("template.yaml")), LocalDate.now())
 *         .suppressing(Suppressions.read(Path.of("suppressions.yaml")))
 *         .comparedWith(Surface.read(Path.of("surface.json")))
 *         .run();
 * report.findings().forEach(finding -> System.out.println(finding.message()));
 * }</pre>
 *
 * <p>Instances are immutable.
 */
public final class Review {
    private static final Comparator<Finding> IN_FILE_ORDER = Comparator.comparing(
            Finding::location, Comparator.comparingInt(Location::line).thenComparingInt(Location::column));

    private final Template template;
    private final LocalDate today;
    private final Suppressions suppressions;
    private final @Nullable Surface baseline;
    private final Set<ApiRequirement> requirements;

    private Review(
            Template template,
            LocalDate today,
            Suppressions suppressions,
            @Nullable Surface baseline,
            Set<ApiRequirement> requirements) {
        this.template = template;
        this.today = today;
        this.suppressions = suppressions;
        this.baseline = baseline;
        this.requirements = Set.copyOf(requirements);
    }

    /**
     * A review of one template.
     *
     * @param template the template
     * @param today the day on which end dates and deprecations are judged
     * @return the review; nothing is judged yet
     */
    public static Review of(Template template, LocalDate today) {
        return new Review(template, today, Suppressions.none(), null, Set.of());
    }

    /**
     * Every rule that is applied.
     *
     * @return the rules, in the order of the catalogue
     */
    public static List<RuleDescription> rules() {
        return Stream.of(Rules.ALL.stream().map(Rule::about).toList(), SurfaceRules.ALL, SuppressionRules.ALL)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The same review with suppressions, in place of others; those in the template's metadata hold besides. Which of them cover
     * nothing is told by {@link Suppressions#report}, once every template of a run is reviewed.
     *
     * @param accepted the suppressions, and what the team needs of its API
     * @return the review
     */
    public Review suppressing(Suppressions accepted) {
        return new Review(template, today, accepted, baseline, requirements);
    }

    /**
     * The same review, and what the template offers compared with what it once offered.
     *
     * @param earlier the committed surface
     * @return the review
     */
    public Review comparedWith(Surface earlier) {
        return new Review(template, today, suppressions, earlier, requirements);
    }

    /**
     * The same review for a team that needs more of its API than the suppressions and the template say.
     *
     * @param needed what it needs
     * @return the review
     */
    public Review requiring(Set<ApiRequirement> needed) {
        return new Review(template, today, suppressions, baseline, needed);
    }

    /**
     * Applies every rule.
     *
     * @return what they found
     * @throws ReviewException if the template's metadata holds what is no suppression or no requirement, or the baseline is
     *     not of this template
     */
    public Report run() {
        String name = template.name();
        SuppressionsReader.Content own = SuppressionsReader.template(name, template.document());
        List<Suppression> holding = Stream.concat(own.suppressions().stream(), suppressions.all().stream())
                .filter(suppression -> suppression.holds(today))
                .toList();
        List<Finding> findings = new ArrayList<>();
        List<SuppressedFinding> suppressed = new ArrayList<>();
        for (Finding finding : found(own, Rules.ALL)) {
            holding.stream()
                    .filter(suppression -> suppression.covers(name, finding))
                    .findFirst()
                    .ifPresentOrElse(
                            suppression -> suppressed.add(new SuppressedFinding(finding, suppression)),
                            () -> findings.add(finding));
        }
        Surface surface = Surface.of(template);
        Report judged = new Report(name, findings, suppressed, surface);
        findings.addAll(SuppressionRules.judge(own.suppressions(), List.of(judged), today));
        findings.sort(IN_FILE_ORDER);
        return new Report(name, findings, suppressed, surface);
    }

    /** What one rule finds, before anything is suppressed. */
    List<Finding> found(Rule rule) {
        return found(SuppressionsReader.template(template.name(), template.document()), List.of(rule));
    }

    private List<Finding> found(SuppressionsReader.Content own, List<Rule> rules) {
        Set<ApiRequirement> needed = EnumSet.noneOf(ApiRequirement.class);
        needed.addAll(requirements);
        needed.addAll(suppressions.requirements());
        needed.addAll(own.requirements());
        Subject subject = new Subject(template, today, needed);
        List<Finding> found = new ArrayList<>();
        for (Rule rule : rules) {
            rule.review(subject, new Findings(rule.about(), template, found));
        }
        if (baseline != null) {
            SurfaceComparison.of(template, baseline, found);
        }
        found.sort(IN_FILE_ORDER);
        return found;
    }
}
