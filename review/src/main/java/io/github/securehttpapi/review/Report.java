package io.github.securehttpapi.review;

import java.util.List;

/**
 * What a review found.
 *
 * @param template the template's name
 * @param findings the findings, in the template's order
 * @param excused the findings that an exception covers, in the template's order
 * @param surface what the template offers to the outside
 */
public record Report(String template, List<Finding> findings, List<Excused> excused, Surface surface) {
    /**
     * Copies the findings.
     *
     * @param template the template's name
     * @param findings the findings
     * @param excused the excused findings
     * @param surface the surface
     */
    public Report {
        findings = List.copyOf(findings);
        excused = List.copyOf(excused);
    }

    /**
     * The findings of some weight.
     *
     * @param severity the least severity
     * @return the findings that weigh as much, or more
     */
    public List<Finding> atLeast(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity().atLeast(severity))
                .toList();
    }

    /** Whether an exception is about any of the findings, excused or not. */
    boolean isCovered(Excuse excuse) {
        return findings.stream().anyMatch(finding -> excuse.covers(template, finding))
                || excused.stream().anyMatch(excusedOne -> excuse.covers(template, excusedOne.finding()));
    }
}
