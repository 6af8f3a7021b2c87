package io.github.securehttpapi.template;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Text put together from values: known text if every part is known, otherwise one unresolved expression. */
final class Concatenation {
    private final Budget budget;
    private final StringBuilder text = new StringBuilder();
    private final Set<Value.Reference> references = new LinkedHashSet<>();
    private @Nullable String reason;

    Concatenation(Budget budget) {
        this.budget = budget;
    }

    /** What is unknown, as the value of an expression that stands elsewhere; null if it is known. */
    static @Nullable Value ofUnknown(@Nullable Value value, Budget budget, Location location) {
        return value == null || Properties.unresolved(value) == null
                ? null
                : new Concatenation(budget).append(value).at(location);
    }

    Concatenation append(String part) {
        budget.spend(part.length() + 1);
        text.append(part);
        return this;
    }

    Concatenation append(Value part) {
        if (part instanceof Value.Reference reference) {
            references.add(reference);
            because("resource " + reference.logicalId() + " is known only when deployed");
        } else if (part instanceof Value.Unresolved unresolved) {
            references.addAll(unresolved.references());
            because(unresolved.reason());
        } else if (part instanceof Value.Items || part instanceof Value.Fields || part instanceof Value.Nothing) {
            because("a list, an object or null stands where text belongs");
        }
        return append(Expression.of(part));
    }

    Value at(Location location) {
        String result = text.toString();
        return reason == null
                ? new Value.Text(result, location)
                : new Value.Unresolved(result, reason, references.stream().toList(), location);
    }

    private void because(String cause) {
        if (reason == null) {
            reason = cause;
        }
    }
}
