package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the suppressions themselves are judged by, once it is known what they cover. */
final class SuppressionRules {
    /** How this project writes suppressions. */
    private static final String SOURCE =
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/" + "aws-attribute-metadata.html";

    /** The finding it suppressed is back at its own weight: this says why. */
    private static final RuleDescription EXPIRED = new RuleDescription(
            "suppression-expired",
            Severity.WARNING,
            "a weakness accepted for a while stays for good, since nobody looks at it again",
            List.of(),
            SOURCE);

    private static final RuleDescription UNUSED = new RuleDescription(
            "suppression-unused",
            Severity.WARNING,
            "a suppression that covers nothing today covers a new weakness tomorrow, unseen",
            List.of(),
            SOURCE);

    static final List<RuleDescription> ALL = List.of(EXPIRED, UNUSED);

    static final Set<String> IDS = Set.of(EXPIRED.id(), UNUSED.id());

    private SuppressionRules() {}

    /** The findings about suppressions that do not hold any more, or cover nothing in any of the reports. */
    static List<Finding> judge(List<Suppression> suppressions, List<Report> reports, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        for (Suppression suppression : suppressions) {
            if (reports.stream().noneMatch(report -> report.isCovered(suppression))) {
                findings.add(finding(
                        UNUSED,
                        suppression,
                        "suppression " + suppression.inWords() + " must cover a finding, got none",
                        "remove it, or correct what it is about"));
            } else if (!suppression.holds(today)) {
                findings.add(finding(
                        EXPIRED,
                        suppression,
                        "suppression " + suppression.inWords() + " must not be past its last day, got '"
                                + suppression.until() + "'",
                        "mend the finding, or write a later date and why"));
            }
        }
        return findings;
    }

    private static Finding finding(RuleDescription rule, Suppression suppression, String message, String advice) {
        String resource = suppression.resource() == null ? "" : suppression.resource();
        Location location = suppression.location();
        Fix fix = new Fix(advice, List.of(), "");
        return new Finding(rule.id(), rule.severity(), suppression.route(), resource, message, fix, location, false);
    }
}
