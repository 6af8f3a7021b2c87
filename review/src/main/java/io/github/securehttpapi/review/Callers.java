package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Authorizer;
import io.github.securehttpapi.template.HttpApi;
import io.github.securehttpapi.template.Integration;
import io.github.securehttpapi.template.LambdaFunction;
import io.github.securehttpapi.template.LambdaPermission;
import io.github.securehttpapi.template.Property;
import io.github.securehttpapi.template.Route;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which APIs of a template call which of its functions, by themselves or through an alias or a version. */
final class Callers {
    private final Map<String, Set<String>> apis = new LinkedHashMap<>();
    private final Map<String, String> functionsByName = new HashMap<>();
    private final Map<String, LambdaFunction> functions = new LinkedHashMap<>();

    private Callers() {}

    static Callers of(Template template) {
        Callers callers = new Callers();
        for (LambdaFunction function : template.functions()) {
            callers.functions.put(function.logicalId(), function);
            function.functionName().value().ifPresent(name -> callers.functionsByName.put(name, function.logicalId()));
        }
        template.httpApis().forEach(callers::add);
        return callers;
    }

    private void add(HttpApi api) {
        for (Route route : api.routes()) {
            Integration integration = route.integration();
            if (integration != null) {
                add(api, integration.uri());
                add(api, integration.function());
            }
        }
        for (Authorizer authorizer : api.authorizers()) {
            add(api, authorizer.resource().typed().text("AuthorizerUri"));
            add(api, authorizer.function());
        }
    }

    private void add(HttpApi api, Property<String> uri) {
        uri.references().forEach(reference -> add(api, reference.logicalId()));
    }

    private void add(HttpApi api, @Nullable LambdaFunction function) {
        if (function != null) {
            add(api, function.logicalId());
        }
    }

    private void add(HttpApi api, String logicalId) {
        apis.computeIfAbsent(logicalId, first -> new LinkedHashSet<>()).add(api.logicalId());
    }

    /** The functions that an API calls, for a route or to authorize one. */
    List<LambdaFunction> functions() {
        return functions.values().stream()
                .filter(function -> apis.containsKey(function.logicalId()))
                .toList();
    }

    /** The APIs that call what a permission is about; none if that is no function of the template. */
    Set<String> of(LambdaPermission permission) {
        Property<String> name = permission.functionName();
        Set<String> callers = new LinkedHashSet<>();
        for (Value.Reference reference : name.references()) {
            callers.addAll(apis.getOrDefault(reference.logicalId(), Set.of()));
        }
        String named = name.value().map(functionsByName::get).orElse("");
        callers.addAll(apis.getOrDefault(named, Set.of()));
        return callers;
    }
}
