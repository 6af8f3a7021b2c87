package io.github.securehttpapi.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code Ref} gives for a parameter: the caller's value, else the default, else an unresolved expression. */
final class Parameters {
    /** CloudFormation quotas: a parameter's value is at most 4,096 bytes (cloudformation-limits.html). */
    private static final int MAX_VALUE_BYTES = 4096;

    private static final Set<String> PSEUDO = Set.of(
            "AWS::AccountId",
            "AWS::NotificationARNs",
            "AWS::Partition",
            "AWS::Region",
            "AWS::StackId",
            "AWS::StackName",
            "AWS::URLSuffix");

    private final Map<String, Value> values = new LinkedHashMap<>();

    private Parameters() {}

    static Parameters of(@Nullable Value section, Map<String, String> given) {
        Parameters parameters = new Parameters();
        Map<String, Value> declared = section instanceof Value.Fields fields ? fields.fields() : Map.of();
        declared.forEach((name, declaration) -> parameters.declare(name, declaration, given.get(name)));
        given.forEach((name, value) -> parameters.checkDeclared(name, value, declared));
        return parameters;
    }

    /** The parameter's value at a place that refers to it, or null if it is neither declared nor a pseudo parameter. */
    @Nullable Value value(String name, Location location) {
        Value value = values.get(name);
        if (value == null && PSEUDO.contains(name)) {
            return unresolved(name, "pseudo parameter " + name + " is known only when deployed", location);
        }
        return value == null ? null : moved(value, location);
    }

    private void declare(String name, Value declaration, @Nullable String given) {
        Map<String, Value> fields = declaration instanceof Value.Fields object ? object.fields() : Map.of();
        String type = fields.get("Type") instanceof Value.Text text ? text.text() : "String";
        Value byDefault = fields.get("Default");
        Location location = declaration.location();
        if (given != null) {
            values.put(name, typed(name, type, given, location));
        } else if (type.startsWith("AWS::SSM::")) {
            values.put(name, unresolved(name, "parameter " + name + " is read from SSM when deployed", location));
        } else if (byDefault == null) {
            values.put(name, unresolved(name, "parameter " + name + " has no value, pass one", location));
        } else {
            values.put(name, typed(name, type, Expression.of(byDefault), location));
        }
    }

    private void checkDeclared(String name, String value, Map<String, Value> declared) {
        if (declared.containsKey(name)) {
            return;
        }
        if (!PSEUDO.contains(name)) {
            String known =
                    declared.isEmpty() ? "it declares none" : "it declares " + String.join(", ", declared.keySet());
            throw new TemplateException("declare every parameter that is passed", name, known);
        }
        String type = name.equals("AWS::NotificationARNs") ? "CommaDelimitedList" : "String";
        values.put(name, typed(name, type, value, new Location(1, 1)));
    }

    private static Value typed(String name, String type, String value, Location location) {
        if (value.getBytes(StandardCharsets.UTF_8).length > MAX_VALUE_BYTES) {
            String must = "have at most " + MAX_VALUE_BYTES + " bytes in the value of parameter " + name;
            throw new TemplateException(must, value, "shorten it");
        }
        boolean list = type.equals("CommaDelimitedList") || type.startsWith("List<");
        return list ? split(value, location) : new Value.Text(value, location);
    }

    private static Value split(String value, Location location) {
        List<Value> items = new ArrayList<>();
        for (String item : value.split(",", -1)) {
            items.add(new Value.Text(item.strip(), location));
        }
        return new Value.Items(items, location);
    }

    private static Value moved(Value value, Location location) {
        if (value instanceof Value.Text text) {
            return new Value.Text(text.text(), location);
        }
        if (value instanceof Value.Unresolved unresolved) {
            return new Value.Unresolved(unresolved.expression(), unresolved.reason(), List.of(), location);
        }
        return value;
    }

    private static Value unresolved(String name, String reason, Location location) {
        return new Value.Unresolved("${" + name + "}", reason, List.of(), location);
    }
}
