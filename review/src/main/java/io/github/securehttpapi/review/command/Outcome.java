package io.github.securehttpapi.review.command;

import io.github.securehttpapi.review.Finding;
import io.github.securehttpapi.review.Report;
import io.github.securehttpapi.review.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run of the command came to.
 *
 * @param templates the templates that were reviewed, in the order of the arguments
 * @param suppressions what the suppressions file is to be blamed for; without findings if there is none
 * @param problems what could not be reviewed, a line each
 * @param skipped how many files of directories are no templates with an HTTP API
 */
record Outcome(List<Reviewed> templates, Report suppressions, List<String> problems, int skipped) {
    Outcome {
        templates = List.copyOf(templates);
        problems = List.copyOf(problems);
    }

    /** Of the templates, and of the suppressions. */
    List<Report> reports() {
        List<Report> reports = new ArrayList<>();
        templates.forEach(template -> reports.add(template.report()));
        if (!suppressions.findings().isEmpty()) {
            reports.add(suppressions);
        }
        return reports;
    }

    List<Finding> findings() {
        return reports().stream().flatMap(report -> report.findings().stream()).toList();
    }

    long count(Severity severity) {
        return findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Such as {@code 1 error, 2 warnings, no notes}. */
    String counts() {
        return counted(count(Severity.ERROR), "error") + ", " + counted(count(Severity.WARNING), "warning") + ", "
                + counted(count(Severity.NOTE), "note");
    }

    static String counted(long count, String thing) {
        return (count == 0 ? "no " : count + " ") + thing + (count == 1 ? "" : "s");
    }
}
