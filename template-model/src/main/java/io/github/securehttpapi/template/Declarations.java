package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The resources of a template, their properties evaluated; those that the model is made of have their place. */
final class Declarations {
    /** Ours: an alias leads to a version, and that to a function. */
    private static final int MAX_HOPS = 4;

    private static final Comparator<UnresolvedResource> IN_FILE_ORDER = Comparator.comparing(
            UnresolvedResource::location,
            Comparator.comparingInt(Location::line).thenComparingInt(Location::column));

    private static final Set<String> FUNCTION_POINTERS = Set.of("AWS::Lambda::Alias", "AWS::Lambda::Version");

    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final List<Resource> all;
    private final Map<String, List<Resource>> parts;
    private final List<Resource> foreign = new ArrayList<>();
    private final List<UnresolvedResource> unresolved = new ArrayList<>();

    Declarations(Value.Fields template, Resolver resolver) {
        Value section = template.fields().get("Resources");
        if (!(section instanceof Value.Fields declared)) {
            throw new TemplateException(
                    "have an object at Resources", section == null ? "" : Expression.of(section), "add it");
        }
        unresolved.addAll(Transforms.of(template));
        DeclarationReader reader = new DeclarationReader(resolver);
        Map<String, Resource> read = new LinkedHashMap<>();
        declared.fields().forEach((logicalId, declaration) -> reader.read(logicalId, declaration, read, unresolved));
        resources.putAll(Desugaring.of(read, resolver, unresolved));
        all = List.copyOf(resources.values());
        withdraw(resource -> resource.type().equals(Membership.API), Membership::unknownIdentity);
        Set<String> apis =
                ofType(Membership.API).stream().map(Resource::logicalId).collect(Collectors.toUnmodifiableSet());
        ofType(Membership::isPart).stream().filter(Membership::isForeign).forEach(foreign::add);
        foreign.forEach(resource -> resources.remove(resource.logicalId()));
        withdraw(Membership::isPart, part -> Membership.unknownApi(part, apis));
        withdraw(Membership::isPart, Membership::unknownIdentity);
        parts = ofType(Membership::isPart).stream()
                .collect(Collectors.groupingBy(part -> Membership.api(part).orElse("")));
        unresolved.sort(IN_FILE_ORDER);
    }

    /** All of any type, those without a place among them. */
    List<Resource> all() {
        return all;
    }

    /** The parts of APIs of which the template has only a literal id. */
    List<Resource> foreign() {
        return List.copyOf(foreign);
    }

    /** What could not be given a place, in the template's order. */
    List<UnresolvedResource> unresolved() {
        return List.copyOf(unresolved);
    }

    List<Resource> ofType(String type) {
        return ofType(resource -> resource.type().equals(type));
    }

    /** The parts of one API: routes, stages or authorizers. */
    List<Resource> ofType(String type, String apiLogicalId) {
        return parts.getOrDefault(apiLogicalId, List.of()).stream()
                .filter(part -> part.type().equals(type))
                .toList();
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

    private List<Resource> ofType(Predicate<Resource> types) {
        return resources.values().stream().filter(types).toList();
    }

    /** Moves what is not known for sure from the resources of the model to the unresolved ones. */
    private void withdraw(Predicate<Resource> types, Function<Resource, Value.@Nullable Unresolved> why) {
        for (Resource resource : ofType(types)) {
            Value.Unresolved unknown = why.apply(resource);
            if (unknown != null) {
                resources.remove(resource.logicalId());
                unresolved.add(UnresolvedResource.of(resource.logicalId(), resource.type(), unknown));
            }
        }
    }
}
