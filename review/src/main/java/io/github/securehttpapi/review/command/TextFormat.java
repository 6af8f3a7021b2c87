package io.github.securehttpapi.review.command;

import io.github.securehttpapi.review.Finding;
import io.github.securehttpapi.review.Fix;
import io.github.securehttpapi.review.Report;
import io.github.securehttpapi.template.UnresolvedResource;

/** For a terminal, and for editors that jump to {@code FILE:LINE:COLUMN}. */
final class TextFormat implements Format {
    private static final String INDENT = "    ";

    @Override
    public String written(Outcome outcome) {
        StringBuilder out = new StringBuilder();
        for (Report report : outcome.reports()) {
            report.findings().forEach(finding -> write(report.template(), finding, out));
        }
        for (Reviewed template : outcome.templates()) {
            template.notReviewed().forEach(hidden -> write(template.report().template(), hidden, out));
        }
        return out.append(summary(outcome)).append('\n').toString();
    }

    private static void write(String template, Finding finding, StringBuilder out) {
        out.append(Printable.line(template + ":" + finding.location() + ": " + finding.severity() + ": "));
        out.append(Printable.line(finding.message()))
                .append(" [")
                .append(finding.rule())
                .append("]\n");
        write(finding.fix(), out);
        out.append('\n');
    }

    private static void write(Fix fix, StringBuilder out) {
        out.append(INDENT).append("fix: ").append(Printable.line(fix.summary())).append('\n');
        Printable.lines(fix.fragment())
                .lines()
                .forEach(line -> out.append(INDENT).append(INDENT).append(line).append('\n'));
    }

    private static void write(String template, UnresolvedResource hidden, StringBuilder out) {
        String place = template + ":" + hidden.location() + ": not reviewed: ";
        out.append(Printable.line(
                        place + hidden.logicalId() + ", " + hidden.reason() + ", got '" + hidden.expression() + "'"))
                .append("\n\n");
    }

    private static String summary(Outcome outcome) {
        int suppressed = outcome.templates().stream()
                .mapToInt(template -> template.report().suppressed().size())
                .sum();
        return Outcome.counted(outcome.templates().size(), "template") + " reviewed: " + outcome.counts()
                + (suppressed == 0 ? "" : "; " + suppressed + " suppressed");
    }
}
