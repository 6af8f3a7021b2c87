package io.github.securehttpapi.testing;

import io.github.securehttpapi.review.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** Findings as a failed test shows them. */
final class FindingText {
    private FindingText() {}

    /** How many there are, and each with where it is and what to do. */
    static String of(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "no findings";
        }
        return findings.size()
                + (findings.size() == 1 ? " finding:\n" : " findings:\n")
                + findings.stream().map(FindingText::of).collect(Collectors.joining("\n"));
    }

    private static String of(Finding finding) {
        String place = finding.resource() + " (" + finding.location() + ")";
        String text = finding.severity() + " " + finding.rule() + " at " + place + ": " + finding.message() + "\n"
                + ("fix: " + finding.fix()).stripTrailing().indent(2).stripTrailing();
        return text.indent(2).stripTrailing();
    }
}
