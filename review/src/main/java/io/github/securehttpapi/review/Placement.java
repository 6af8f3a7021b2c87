package io.github.securehttpapi.review;

import io.github.securehttpapi.template.Origin;
import io.github.securehttpapi.template.Resource;
import io.github.securehttpapi.template.Template;
import io.github.securehttpapi.template.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a change to a resource is written: which keys lead to a property depends on how the template declares it. */
final class Placement {
    private final List<String> properties;

    private Placement(List<String> properties) {
        this.properties = properties;
    }

    /** The properties of a resource that has the same ones in SAM as in CloudFormation, such as a stage or a function. */
    static Placement of(Resource resource) {
        Origin origin = resource.origin();
        boolean bare = switch (origin.kind()) {
            case RESOURCE, SAM_EVENT -> true;
            case QUICK_CREATE, SAM_API, SAM_IMPLICIT_API, SAM_FUNCTION, OPENAPI -> false;
        };
        return new Placement(bare ? joined(origin.path(), List.of("Properties")) : origin.path());
    }

    /** The same placement, further down. */
    Placement in(String... names) {
        return new Placement(joined(properties, List.of(names)));
    }

    Change set(String name, Object value) {
        return new Change(joined(properties, List.of(name)), value);
    }

    Change remove(String name) {
        return new Change(joined(properties, List.of(name)), null);
    }

    /** What the template has there, unevaluated; null if nothing. */
    @Nullable Value written(Template template, String name) {
        return template.document().at(joined(properties, List.of(name)));
    }

    /** A parameter without a default, for what only the team can know: its fix is complete once a value is passed. */
    static Change parameter(String name, String description, @Nullable String allowedPattern) {
        Map<String, Object> declaration = new LinkedHashMap<>();
        declaration.put("Type", "String");
        declaration.put("Description", description);
        if (allowedPattern != null) {
            declaration.put("AllowedPattern", allowedPattern);
        }
        return new Change(List.of("Parameters", name), declaration);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
