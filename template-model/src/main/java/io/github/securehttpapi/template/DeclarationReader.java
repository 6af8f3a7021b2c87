package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code Resources}: into a resource, or into an unresolved one, or into nothing. */
final class DeclarationReader {
    /** How the types of modules end, which declare resources of any type (CloudFormation user guide, modules.html). */
    static final String MODULE = "::MODULE";

    /** The types that the model is made of; others are shown as far as they can be, whatever they hold. */
    private static final Set<String> TYPES = Set.of(
            Membership.API,
            QuickCreate.OVERRIDES,
            "AWS::ApiGatewayV2::Authorizer",
            "AWS::ApiGatewayV2::Integration",
            "AWS::ApiGatewayV2::Route",
            "AWS::ApiGatewayV2::Stage",
            "AWS::Lambda::Alias",
            "AWS::Lambda::Function",
            "AWS::Lambda::Permission",
            "AWS::Lambda::Version",
            Desugaring.SAM_API,
            Desugaring.SAM_FUNCTION,
            Desugaring.SAM_STATE_MACHINE,
            Globals.IMPLICIT_TYPE);

    /** Of which a review has something to say even where it cannot tell what they are. */
    private static final Set<String> NESTED = Set.of("AWS::CloudFormation::Stack", "AWS::Serverless::Application");

    private final Resolver resolver;
    private final @Nullable DeclarationReader others;

    DeclarationReader(Resolver resolver) {
        this.resolver = resolver;
        // A resource of no concern must not use up what evaluating the others may produce.
        this.others = new DeclarationReader(resolver.separate(), null);
    }

    private DeclarationReader(Resolver resolver, @Nullable DeclarationReader others) {
        this.resolver = resolver;
        this.others = others;
    }

    void read(String logicalId, Value entry, Map<String, Resource> resources, List<UnresolvedResource> unresolved) {
        if (logicalId.startsWith("Fn::")) {
            unresolved.add(UnresolvedResource.of(logicalId, null, deployed(logicalId, entry)));
            return;
        }
        String path = "Resources." + logicalId;
        Value.Fields declaration = object(entry, path);
        Optional<String> extension = Resolver.extension(declaration);
        String type =
                extension.isPresent() ? null : Scalars.text(declaration.fields().get("Type"));
        if (extension.isPresent()) {
            unresolved.add(UnresolvedResource.of(logicalId, null, deployed(extension.get(), declaration)));
        } else if (type == null) {
            Value got = declaration.fields().get("Type");
            throw Properties.wrong("text", path + ".Type", got == null ? declaration : got, "write it in quotes");
        } else if (type.endsWith(MODULE)) {
            String reason = "what a module declares is known only when deployed";
            unresolved.add(UnresolvedResource.of(
                    logicalId, type, new Value.Unresolved(type, reason, List.of(), declaration.location())));
        } else if (TYPES.contains(type)) {
            read(logicalId, type, declaration, resources, unresolved);
        } else if (others != null) {
            others.readIfPossible(
                    logicalId, type, declaration, resources, NESTED.contains(type) ? unresolved : new ArrayList<>());
        }
    }

    /** A resource that no API is made of is left out where it cannot be told: nothing of the model depends on it. */
    private void readIfPossible(
            String logicalId,
            String type,
            Value.Fields declaration,
            Map<String, Resource> resources,
            List<UnresolvedResource> unresolved) {
        try {
            read(logicalId, type, declaration, resources, unresolved);
        } catch (TemplateException ofNoConcern) {
            // left out
        }
    }

    private void read(
            String logicalId,
            String type,
            Value.Fields declaration,
            Map<String, Resource> resources,
            List<UnresolvedResource> unresolved) {
        Property<Boolean> included = included(logicalId, declaration);
        if (!included.value().orElse(true)) {
            return;
        }
        Value.Fields nothing = new Value.Fields(Map.of(), declaration.location());
        Value properties = resolver.resolve(declaration.fields().getOrDefault("Properties", nothing));
        Value.Unresolved unknown = properties == null ? null : Properties.unresolved(properties);
        if (unknown != null) {
            unresolved.add(UnresolvedResource.of(logicalId, type, unknown));
            return;
        }
        Value.Fields known =
                properties == null ? nothing : object(properties, "Resources." + logicalId + ".Properties");
        Value.Fields metadata = declaration.fields().get("Metadata") instanceof Value.Fields fields ? fields : nothing;
        Location location = declaration.location();
        Origin origin = Origin.resource(logicalId, location);
        List<String> dependsOn = dependsOn(declaration.fields().get("DependsOn"));
        String condition = Scalars.text(declaration.fields().get("Condition"));
        resources.put(
                logicalId,
                new Resource(logicalId, type, known, metadata, dependsOn, condition, included, origin, location));
    }

    private static List<String> dependsOn(@Nullable Value declared) {
        Stream<Value> names =
                declared instanceof Value.Items items ? items.items().stream() : Stream.ofNullable(declared);
        return names.map(Scalars::text).filter(Objects::nonNull).toList();
    }

    private Property<Boolean> included(String logicalId, Value.Fields declaration) {
        String path = "Resources." + logicalId + ".Condition";
        Value condition = declaration.fields().get("Condition");
        if (condition == null) {
            return Property.known(path, declaration.location(), true);
        }
        if (!(condition instanceof Value.Text name)) {
            throw Properties.wrong("text", path, condition, "name a condition");
        }
        Conditions.Truth truth = resolver.conditions().named(name.text());
        if (truth == Conditions.Truth.UNKNOWN) {
            String reason = "condition " + name.text() + " is known only when deployed";
            return Property.unresolved(path, new Value.Unresolved(name.text(), reason, List.of(), name.location()));
        }
        return Property.known(path, name.location(), truth == Conditions.Truth.TRUE);
    }

    private static Value.Unresolved deployed(String function, Value whole) {
        String reason = function + " is evaluated only when deployed";
        return new Value.Unresolved(Expression.of(whole), reason, List.of(), whole.location());
    }

    private static Value.Fields object(Value value, String path) {
        if (value instanceof Value.Fields fields) {
            return fields;
        }
        throw Properties.wrong("an object", path, value, "write {…}");
    }
}
