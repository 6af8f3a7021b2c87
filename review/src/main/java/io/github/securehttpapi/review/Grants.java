package io.github.securehttpapi.review;

import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Integration;
import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.LambdaPermission;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which functions API Gateway may call, by the permissions of a template. In doubt it may. */
final class Grants {
    private static final Set<String> ACTIONS = Set.of("lambda:InvokeFunction", "lambda:*", "*");

    private final Map<String, List<LambdaPermission>> byFunction = new HashMap<>();
    private final List<LambdaPermission> ofUnknownFunctions = new ArrayList<>();

    private Grants() {}

    /**
     * Whether an API may call a function.
     *
     * @param isYes whether it may
     * @param other the permission that lets another API call it, or null
     * @param unknown the function of a permission that may be the one, or null
     */
    record Answer(
            boolean isYes, @Nullable String other, @Nullable Property<String> unknown) {}

    static Grants of(Template template) {
        Grants grants = new Grants();
        template.permissions().stream().filter(Grants::lets).forEach(grants::add);
        return grants;
    }

    private void add(LambdaPermission permission) {
        Property<String> function = permission.functionName();
        if (function.isUnresolved() && function.references().isEmpty()) {
            ofUnknownFunctions.add(permission);
        }
        for (Value.Reference reference : function.references()) {
            put(reference.logicalId(), permission);
        }
        function.value().ifPresent(name -> put(name, permission));
    }

    private void put(String function, LambdaPermission permission) {
        byFunction.computeIfAbsent(function, first -> new ArrayList<>()).add(permission);
    }

    private static boolean lets(LambdaPermission permission) {
        boolean invoke = permission.action().isUnresolved()
                || permission.action().value().filter(ACTIONS::contains).isPresent();
        boolean gateway = permission.principal().isUnresolved()
                || Permissions.isGateway(permission)
                || Permissions.isAnyone(permission);
        return invoke && gateway;
    }

    Answer allows(HttpApi api, Integration integration, LambdaFunction function) {
        List<LambdaPermission> candidates = new ArrayList<>();
        candidates.addAll(byFunction.getOrDefault(function.logicalId(), List.of()));
        integration.uri().references().stream()
                .map(Value.Reference::logicalId)
                .forEach(pointer -> candidates.addAll(byFunction.getOrDefault(pointer, List.of())));
        function.functionName().value().ifPresent(name -> candidates.addAll(byFunction.getOrDefault(name, List.of())));
        for (LambdaPermission permission : candidates) {
            if (isFor(api, permission.sourceArn())) {
                return new Answer(true, null, null);
            }
        }
        Property<String> unknown =
                ofUnknownFunctions.isEmpty() ? null : ofUnknownFunctions.get(0).functionName();
        return new Answer(false, candidates.isEmpty() ? null : candidates.get(0).logicalId(), unknown);
    }

    /** A source without a reference is written out, or put together of what only the deployment knows. */
    private static boolean isFor(HttpApi api, Property<String> sourceArn) {
        return sourceArn.references().isEmpty()
                || sourceArn.references().stream()
                        .anyMatch(reference -> reference.logicalId().equals(api.logicalId()));
    }
}
