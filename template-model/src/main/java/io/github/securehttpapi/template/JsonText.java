package io.github.securehttpapi.template;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code Fn::ToJsonString}: a list or an object as compact JSON. Where a part is unknown, so is the whole. */
final class JsonText {
    private final Concatenation json;

    private JsonText(Budget budget) {
        this.json = new Concatenation(budget);
    }

    /** The text, or null if there is no list and no object to write. */
    static @Nullable Value of(@Nullable Value value, Budget budget, Location location) {
        if (value instanceof Value.Fields || value instanceof Value.Items) {
            JsonText text = new JsonText(budget);
            text.write(value);
            return text.json.at(location);
        }
        return Concatenation.ofUnknown(value, budget, location);
    }

    private void write(Value value) {
        if (value instanceof Value.Fields object) {
            write(object);
        } else if (value instanceof Value.Items list) {
            write(list);
        } else if (value instanceof Value.Text text) {
            quoted(text.text());
        } else if (value instanceof Value.Nothing) {
            json.append("null");
        } else if (Properties.unresolved(value) != null) {
            json.append("\"").append(value).append("\"");
        } else {
            json.append(value);
        }
    }

    private void write(Value.Fields object) {
        json.append("{");
        String comma = "";
        for (Map.Entry<String, Value> field : object.fields().entrySet()) {
            json.append(comma);
            quoted(field.getKey());
            json.append(":");
            write(field.getValue());
            comma = ",";
        }
        json.append("}");
    }

    private void write(Value.Items list) {
        json.append("[");
        String comma = "";
        for (Value item : list.items()) {
            json.append(comma);
            write(item);
            comma = ",";
        }
        json.append("]");
    }

    private void quoted(String text) {
        json.append("\"")
                .append(String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)))
                .append("\"");
    }
}
