package io.github.securehttpapi.review.command;

import io.github.securehttpapi.review.Finding;
import io.github.securehttpapi.review.Report;
import io.github.securehttpapi.review.SurfaceRoute;
import io.github.securehttpapi.template.UnresolvedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** For a comment on a pull request: counts, findings, their fixes folded away, and the public surface. */
final class MarkdownFormat implements Format {
    /** A comment on GitHub has at most 65,536 characters; some are left for what comes around it. */
    private static final int MAX_CHARACTERS = 60_000;

    /** Where fixes stop, so that the surface has room. */
    private static final int MAX_FIXES = 30_000;

    private static final String SURFACE_HEAD = "\n| template | API | route | access | scopes | throttle | function |\n";

    @Override
    public String written(Outcome outcome) {
        StringBuilder out = new StringBuilder();
        out.append("### API review: ").append(outcome.counts()).append('\n');
        writeProblems(outcome, out);
        append(out, findings(outcome), "\n| severity | place | rule | route | finding |\n", MAX_FIXES);
        append(out, fixes(outcome), "\n", MAX_FIXES);
        append(out, notReviewed(outcome), "\n| place | not reviewed |\n", MAX_CHARACTERS);
        append(out, suppressed(outcome), "\n| place | rule | route | suppressed because |\n", MAX_CHARACTERS);
        append(out, surface(outcome), SURFACE_HEAD, MAX_CHARACTERS);
        return out.toString();
    }

    private static void writeProblems(Outcome outcome, StringBuilder out) {
        for (String problem : outcome.problems()) {
            out.append("\n**Not reviewed:** ").append(Markdown.text(problem)).append('\n');
        }
    }

    /** Appends entries below a head, a table's if it has columns, until the document is as long as it may be. */
    private static void append(StringBuilder out, List<String> entries, String head, int limit) {
        if (entries.isEmpty()) {
            return;
        }
        long columns = head.chars().filter(character -> character == '|').count() - 1;
        out.append(head);
        if (columns > 0) {
            out.append("| --- ".repeat((int) columns)).append("|\n");
        }
        int written = 0;
        while (written < entries.size() && out.length() + entries.get(written).length() <= limit) {
            out.append(entries.get(written++));
        }
        if (written < entries.size()) {
            out.append("\n… and ").append(entries.size() - written).append(" more, in the other formats\n");
        }
    }

    private static List<String> findings(Outcome outcome) {
        List<String> rows = new ArrayList<>();
        for (Report report : outcome.reports()) {
            for (Finding finding : report.findings()) {
                rows.add(Markdown.row(
                        finding.severity().toString(),
                        place(report, finding),
                        Markdown.code(finding.rule()),
                        finding.route() == null ? "" : Markdown.code(finding.route()),
                        Markdown.text(finding.message())));
            }
        }
        return rows;
    }

    private static List<String> fixes(Outcome outcome) {
        List<String> fixes = new ArrayList<>();
        for (Report report : outcome.reports()) {
            for (Finding finding : report.findings()) {
                fixes.add("<details><summary>" + place(report, finding) + " " + Markdown.code(finding.rule()) + ": "
                        + Markdown.text(finding.fix().summary()) + "</summary>\n\n"
                        + Markdown.block(finding.fix().fragment()) + "</details>\n");
            }
        }
        return fixes;
    }

    private static List<String> notReviewed(Outcome outcome) {
        List<String> rows = new ArrayList<>();
        for (Reviewed template : outcome.templates()) {
            for (UnresolvedResource hidden : template.notReviewed()) {
                rows.add(Markdown.row(
                        Markdown.code(template.report().template() + ":" + hidden.location()),
                        Markdown.code(hidden.logicalId()) + " " + Markdown.text(hidden.reason())));
            }
        }
        return rows;
    }

    private static List<String> suppressed(Outcome outcome) {
        return outcome.reports().stream()
                .flatMap(report -> report.suppressed().stream()
                        .map(suppressed -> Markdown.row(
                                place(report, suppressed.finding()),
                                Markdown.code(suppressed.finding().rule()),
                                suppressed.finding().route() == null
                                        ? ""
                                        : Markdown.code(suppressed.finding().route()),
                                Markdown.text(suppressed.suppression().reason()))))
                .toList();
    }

    private static List<String> surface(Outcome outcome) {
        List<String> rows = new ArrayList<>();
        for (Reviewed template : outcome.templates()) {
            for (SurfaceRoute route : template.report().surface().routes()) {
                String scopes = route.scopes().stream().map(Markdown::code).collect(Collectors.joining(" "));
                String throttle = route.throttle().entrySet().stream()
                        .map(stage -> Markdown.text(stage.getKey() + " " + stage.getValue()))
                        .collect(Collectors.joining("<br>"));
                rows.add(Markdown.row(
                        Markdown.code(template.report().template()),
                        Markdown.code(route.api()),
                        Markdown.code(route.route()),
                        route.isPublic() ? "**" + Markdown.text(route.access()) + "**" : Markdown.text(route.access()),
                        scopes,
                        throttle,
                        Markdown.code(route.function())));
            }
        }
        return rows;
    }

    private static String place(Report report, Finding finding) {
        return Markdown.code(report.template() + ":" + finding.location());
    }
}
