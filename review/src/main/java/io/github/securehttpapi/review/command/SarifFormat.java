package io.github.securehttpapi.review.command;

import io.github.securehttpapi.review.Finding;
import io.github.securehttpapi.review.Report;
import io.github.securehttpapi.review.RuleDescription;
import io.github.securehttpapi.review.Severity;
import io.github.securehttpapi.review.SuppressedFinding;
import io.github.securehttpapi.review.Suppression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** SARIF 2.1.0, the format of code scanning: docs.oasis-open.org/sarif/sarif/v2.1.0. */
final class SarifFormat implements Format {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /** Ours: changes when what is hashed does. */
    private static final String FINGERPRINT = "gatewayReview/v1";

    private final String version;
    private final List<RuleDescription> rules;
    private final SarifPlaces places;
    private final Map<String, Integer> indexes = new HashMap<>();

    SarifFormat(String version, List<RuleDescription> rules, SarifPlaces places) {
        this.version = version;
        this.rules = List.copyOf(rules);
        this.places = places;
        rules.forEach(rule -> indexes.put(rule.id(), indexes.size()));
    }

    @Override
    public String written(Outcome outcome) {
        Map<String, Object> run = Json.object(
                "tool", Json.object("driver", driver()),
                "invocations", List.of(invocation(outcome)),
                "columnKind", "unicodeCodePoints",
                "results", results(outcome));
        return Json.written(Json.object("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run)));
    }

    private Map<String, Object> driver() {
        return Json.object(
                "name",
                "gateway-review",
                "version",
                version,
                "rules",
                rules.stream().map(SarifFormat::rule).toList());
    }

    private static Map<String, Object> rule(RuleDescription rule) {
        String help = "Protects from this: " + rule.protectsFrom() + ". Source: " + rule.source();
        return Json.object(
                "id", rule.id(),
                "shortDescription", Json.object("text", rule.protectsFrom()),
                "helpUri", rule.source(),
                "help", Json.object("text", help),
                "defaultConfiguration", Json.object("level", rule.severity()),
                "properties", Json.object("tags", List.of("security"), "scanners", rule.scanners()));
    }

    private static Map<String, Object> invocation(Outcome outcome) {
        return Json.object(
                "executionSuccessful",
                outcome.problems().isEmpty(),
                "toolExecutionNotifications",
                outcome.problems().stream()
                        .map(problem -> Json.object("level", Severity.ERROR, "message", Json.object("text", problem)))
                        .toList());
    }

    private List<Map<String, Object>> results(Outcome outcome) {
        Fingerprints fingerprints = new Fingerprints();
        List<Map<String, Object>> results = new ArrayList<>();
        for (Report report : outcome.reports()) {
            for (Finding finding : report.findings()) {
                results.add(result(report, finding, fingerprints));
            }
            for (SuppressedFinding suppressed : report.suppressed()) {
                Map<String, Object> result = result(report, suppressed.finding(), fingerprints);
                result.put("suppressions", List.of(suppression(suppressed.suppression())));
                results.add(result);
            }
        }
        return results;
    }

    private Map<String, Object> result(Report report, Finding finding, Fingerprints fingerprints) {
        String uri = places.uri(report.template());
        return Json.object(
                "ruleId", finding.rule(),
                "ruleIndex", indexes.get(finding.rule()),
                "level", finding.severity(),
                "message", Json.object("text", unlinked(finding.message() + "\n\nfix: " + finding.fix())),
                "locations", List.of(location(uri, finding)),
                "partialFingerprints", Json.object(FINGERPRINT, fingerprints.of(uri, finding)));
    }

    /** What would be shown as a link (SARIF 2.1.0, 3.11.6) is a template's text. */
    private static String unlinked(String text) {
        return text.replace("](", "\\](");
    }

    private static Map<String, Object> location(String uri, Finding finding) {
        Map<String, Object> location = Json.object(
                "physicalLocation",
                Json.object(
                        "artifactLocation", Json.object("uri", uri),
                        "region",
                                Json.object(
                                        "startLine", finding.location().line(),
                                        "startColumn", finding.location().column())));
        if (!finding.resource().isEmpty()) {
            location.put("logicalLocations", List.of(logicalLocation(finding)));
        }
        return location;
    }

    private static Map<String, Object> logicalLocation(Finding finding) {
        return Json.object(
                "name",
                finding.route() == null ? finding.resource() : finding.route(),
                "fullyQualifiedName",
                "Resources." + finding.resource(),
                "kind",
                "resource");
    }

    private static Map<String, Object> suppression(Suppression suppression) {
        String until = suppression.until() == null ? "" : ", until " + suppression.until();
        return Json.object("kind", "external", "status", "accepted", "justification", suppression.reason() + until);
    }
}
