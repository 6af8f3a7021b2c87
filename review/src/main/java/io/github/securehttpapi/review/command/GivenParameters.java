package io.github.securehttpapi.review.command;

import io.github.securehttpapi.template.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The parameters that were passed: each template is given those that it declares. */
final class GivenParameters {
    /** Of pseudo parameters, which every template has. */
    private static final String PSEUDO = "AWS::";

    private final Map<String, String> given;
    private final Set<String> declared = new TreeSet<>();

    GivenParameters(Map<String, String> given) {
        this.given = Map.copyOf(given);
    }

    Map<String, String> of(String name, byte[] content) {
        if (given.isEmpty()) {
            return given;
        }
        Value parameters = Value.read(name, content).fields().get("Parameters");
        Set<String> names =
                parameters instanceof Value.Fields fields ? fields.fields().keySet() : Set.of();
        declared.addAll(names);
        Map<String, String> known = new HashMap<>(given);
        known.keySet().removeIf(key -> !names.contains(key) && !key.startsWith(PSEUDO));
        return known;
    }

    /** A line for each that no template declares: most likely a name misspelt. */
    List<String> unused() {
        String known = declared.isEmpty() ? "they declare none" : "they declare " + String.join(", ", declared);
        return given.keySet().stream()
                .filter(name -> !declared.contains(name) && !name.startsWith(PSEUDO))
                .sorted()
                .map(name -> "templates must declare every parameter that is passed, got '" + name + "': " + known)
                .toList();
    }
}
