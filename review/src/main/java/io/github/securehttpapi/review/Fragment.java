package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Syntax;
import io.github.securehttpapi.template.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes changes as a fragment of the template, in its syntax: YAML with the short intrinsics, or JSON. */
final class Fragment {
    private Fragment() {}

    /** A fix, without the changes if they would lead through a value that the template computes. */
    static Fix fix(Value.Fields document, Syntax syntax, String summary, List<Change> changes) {
        return EditedTemplate.takes(document, changes)
                ? new Fix(summary, changes, changes.isEmpty() ? "" : of(document, syntax, changes))
                : new Fix(summary, List.of(), "");
    }

    private static String of(Value.Fields document, Syntax syntax, List<Change> changes) {
        Map<String, Object> part = EditedTemplate.part(document, changes);
        String removed = changes.stream()
                .filter(change -> change.value() == null)
                .map(change ->
                        (syntax == Syntax.YAML ? "# remove " : "remove ") + String.join(".", change.path()) + "\n")
                .collect(Collectors.joining());
        boolean onlyRemovals = changes.stream().allMatch(change -> change.value() == null);
        return onlyRemovals ? removed : removed + (syntax == Syntax.YAML ? YamlText.of(part) : JsonText.of(part));
    }
}
