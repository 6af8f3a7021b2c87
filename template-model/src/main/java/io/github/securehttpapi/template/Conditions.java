package io.github.securehttpapi.template;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The template's conditions: each evaluated when first asked for. One that depends on an unknown value is unknown. */
final class Conditions {
    /** What a condition comes to. */
    enum Truth {
        TRUE,
        FALSE,
        UNKNOWN;

        static Truth of(boolean value) {
            return value ? TRUE : FALSE;
        }

        Truth negated() {
            return this == UNKNOWN ? UNKNOWN : of(this == FALSE);
        }
    }

    private final Map<String, Value> expressions;
    private final Function<Value, @Nullable Value> resolve;
    private final Budget budget;
    private final Map<String, Truth> known = new HashMap<>();
    private final Set<String> underWay = new LinkedHashSet<>();

    Conditions(@Nullable Value section, Function<Value, @Nullable Value> resolve, Budget budget) {
        this.expressions = section instanceof Value.Fields fields ? fields.fields() : Map.of();
        this.resolve = resolve;
        this.budget = budget;
    }

    Truth named(String name) {
        Truth truth = known.get(name);
        if (truth != null) {
            return truth;
        }
        Value expression = expressions.get(name);
        if (expression == null) {
            throw new TemplateException("declare every condition it uses", name, "add it to Conditions");
        }
        if (!underWay.add(name)) {
            throw new TemplateException("have conditions without a cycle", name, "it refers to itself");
        }
        try {
            Truth evaluated = evaluate(expression);
            known.put(name, evaluated);
            return evaluated;
        } finally {
            underWay.remove(name);
        }
    }

    private Truth evaluate(Value expression) {
        return budget.deeper(() -> truth(expression));
    }

    private Truth truth(Value expression) {
        if (!(expression instanceof Value.Fields fields) || fields.fields().size() != 1) {
            return Truth.UNKNOWN;
        }
        Map.Entry<String, Value> function =
                fields.fields().entrySet().iterator().next();
        Value argument = function.getValue();
        List<Value> arguments = argument instanceof Value.Items items ? items.items() : List.of();
        return switch (function.getKey()) {
            case "Condition" -> argument instanceof Value.Text name ? named(name.text()) : Truth.UNKNOWN;
            case "Fn::Equals" -> arguments.size() == 2 ? same(arguments.get(0), arguments.get(1)) : Truth.UNKNOWN;
            case "Fn::Not" -> arguments.size() == 1 ? evaluate(arguments.get(0)).negated() : Truth.UNKNOWN;
            case "Fn::And" -> decisive(arguments, Truth.FALSE);
            case "Fn::Or" -> decisive(arguments, Truth.TRUE);
            default -> Truth.UNKNOWN;
        };
    }

    private Truth decisive(List<Value> arguments, Truth decisive) {
        Truth result = arguments.isEmpty() ? Truth.UNKNOWN : decisive.negated();
        for (Value argument : arguments) {
            Truth truth = evaluate(argument);
            if (truth == decisive) {
                return decisive;
            }
            result = truth == Truth.UNKNOWN ? Truth.UNKNOWN : result;
        }
        return result;
    }

    private Truth same(Value left, Value right) {
        String leftText = scalar(left);
        String rightText = scalar(right);
        return leftText == null || rightText == null ? Truth.UNKNOWN : Truth.of(leftText.equals(rightText));
    }

    private @Nullable String scalar(Value raw) {
        Value value = resolve.apply(raw);
        boolean scalar = value instanceof Value.Text || value instanceof Value.Numeric || value instanceof Value.Flag;
        return value != null && scalar ? Expression.of(value) : null;
    }
}
