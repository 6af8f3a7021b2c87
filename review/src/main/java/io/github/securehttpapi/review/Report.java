package io.github.securehttpapi.review;

import java.util.List;

/**
 * What a review found.
 *
 * @param findings the findings, in the template's order
 */
public record Report(List<Finding> findings) {
    /**
     * Copies the findings.
     *
     * @param findings the findings
     */
    public Report {
        findings = List.copyOf(findings);
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
}
