package io.github.securehttpapi.review;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a team accepts in its templates, and what it needs of its API; from a file that is committed beside them.
 *
 * <pre>{@code
 * exceptions:
 *   - rule: public-route
 *     route: GET /health
 *     reason: load balancer probe, returns no data
 *     until: 2027-01-31      # the last day it holds
 *     # resource: HealthRoute, template: template.yaml
 * requirements: [WAF]
 * }</pre>
 *
 * <p>A template can say the same of itself: in {@code Metadata.SecureHttpApi.Exceptions}, as a list of {@code Rule},
 * {@code Route}, {@code Reason} and {@code Until}, on a resource for what that resource declares, or at the template's root
 * with a {@code Resource} besides; and at the root in {@code Metadata.SecureHttpApi.Requirements}.
 *
 * <p>Instances are immutable.
 */
public final class Exceptions {
    private static final Exceptions NONE = new Exceptions("", new ExceptionsReader.Content(List.of(), Set.of()));

    private final String file;
    private final ExceptionsReader.Content content;

    private Exceptions(String file, ExceptionsReader.Content content) {
        this.file = file;
        this.content = content;
    }

    /**
     * No exceptions.
     *
     * @return none
     */
    public static Exceptions none() {
        return NONE;
    }

    /**
     * Reads a file of exceptions.
     *
     * @param file a YAML file, or a JSON file if its name ends so
     * @return the exceptions
     * @throws ReviewException if the file cannot be read, or holds what is no exception: an unknown key or rule, no reason, no
     *     date where one has to be
     */
    public static Exceptions read(Path file) {
        String missing = "write one, or leave the option out";
        return new Exceptions(
                file.toString(), ExceptionsReader.file(file.toString(), ReviewFile.read("exceptions", file, missing)));
    }

    /** Each exception, in the file's order. */
    List<Excuse> excuses() {
        return content.excuses();
    }

    /** What the team needs of its API. */
    Set<ApiRequirement> requirements() {
        return content.requirements();
    }

    /**
     * The report on the file itself, once every template of a run is reviewed: which of its exceptions cover nothing in any
     * of them, and which are past their day.
     *
     * @param reports the reports on every template of the run
     * @param today the day on which end dates are judged
     * @return the report, named after the file
     */
    public Report report(List<Report> reports, LocalDate today) {
        List<Finding> findings = ExceptionRules.judge(content.excuses(), reports, today);
        return new Report(file, findings, List.of(), Surface.none());
    }
}
