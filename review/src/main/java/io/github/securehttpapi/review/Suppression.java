package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Location;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One suppression: a finding that a team accepts, and why.
 *
 * @param rule the rule's id
 * @param resource the logical id of the resource it is about, or null for any
 * @param route the key of the route it is about, or null for any
 * @param template the template it is about, by its path or the end of it, or null for any
 * @param reason why the finding is accepted
 * @param until the last day on which it is, or null
 * @param file the file that says so
 * @param location where in that file
 */
public record Suppression(
        String rule,
        @Nullable String resource,
        @Nullable String route,
        @Nullable String template,
        String reason,
        @Nullable LocalDate until,
        String file,
        Location location) {
    boolean covers(String templateName, Finding finding) {
        return rule.equals(finding.rule())
                && (resource == null || resource.equals(finding.resource()))
                && (route == null || route.equals(finding.route()))
                && (template == null || TemplateName.same(template, templateName));
    }

    boolean holds(LocalDate today) {
        return until == null || !today.isAfter(until);
    }

    /** Such as {@code of 'public-route' for 'GET /health'}. */
    String inWords() {
        return "of '" + rule + "'" + (route == null ? "" : " for '" + route + "'")
                + (resource == null ? "" : " on '" + resource + "'")
                + (template == null ? "" : " in '" + template + "'");
    }
}
