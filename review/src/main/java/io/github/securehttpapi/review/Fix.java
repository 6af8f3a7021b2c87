package io.github.securehttpapi.review;

import java.util.List;

/**
 * What to do about a finding.
 *
 * @param summary one sentence, lower case, without a period
 * @param changes what to write into the template; none if the fix is a decision that no template shows
 * @param fragment the changes as a fragment of the template, in its own syntax; empty if there are none
 */
public record Fix(String summary, List<Change> changes, String fragment) {
    /**
     * Copies the changes.
     *
     * @param summary the summary
     * @param changes the changes
     * @param fragment the fragment
     */
    public Fix {
        changes = List.copyOf(changes);
    }

    /** The summary, and the fragment below it. */
    @Override
    public String toString() {
        return fragment.isEmpty() ? summary : summary + "\n" + fragment;
    }
}
