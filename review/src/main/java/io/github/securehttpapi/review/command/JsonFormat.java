package io.github.securehttpapi.review.command;

import io.github.securehttpapi.review.Finding;
import io.github.securehttpapi.review.Report;
import io.github.securehttpapi.review.Severity;
import io.github.securehttpapi.review.SuppressedFinding;
import io.github.securehttpapi.review.SurfaceRoute;
import io.github.securehttpapi.template.UnresolvedResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** For programs: every finding with its fix as text and as a JSON patch, and what else the review tells. */
final class JsonFormat implements Format {
    @Override
    public String written(Outcome outcome) {
        return Json.written(Json.object(
                "summary", summary(outcome),
                "findings", findings(outcome),
                "suppressed", suppressed(outcome),
                "notReviewed", notReviewed(outcome),
                "surface", surface(outcome),
                "templates",
                        outcome.templates().stream()
                                .map(template -> template.report().template())
                                .toList(),
                "problems", outcome.problems()));
    }

    private static Map<String, Object> summary(Outcome outcome) {
        return Json.object(
                "error", outcome.count(Severity.ERROR),
                "warning", outcome.count(Severity.WARNING),
                "note", outcome.count(Severity.NOTE));
    }

    private static List<Map<String, Object>> findings(Outcome outcome) {
        List<Map<String, Object>> findings = new ArrayList<>();
        for (Reviewed template : outcome.templates()) {
            List<Finding> found = template.report().findings();
            for (int i = 0; i < found.size(); i++) {
                Map<String, Object> finding = finding(template.report(), found.get(i));
                finding.put("patch", template.patches().get(i).operations());
                findings.add(finding);
            }
        }
        for (Finding found : outcome.suppressions().findings()) {
            Map<String, Object> finding = finding(outcome.suppressions(), found);
            finding.put("patch", List.of());
            findings.add(finding);
        }
        return findings;
    }

    private static Map<String, Object> finding(Report report, Finding finding) {
        return Json.object(
                "rule", finding.rule(),
                "severity", finding.severity(),
                "route", finding.route(),
                "resource", finding.resource(),
                "message", finding.message(),
                "fix", finding.fix().toString(),
                "template", report.template(),
                "line", finding.location().line(),
                "column", finding.location().column(),
                "unresolved", finding.unresolved());
    }

    private static List<Map<String, Object>> suppressed(Outcome outcome) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Report report : outcome.reports()) {
            for (SuppressedFinding suppressed : report.suppressed()) {
                Map<String, Object> finding = finding(report, suppressed.finding());
                finding.put("reason", suppressed.suppression().reason());
                finding.put("until", suppressed.suppression().until());
                all.add(finding);
            }
        }
        return all;
    }

    private static List<Map<String, Object>> notReviewed(Outcome outcome) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Reviewed template : outcome.templates()) {
            for (UnresolvedResource hidden : template.notReviewed()) {
                all.add(Json.object(
                        "resource", hidden.logicalId(),
                        "type", hidden.type(),
                        "reason", hidden.reason(),
                        "expression", hidden.expression(),
                        "template", template.report().template(),
                        "line", hidden.location().line(),
                        "column", hidden.location().column()));
            }
        }
        return all;
    }

    private static List<Map<String, Object>> surface(Outcome outcome) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Reviewed template : outcome.templates()) {
            for (SurfaceRoute route : template.report().surface().routes()) {
                all.add(Json.object(
                        "template", template.report().template(),
                        "api", route.api(),
                        "route", route.route(),
                        "access", route.access(),
                        "scopes", route.scopes(),
                        "throttle", route.throttle(),
                        "function", route.function()));
            }
        }
        return all;
    }
}
