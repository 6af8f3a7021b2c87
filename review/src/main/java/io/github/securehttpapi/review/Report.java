package io.github.securehttpapi.review;

import java.util.List;

/**
 * What a review found.
 *
 * @param template the template's name
 * @param findings the findings, in the template's order
 * @param suppressed the findings that a suppression covers, in the template's order
 * @param surface what the template offers to the outside
 */
public record Report(String template, List<Finding> findings, List<SuppressedFinding> suppressed, Surface surface) {
    /**
     * Copies the findings.
     *
     * @param template the template's name
     * @param findings the findings
     * @param suppressed the suppressed findings
     * @param surface the surface
     */
    public Report {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
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

    /** Whether a suppression is about any of the findings, suppressed or not. */
    boolean isCovered(Suppression suppression) {
        return findings.stream().anyMatch(finding -> suppression.covers(template, finding))
                || suppressed.stream().anyMatch(one -> suppression.covers(template, one.finding()));
    }
}
