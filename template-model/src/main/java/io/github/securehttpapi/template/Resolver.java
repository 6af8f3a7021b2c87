package io.github.securehttpapi.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates intrinsic functions as CloudFormation does, as far as the template alone allows (AWS CloudFormation
 * template reference, intrinsic functions). {@code AWS::NoValue} is null here: whoever holds it drops the property.
 */
final class Resolver {
    private final Parameters parameters;
    private final Set<String> resources;
    private final Value mappings;
    private final Conditions conditions;
    private final TextFunctions texts;
    private final Budget budget = new Budget();
    private final @Nullable SamNames generated;

    private final Value.Fields template;

    Resolver(Value.Fields template, Map<String, String> given) {
        this(template, Parameters.of(template.fields().get("Parameters"), given));
    }

    private Resolver(Value.Fields template, Parameters parameters) {
        this.template = template;
        this.parameters = parameters;
        this.resources = template.fields().get("Resources") instanceof Value.Fields declared
                ? declared.fields().keySet()
                : Set.of();
        this.mappings = template.fields().getOrDefault("Mappings", new Value.Nothing(template.location()));
        this.conditions = new Conditions(template.fields().get("Conditions"), this::resolve, budget);
        this.texts = new TextFunctions(budget, this::resolve, this::named);
        this.generated = new SamNames(template.fields().get("Resources"), this::resolve);
    }

    /** One that evaluates the same, on a budget of its own. */
    Resolver separate() {
        return new Resolver(template, parameters);
    }

    Conditions conditions() {
        return conditions;
    }

    @Nullable Value resolve(Value raw) {
        if (raw instanceof Value.Items list) {
            return budget.deeper(() -> new Value.Items(resolved(list.items()), list.location()));
        }
        return raw instanceof Value.Fields object ? budget.<@Nullable Value>deeper(() -> resolve(object)) : raw;
    }

