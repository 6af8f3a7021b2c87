package io.github.securehttpapi.review;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a team accepts in its templates, and what it needs of its API; from a file that is committed beside them.
 *
 * <pre>{@code
 * suppressions:
 *   - rule: public-route
 *     route: GET /health
 *     reason: load balancer probe, returns no data
 *     until: 2027-01-31      # the last day it holds
 *     # resource: HealthRoute, template: template.yaml
 * requirements: [WAF]
 * }</pre>
 *
 * <p>A template can say the same of itself: in {@code Metadata.SecureHttpApi.Suppressions}, as a list of {@code Rule},
 * {@code Route}, {@code Reason} and {@code Until}, on a resource for what that resource declares, or at the template's root
 * with a {@code Resource} besides; and at the root in {@code Metadata.SecureHttpApi.Requirements}.
 *
 * <p>Instances are immutable.
 */
public final class Suppressions {
    private static final Suppressions NONE = new Suppressions("", new SuppressionsReader.Content(List.of(), Set.of()));

    private final String file;
    private final SuppressionsReader.Content content;

    private Suppressions(String file, SuppressionsReader.Content content) {
        this.file = file;
        this.content = content;
    }

    /**
     * No suppressions.
     *
     * @return none
     */
    public static Suppressions none() {
        return NONE;
    }

    /**
     * Reads a suppressions file.
     *
     * @param file a YAML file, or a JSON file if its name ends so
     * @return the suppressions
     * @throws ReviewException if the file cannot be read, or holds what is no suppression: an unknown key or rule, no
     *     reason, no date where one has to be
     */
    public static Suppressions read(Path file) {
        String missing = "write one, or leave the option out";
        return new Suppressions(
                file.toString(),
                SuppressionsReader.file(file.toString(), ReviewFile.read("suppressions", file, missing)));
    }

    /** Each suppression, in the file's order. */
    List<Suppression> all() {
        return content.suppressions();
    }

    /** What the team needs of its API. */
    Set<ApiRequirement> requirements() {
        return content.requirements();
    }

    /**
     * The report on the file itself, once every template of a run is reviewed: which of its suppressions cover nothing in any
     * of them, and which are past their day.
     *
     * @param reports the reports on every template of the run
     * @param today the day on which end dates are judged
     * @return the report, named after the file
     */
    public Report report(List<Report> reports, LocalDate today) {
        List<Finding> findings = SuppressionRules.judge(content.suppressions(), reports, today);
        return new Report(file, findings, List.of(), Surface.none());
    }
}
