package io.github.securehttpapi.construct;

import io.github.securehttpapi.template.Location;
import io.github.securehttpapi.template.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way from a resource to what stands at a place of the template, as reports of the CDK have it. */
final class PropertyPath {
    private PropertyPath() {}

    /** Such as {@code Properties/RouteKey}; empty for the resource itself, and for what is elsewhere. */
    static Optional<String> of(Value.Fields document, String logicalId, Location location) {
        Value resource = document.at(List.of("Resources", logicalId));
        return resource == null || resource.location().equals(location) ? Optional.empty() : find(resource, location);
    }

    private static Optional<String> find(Value value, Location location) {
        if (value instanceof Value.Fields object) {
            for (Map.Entry<String, Value> field : object.fields().entrySet()) {
                Optional<String> found = below(field.getKey(), field.getValue(), location);
                if (found.isPresent()) {
                    return found;
                }
            }
        } else if (value instanceof Value.Items list) {
            for (int index = 0; index < list.items().size(); index++) {
                Optional<String> found =
                        below(String.valueOf(index), list.items().get(index), location);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> below(String key, Value value, Location location) {
        return value.location().equals(location)
                ? Optional.of(key)
                : find(value, location).map(rest -> key + "/" + rest);
    }
}
