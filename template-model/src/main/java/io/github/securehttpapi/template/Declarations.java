package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The resources of a template that the model is made of, their properties evaluated. */
final class Declarations {
    /** Ours: an alias leads to a version, and that to a function. */
    private static final int MAX_HOPS = 4;

    private static final Set<String> FUNCTION_POINTERS = Set.of("AWS::Lambda::Alias", "AWS::Lambda::Version");

    private final Map<String, Resource> resources = new LinkedHashMap<>();

    Declarations(Value.Fields template, Resolver resolver) {
        Value section = template.fields().get("Resources");
        if (!(section instanceof Value.Fields declared)) {
            throw new TemplateException(
                    "have an object at Resources", section == null ? "" : Expression.of(section), "add it");
        }
        declared.fields().forEach((logicalId, declaration) -> {
            if (declaration instanceof Value.Fields fields
                    && fields.fields().get("Type") instanceof Value.Text type
                    && relevant(type.text())) {
                add(logicalId, type.text(), fields, resolver);
            }
        });
    }

    List<Resource> ofType(String type) {
        return resources.values().stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    List<Resource> ofType(String type, String apiLogicalId) {
        List<Resource> belonging = new ArrayList<>();
        for (Resource resource : ofType(type)) {
            boolean belongs = resource.typed().text("ApiId").references().stream()
                    .anyMatch(reference -> reference.logicalId().equals(apiLogicalId));
            if (belongs) {
                belonging.add(resource);
            }
        }
        return belonging;
    }

    /** The first resource of a type that a property refers to. */
    Optional<Resource> referred(Property<?> property, String type) {
        return property.references().stream()
                .map(reference -> resources.get(reference.logicalId()))
                .filter(resource -> resource != null && resource.type().equals(type))
                .findFirst();
    }

    /** The function that a property leads to, through aliases and versions. */
    Optional<Resource> function(Property<?> property) {
        Property<?> pointer = property;
        for (int hop = 0; hop < MAX_HOPS; hop++) {
            Optional<Resource> function = referred(pointer, "AWS::Lambda::Function");
            if (function.isPresent()) {
                return function;
            }
            Property<?> from = pointer;
            Optional<Resource> next = FUNCTION_POINTERS.stream()
                    .flatMap(type -> referred(from, type).stream())
                    .findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            pointer = next.get().typed().text("FunctionName");
        }
        return Optional.empty();
    }

    private void add(String logicalId, String type, Value.Fields declaration, Resolver resolver) {
        Property<Boolean> included = included(logicalId, declaration, resolver);
        if (included.value().orElse(true)) {
            Value.Fields nothing = new Value.Fields(Map.of(), declaration.location());
            Value raw = declaration.fields().getOrDefault("Properties", nothing);
            Value.Fields properties = resolver.resolve(raw) instanceof Value.Fields fields ? fields : nothing;
            Value.Fields metadata =
                    declaration.fields().get("Metadata") instanceof Value.Fields fields ? fields : nothing;
            resources.put(
                    logicalId, new Resource(logicalId, type, properties, metadata, included, declaration.location()));
        }
    }

    private static Property<Boolean> included(String logicalId, Value.Fields declaration, Resolver resolver) {
        String path = "Resources." + logicalId + ".Condition";
        if (!(declaration.fields().get("Condition") instanceof Value.Text name)) {
            return Property.known(path, declaration.location(), true);
        }
        Conditions.Truth truth = resolver.conditions().named(name.text());
        if (truth == Conditions.Truth.UNKNOWN) {
            String reason = "condition " + name.text() + " is known only when deployed";
            return Property.unresolved(path, new Value.Unresolved(name.text(), reason, List.of(), name.location()));
        }
        return Property.known(path, name.location(), truth == Conditions.Truth.TRUE);
    }

    private static boolean relevant(String type) {
        return type.startsWith("AWS::ApiGatewayV2::") || type.startsWith("AWS::Lambda::");
    }
}
