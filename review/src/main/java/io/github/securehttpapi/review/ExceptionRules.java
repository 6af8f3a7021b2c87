package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the exceptions themselves are judged by, once it is known what they cover. */
final class ExceptionRules {
    /** How this project writes exceptions. */
    private static final String SOURCE =
            "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/" + "aws-attribute-metadata.html";

    /** The finding it excused is back at its own weight: this says why. */
    private static final RuleDescription EXPIRED = new RuleDescription(
            "exception-expired",
            Severity.WARNING,
            "a weakness accepted for a while stays for good, since nobody looks at it again",
            List.of(),
            SOURCE);

    private static final RuleDescription UNUSED = new RuleDescription(
            "exception-unused",
            Severity.WARNING,
            "an exception that covers nothing today covers a new weakness tomorrow, unseen",
            List.of(),
            SOURCE);

    static final List<RuleDescription> ALL = List.of(EXPIRED, UNUSED);

    static final Set<String> IDS = Set.of(EXPIRED.id(), UNUSED.id());

    private ExceptionRules() {}

    /** The findings about exceptions that do not hold any more, or cover nothing in any of the reports. */
    static List<Finding> judge(List<Excuse> excuses, List<Report> reports, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        for (Excuse excuse : excuses) {
            if (reports.stream().noneMatch(report -> report.isCovered(excuse))) {
                findings.add(finding(
                        UNUSED,
                        excuse,
                        "exception " + excuse.inWords() + " must cover a finding, got none",
                        "remove it, or correct what it is about"));
            } else if (!excuse.holds(today)) {
                findings.add(finding(
                        EXPIRED,
                        excuse,
                        "exception " + excuse.inWords() + " must not be past its last day, got '" + excuse.until()
                                + "'",
                        "mend the finding, or write a later date and why"));
            }
        }
        return findings;
    }

    private static Finding finding(RuleDescription rule, Excuse excuse, String message, String advice) {
        String resource = excuse.resource() == null ? "" : excuse.resource();
        Location location = excuse.location();
        Fix fix = new Fix(advice, List.of(), "");
        return new Finding(rule.id(), rule.severity(), excuse.route(), resource, message, fix, location, false);
    }
}
