package io.github.securehttpapi.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/** What a synthesized template says of its resources: the paths of their properties, and the values as text. */
final class SynthesizedResources {
    static final String ABSENT = "absent";

    /** Written by CloudFormation when it deploys, or by the CDK: {@code Ref} and the functions. */
    private static final String REFERENCE = "Ref|Fn::.*";

    private final List<Resource> resources = new ArrayList<>();

    private record Resource(String type, String logicalId, Map<String, Object> values) {}

    SynthesizedResources(Stack stack) {
        Map<String, Object> all = map(Template.fromStack(stack).toJSON().get("Resources"));
        all.forEach((id, declared) -> {
            Map<String, Object> resource = map(declared);
            Map<String, Object> values = new TreeMap<>();
            flatten("", resource.getOrDefault("Properties", Map.of()), values);
            for (String policy : List.of("DeletionPolicy", "UpdateReplacePolicy")) {
                if (resource.containsKey(policy)) {
                    values.put(policy, Objects.requireNonNull(resource.get(policy)));
                }
            }
            resources.add(new Resource(String.valueOf(resource.get("Type")), id, values));
        });
    }

    /** Every list and every object too has its path, but for what is below a reference. */
    private static void flatten(String path, Object value, Map<String, Object> values) {
        if (!path.isEmpty()) {
            values.put(path, value);
        }
        if (value instanceof Map<?, ?> object && !isReference(value)) {
            object.forEach((key, member) -> flatten(
                    path.isEmpty() ? String.valueOf(key) : path + "." + key, Objects.requireNonNull(member), values));
        }
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(path + "[" + i + "]", list.get(i), values);
            }
        }
    }

    private static boolean isReference(Object value) {
        return value instanceof Map<?, ?> object
                && object.keySet().stream().anyMatch(key -> String.valueOf(key).matches(REFERENCE));
    }

    /** The values of a property, of each resource of a type, or of the one that a construct defines, whose id is in the logical id. */
    List<String> values(String type, String path, String construct) {
        return resources.stream()
                .filter(resource -> resource.type().equals(type))
                .filter(resource -> construct.isEmpty() || resource.logicalId().contains(construct))
                .map(resource -> text(resource.values().get(path)))
                .toList();
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return ABSENT;
        }
        if (isReference(value)) {
            return "deployed";
        }
        return value instanceof List<?> list
                ? String.join(", ", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }

    /** What is decided by the time of synthesis, as types and paths. */
    List<String> literals() {
        return resources.stream()
                .flatMap(resource -> resource.values().entrySet().stream()
                        .filter(value -> !(value.getValue() instanceof Map) && !(value.getValue() instanceof List))
                        .map(value -> resource.type() + " " + value.getKey()))
                .distinct()
                .toList();
    }

    @SuppressWarnings("unchecked") // JSON: what is no map fails at the next line that uses it
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
