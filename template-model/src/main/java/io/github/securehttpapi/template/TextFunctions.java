package io.github.securehttpapi.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code Fn::Join}, {@code Fn::Sub} and {@code Fn::Split}. Each gives null for arguments it cannot take. */
final class TextFunctions {
    private final Budget budget;
    private final Function<Value, @Nullable Value> resolve;
    private final BiFunction<String, Location, @Nullable Value> named;

    TextFunctions(
            Budget budget,
            Function<Value, @Nullable Value> resolve,
            BiFunction<String, Location, @Nullable Value> named) {
        this.budget = budget;
        this.resolve = resolve;
        this.named = named;
    }

    @Nullable Value join(List<Value> arguments, Location location) {
        String delimiter = arguments.size() == 2 ? Scalars.text(resolve.apply(arguments.get(0))) : null;
        Value list = delimiter == null ? null : resolve.apply(arguments.get(1));
        if (delimiter == null || !(list instanceof Value.Items items)) {
            return list instanceof Value.Unresolved ? list : null;
        }
        Concatenation joined = new Concatenation(budget);
        boolean first = true;
        for (Value item : items.items()) {
            joined.append(first ? "" : delimiter).append(item);
            first = false;
        }
        return joined.at(location);
    }

    @Nullable Value split(List<Value> arguments, Location location) {
        String delimiter = arguments.size() == 2 ? Scalars.text(resolve.apply(arguments.get(0))) : null;
        Value source = delimiter == null || delimiter.isEmpty() ? null : resolve.apply(arguments.get(1));
        if (delimiter == null || !(source instanceof Value.Text text)) {
            return source == null
                    ? null
                    : new Concatenation(budget).append(source).at(location);
        }
        budget.spend(text.text().length() + 1);
        List<Value> items = new ArrayList<>();
        int from = 0;
        for (int at = text.text().indexOf(delimiter); at >= 0; at = text.text().indexOf(delimiter, from)) {
            items.add(new Value.Text(text.text().substring(from, at), location));
            from = at + delimiter.length();
        }
        items.add(new Value.Text(text.text().substring(from), location));
        return new Value.Items(items, location);
    }

    @Nullable Value sub(Value argument, Location location) {
        if (argument instanceof Value.Text text) {
            return substitute(text.text(), Map.of(), location);
        }
        if (!(argument instanceof Value.Items items)
                || items.items().size() != 2
                || !(items.items().get(0) instanceof Value.Text text)
                || !(items.items().get(1) instanceof Value.Fields variables)) {
            return null;
        }
        Map<String, Value> values = new HashMap<>();
        variables.fields().forEach((name, raw) -> {
            Value value = resolve.apply(raw);
            values.put(name, value == null ? new Value.Nothing(raw.location()) : value);
        });
        return substitute(text.text(), values, location);
    }

    private Value substitute(String text, Map<String, Value> variables, Location location) {
        Concatenation result = new Concatenation(budget);
        int from = 0;
        for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", from)) {
            int end = text.indexOf('}', start);
            if (end < 0) {
                break;
            }
            result.append(text.substring(from, start))
                    .append(variable(text.substring(start + 2, end), variables, location));
            from = end + 1;
        }
        return result.append(text.substring(from)).at(location);
    }

    private Value variable(String name, Map<String, Value> variables, Location location) {
        if (name.startsWith("!")) {
            return new Value.Text("${" + name.substring(1) + "}", location);
        }
        Value own = variables.get(name.strip());
        Value value = own != null ? own : named.apply(name.strip(), location);
        String reason = name.strip() + " is neither a parameter nor a resource of the template";
        return value != null ? value : new Value.Unresolved("${" + name + "}", reason, List.of(), location);
    }
}
