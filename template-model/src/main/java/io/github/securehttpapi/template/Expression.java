package io.github.securehttpapi.template;

import java.util.Map;

/** A value written out: scalars as text, references as {@code Fn::Sub} writes them, the rest as bounded JSON. */
final class Expression {
    /** Ours: what an expression shows of a list or an object. */
    private static final int MAX_CHARACTERS = 400;

    private final StringBuilder json = new StringBuilder();

    private Expression() {}

    static String of(Value value) {
        if (value instanceof Value.Text text) {
            return text.text();
        }
        Expression expression = new Expression();
        expression.write(value);
        return expression.json.toString();
    }

    private void write(Value value) {
        if (value instanceof Value.Fields object) {
            write(object);
        } else if (value instanceof Value.Items list) {
            write(list);
        } else if (value instanceof Value.Text text) {
            json.append('"').append(text.text()).append('"');
        } else {
            json.append(scalar(value));
        }
    }

    private void write(Value.Fields object) {
        json.append('{');
        String comma = "";
        for (Map.Entry<String, Value> field : object.fields().entrySet()) {
            if (full()) {
                break;
            }
            json.append(comma).append('"').append(field.getKey()).append("\":");
            write(field.getValue());
            comma = ",";
        }
        json.append('}');
    }

    private void write(Value.Items list) {
        json.append('[');
        String comma = "";
        for (Value item : list.items()) {
            if (full()) {
                break;
            }
            json.append(comma);
            write(item);
            comma = ",";
        }
        json.append(']');
    }

    private boolean full() {
        if (json.length() < MAX_CHARACTERS) {
            return false;
        }
        json.append('…');
        return true;
    }

    private static String scalar(Value value) {
        if (value instanceof Value.Numeric numeric) {
            return numeric.number().toString();
        }
        if (value instanceof Value.Flag flag) {
            return Boolean.toString(flag.flag());
        }
        if (value instanceof Value.Reference reference) {
            return reference.expression();
        }
        return value instanceof Value.Unresolved unresolved ? unresolved.expression() : "null";
    }
}