    private @Nullable Value resolve(Value.Fields object) {
        if (object.fields().size() == 1) {
            Map.Entry<String, Value> only =
                    object.fields().entrySet().iterator().next();
            if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
                return intrinsic(only.getKey(), only.getValue(), object);
            }
        }
        Optional<String> extension = extension(object);
        if (extension.isPresent()) {
            return unresolved(object, extension.get() + " is evaluated only when deployed");
        }
        Map<String, Value> fields = new LinkedHashMap<>();
        object.fields().forEach((name, raw) -> {
            Value value = resolve(raw);
            if (value != null) {
                fields.put(name, value);
            }
        });
        return new Value.Fields(fields, object.location());
    }

    /** A macro or a loop that adds fields to those it stands beside, or replaces them. */
    static Optional<String> extension(Value.Fields object) {
        return object.fields().keySet().stream()
                .filter(name -> name.equals("Fn::Transform") || name.startsWith("Fn::ForEach::"))
                .findFirst();
    }

    private List<Value> resolved(List<Value> raw) {
        List<Value> values = new ArrayList<>();
        for (Value item : raw) {
            Value value = resolve(item);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private @Nullable Value intrinsic(String name, Value argument, Value.Fields whole) {
        Location location = whole.location();
        List<Value> arguments = argument instanceof Value.Items items ? items.items() : List.of();
        return switch (name) {
            case "Ref" -> argument instanceof Value.Text id ? ref(id.text(), whole) : malformed(name, whole);
            case "Fn::GetAtt" -> attribute(argument, whole);
            case "Fn::If" -> choice(arguments, whole);
            case "Fn::Join" -> or(texts.join(arguments, location), name, whole);
            case "Fn::Sub" -> or(texts.sub(argument, location), name, whole);
            case "Fn::Split" -> or(texts.split(arguments, location), name, whole);
            case "Fn::Select" -> or(select(arguments), name, whole);
            case "Fn::ToJsonString" -> or(JsonText.of(resolve(argument), budget, location), name, whole);
            case "Fn::Length" -> or(length(resolve(argument), location), name, whole);
            case "Fn::FindInMap" -> or(mapped(arguments), name, whole);
            default -> unresolved(whole, name + " is evaluated only when deployed");
        };
    }

    private @Nullable Value ref(String name, Value.Fields whole) {
        if (name.equals("AWS::NoValue")) {
            return null;
        }
        return or(named(name, whole.location()), "Ref to an undeclared " + Excerpt.of(name), whole);
    }

    /** What {@code name}, or {@code resource.attribute}, stands for in a {@code Ref} or {@code Fn::Sub}. */
    private @Nullable Value named(String name, Location location) {
        Value parameter = parameters.value(name, location);
        if (parameter != null) {
            return parameter;
        }
        String made = generated == null ? null : generated.get(name);
        if (made != null) {
            return new Value.Reference(made, Value.Reference.REF, location);
        }
        int dot = name.indexOf('.');
        String logicalId = dot < 0 ? name : name.substring(0, dot);
        String attribute = dot < 0 ? Value.Reference.REF : name.substring(dot + 1);
        boolean known = resources.contains(logicalId) || (generated != null && generated.get(logicalId) != null);
        return known ? new Value.Reference(logicalId, attribute, location) : null;
    }

    private Value attribute(Value argument, Value.Fields whole) {
        String name = argument instanceof Value.Text text ? text.text() : "";
        if (argument instanceof Value.Items items
                && items.items().size() == 2
                && items.items().get(0) instanceof Value.Text id
                && items.items().get(1) instanceof Value.Text attribute) {
            name = id.text() + "." + attribute.text();
        }
        return name.contains(".")
                ? or(named(name, whole.location()), "Fn::GetAtt", whole)
                : malformed("Fn::GetAtt", whole);
    }

    private @Nullable Value choice(List<Value> arguments, Value.Fields whole) {
        if (arguments.size() != 3 || !(arguments.get(0) instanceof Value.Text condition)) {
            return malformed("Fn::If", whole);
        }
        return switch (conditions.named(condition.text())) {
            case TRUE -> resolve(arguments.get(1));
            case FALSE -> resolve(arguments.get(2));
            case UNKNOWN -> unresolved(whole, "condition " + condition.text() + " is known only when deployed");
        };
    }

    private @Nullable Value select(List<Value> arguments) {
        if (arguments.size() != 2) {
            return null;
        }
        Integer index = Scalars.wholeNumber(resolve(arguments.get(0)));
        Value list = resolve(arguments.get(1));
        if (index == null || !(list instanceof Value.Items items)) {
            return list instanceof Value.Unresolved ? list : null;
        }
        return index >= 0 && index < items.items().size() ? items.items().get(index) : null;
    }

    private @Nullable Value length(@Nullable Value list, Location location) {
        if (list instanceof Value.Items items) {
            return new Value.Numeric(BigDecimal.valueOf(items.items().size()), location);
        }
        return Concatenation.ofUnknown(list, budget, location);
    }

    private @Nullable Value mapped(List<Value> arguments) {
        if (arguments.size() != 3) {
            return null;
        }
        Value found = mappings;
        for (Value argument : arguments) {
            Value key = resolve(argument);
            if (!(key instanceof Value.Text text)) {
                return key instanceof Value.Unresolved ? key : null;
            }
            found = found instanceof Value.Fields fields ? fields.fields().get(text.text()) : null;
            if (found == null) {
                return null;
            }
        }
        return found;
    }

    private static Value or(@Nullable Value value, String name, Value.Fields whole) {
        return value == null ? malformed(name, whole) : value;
    }

    private static Value malformed(String name, Value.Fields whole) {
        return unresolved(whole, name + " has no value here, check its arguments");
    }

    private static Value unresolved(Value.Fields whole, String reason) {
        return new Value.Unresolved(Expression.of(whole), reason, List.of(), whole.location());
    }
}
