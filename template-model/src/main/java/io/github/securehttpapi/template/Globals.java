package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Merges SAM's {@code Globals} into the resources they are for, before anything is evaluated, as SAM does: objects merge,
 * lists are put one after the other, and else the resource's own value holds. An intrinsic function is no object here.
 */
final class Globals {
    /** The API that SAM makes of the events that name none. */
    static final String IMPLICIT_API = "ServerlessHttpApi";

    /** Ours, of no template: an API that exists only if an event is for it. */
    static final String IMPLICIT_TYPE = "AWS::Serverless::HttpApi (implicit)";

    /** Ours: a hundred values for each of the 500 resources that a template may have, forty times. */
    private static final int MAX_VALUES = 2_000_000;

    private static final String PREFIX = "AWS::Serverless::";

    private final Map<String, Value> sections;
    private long merged;

    private Globals(Map<String, Value> sections) {
        this.sections = sections;
    }

    /** The template with its globals merged, and with the implicit API if it has functions of SAM's. */
    static Value.Fields merged(Value.Fields template) {
        Map<String, Value> resources = Lookup.entries(template.fields().get("Resources"));
        if (resources.values().stream().noneMatch(resource -> type(resource).startsWith(PREFIX))) {
            return template;
        }
        Globals globals = new Globals(Lookup.entries(template.fields().get("Globals")));
        Map<String, Value> all = new LinkedHashMap<>();
        resources.forEach((logicalId, resource) -> all.put(logicalId, globals.applied(resource)));
        Value implicit = globals.sections.get("HttpApi");
        all.putIfAbsent(IMPLICIT_API, implicit(implicit, template.location()));
        Location location = template.fields().get("Resources") instanceof Value.Fields declared
                ? declared.location()
                : template.location();
        Map<String, Value> fields = new LinkedHashMap<>(template.fields());
        fields.put("Resources", new Value.Fields(all, location));
        return new Value.Fields(fields, template.location());
    }

    private static String type(Value resource) {
        return Lookup.at(resource, "Type") instanceof Value.Text text ? text.text() : "";
    }

    private static Value implicit(@Nullable Value globals, Location location) {
        Location place = globals == null ? location : globals.location();
        return new Fragment(place)
                .text("Type", IMPLICIT_TYPE)
                .put("Properties", globals)
                .fields();
    }

    private Value applied(Value resource) {
        String type = type(resource);
        Value global = type.startsWith(PREFIX) ? sections.get(type.substring(PREFIX.length())) : null;
        if (!(global instanceof Value.Fields section) || !(resource instanceof Value.Fields declared)) {
            return resource;
        }
        Value own = declared.fields().get("Properties");
        Value.Fields none = new Value.Fields(Map.of(), declared.location());
        Value properties = merge(notIgnored(section, declared.fields().get("IgnoreGlobals")), own == null ? none : own);
        return Fragment.of(declared).put("Properties", properties).fields();
    }

    /** SAM specification, IgnoreGlobals: all of them, or those listed. */
    private static Value.Fields notIgnored(Value.Fields section, @Nullable Value ignored) {
        if (ignored instanceof Value.Text all && all.text().equals("*")) {
            return new Value.Fields(Map.of(), section.location());
        }
        Fragment left = Fragment.of(section);
        Lookup.items(ignored).forEach(name -> left.remove(Expression.of(name)));
        return left.fields();
    }

    private Value merge(Value global, Value own) {
        if (global instanceof Value.Items first && own instanceof Value.Items second) {
            List<Value> items = new ArrayList<>(first.items());
            items.addAll(second.items());
            spend(items.size());
            return new Value.Items(items, second.location());
        }
        if (!(global instanceof Value.Fields defaults) || !(own instanceof Value.Fields overrides)) {
            return own;
        }
        return isIntrinsic(defaults) || isIntrinsic(overrides) ? own : mergeFields(defaults, overrides);
    }

    private Value mergeFields(Value.Fields global, Value.Fields own) {
        spend(global.fields().size() + own.fields().size());
        Map<String, Value> fields = new LinkedHashMap<>(global.fields());
        own.fields().forEach((name, value) -> {
            Value inherited = global.fields().get(name);
            fields.put(name, inherited == null ? value : merge(inherited, value));
        });
        return new Value.Fields(fields, own.location());
    }

    private static boolean isIntrinsic(Value.Fields object) {
        if (object.fields().size() != 1) {
            return false;
        }
        String name = object.fields().keySet().iterator().next();
        return name.equals("Ref") || name.equals("Condition") || name.startsWith("Fn::");
    }

    private void spend(int values) {
        merged += values;
        if (merged > MAX_VALUES) {
            throw new TemplateException(
                    "merge its Globals into at most " + MAX_VALUES + " values",
                    "more",
                    "move what only some resources need into those");
        }
    }
}
