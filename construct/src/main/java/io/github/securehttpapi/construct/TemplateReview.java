package io.github.securehttpapi.construct;

import io.github.securehttpapi.review.Finding;
import io.github.securehttpapi.review.Review;
import io.github.securehttpapi.review.ReviewException;
import io.github.securehttpapi.review.Severity;
import io.github.securehttpapi.review.Suppressions;
import io.github.securehttpapi.template.NoHttpApiException;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.TemplateException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.constructs.IConstruct;

/**
 * Reviews templates of an assembly, each by itself: one that cannot be read hides nothing of the others.
 *
 * @param app the root of the app
 * @param parameters values for those that declare them
 * @param suppressions what is accepted in any of them
 * @param today the day on which dates are judged
 * @param least the least severity to report
 */
record TemplateReview(
        IConstruct app, Map<String, String> parameters, Suppressions suppressions, LocalDate today, Severity least) {
    /** What was found in a template and not acknowledged; nothing in one without an HTTP API. */
    List<Violation> of(SynthesizedTemplate synthesized) {
        try {
            return review(read(synthesized), synthesized);
        } catch (NoHttpApiException e) {
            return List.of();
        } catch (TemplateException | ReviewException e) {
            return List.of(Violation.unread(synthesized, String.valueOf(e.getMessage())));
        }
    }

    private List<Violation> review(Template template, SynthesizedTemplate synthesized) {
        List<Finding> findings =
                Review.of(template, today).suppressing(suppressions).run().atLeast(least);
        if (findings.isEmpty()) {
            return List.of();
        }
        AcknowledgedRules acknowledged = AcknowledgedRules.of(synthesized, app);
        return findings.stream()
                .filter(finding -> !acknowledged.cover(finding.rule(), finding.resource()))
                .map(finding -> Violation.of(
                        finding, acknowledged.ruleName(finding.rule(), finding.resource()), template, synthesized))
                .toList();
    }

    private Template read(SynthesizedTemplate synthesized) {
        String name = synthesized.file().getFileName().toString();
        byte[] content = AssemblyFile.content(synthesized.file());
        Template template = Template.read(name, content, Map.of());
        Map<String, String> values = new HashMap<>(parameters);
        values.keySet().removeIf(parameter -> !parameter.contains("::") && !declares(template, parameter));
        return values.isEmpty() ? template : Template.read(name, content, values);
    }

    private static boolean declares(Template template, String name) {
        return template.document().at(List.of("Parameters", name)) != null;
    }
}
