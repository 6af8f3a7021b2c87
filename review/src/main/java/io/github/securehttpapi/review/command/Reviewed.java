package io.github.securehttpapi.review.command;

import io.github.securehttpapi.review.Report;
import io.github.securehttpapi.template.UnresolvedResource;
import java.util.List;

/**
 * What was found in one template; or of the suppressions file, once all templates were reviewed.
 *
 * @param report the report
 * @param patches for each finding of the report what its fix changes
 * @param notReviewed what the template hides until it is deployed
 */
record Reviewed(Report report, List<Patch> patches, List<UnresolvedResource> notReviewed) {
    Reviewed {
        patches = List.copyOf(patches);
        notReviewed = List.copyOf(notReviewed);
    }
}
