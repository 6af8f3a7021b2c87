package io.github.securehttpapi.benchmarks;

import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;

/** A report as people read it. */
final class MarkdownReport {
    /** From here on, places behind the point are noise. */
    private static final double HUNDREDS = 100;

    private static final double TENS = 10;

    private final Report report;
    private final StringBuilder text = new StringBuilder();

    private MarkdownReport(Report report) {
        this.report = report;
    }

    static String of(Report report) {
        return new MarkdownReport(report).write();
    }

    private String write() {
        text.append("# Benchmarks\n\n");
        text.append(String.format(
                Locale.ROOT,
                "%d aims: %d met, %d missed. %d skipped, %d failed.\n\n",
                report.aims(),
                report.aims() - report.missed(),
                report.missed(),
                report.skipped().size(),
                report.failed().size()));
        claims();
        left("Skipped", report.skipped());
        left("Failed", report.failed());
        environment();
        report.results().forEach(this::result);
        return text.toString();
    }

    private void claims() {
        MarkdownTable table = new MarkdownTable("benchmark", "figure", "median", "middle half", "aim", "");
        for (Result result : report.results()) {
            for (Claim claim : result.claims()) {
                Aim aim = claim.aim();
                table.row(
                        result.name(),
                        claim.name(),
                        hundredths(claim.measured().median()),
                        middleHalf(claim.measured(), MarkdownReport::hundredths),
                        aim == null ? "none" : aim.toString(),
                        aim == null ? "" : claim.missed() ? "MISSED" : "met");
            }
        }
        text.append("## Aims\n\n").append(table).append('\n');
    }

    private void left(String heading, Map<String, String> parts) {
        if (parts.isEmpty()) {
            return;
        }
        text.append("## ").append(heading).append("\n\n");
        parts.forEach((part, why) -> text.append("- ")
                .append(part)
                .append(": ")
                .append(why.strip().replaceAll("\\s+", " "))
                .append('\n'));
        text.append('\n');
    }

    private void environment() {
        MarkdownTable table = new MarkdownTable("", "");
        report.environment().forEach(table::row);
        text.append("## Machine and versions\n\n").append(table).append('\n');
    }

    private void result(Result result) {
        MarkdownTable table = new MarkdownTable("", "median", "middle half", "unit", "rounds");
        for (Measurement measurement : result.measurements()) {
            Sample sample = measurement.sample();
            table.row(
                    measurement.contestant(),
                    number(sample.median()),
                    middleHalf(sample, MarkdownReport::number),
                    measurement.unit(),
                    Integer.toString(sample.values().size()));
        }
        text.append("## ").append(result.name()).append("\n\n");
        text.append(result.conditions()).append("\n\n").append(table).append('\n');
    }

    /** Where there was but one round, there is no half of them. */
    private static String middleHalf(Sample sample, DoubleFunction<String> format) {
        return sample.values().size() == 1
                ? ""
                : format.apply(sample.lowerQuartile()) + " to " + format.apply(sample.upperQuartile());
    }

    private static String hundredths(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String number(double value) {
        if (value >= HUNDREDS || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, value >= TENS ? "%.1f" : "%.2f", value);
    }
}
