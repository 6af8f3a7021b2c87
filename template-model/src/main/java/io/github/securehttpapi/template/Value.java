package io.github.securehttpapi.template;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a template: what JSON can hold, and what CloudFormation knows only when it deploys. */
public sealed interface Value {
    /**
     * Reads any JSON or YAML document, such as a file that is committed beside a template, with the limits of a template.
     *
     * @param name what messages call it; if it ends in {@code .json} the document has to be JSON
     * @param content the document
     * @return the object that it holds, nothing in it evaluated
     * @throws TemplateException if it is neither JSON nor YAML, or no object
     */
    static Fields read(String name, byte[] content) {
        return Document.read(new Source(name, content)).root();
    }

    /**
     * Where the value, or the expression it came from, starts.
     *
     * @return the position in the template file
     */
    Location location();

    /**
     * What stands somewhere below this.
     *
     * @param path the keys on the way; an item of a list by its index
     * @return the value, this one for an empty path; null if nothing stands there
     */
    default @Nullable Value at(List<String> path) {
        Value at = this;
        for (String key : path) {
            at = at == null ? null : at.child(key);
        }
        return at;
    }

    private @Nullable Value child(String key) {
        if (this instanceof Items list) {
            int index = key.matches("[0-9]{1,6}")
                    ? Integer.parseInt(key)
                    : list.items().size();
            return index < list.items().size() ? list.items().get(index) : null;
        }
        return this instanceof Fields object ? object.fields().get(key) : null;
    }

    /**
     * Text.
     *
     * @param text the text
     * @param location where it starts
     */
    record Text(String text, Location location) implements Value {}

    /**
     * A number.
     *
     * @param number the number, exactly as written
     * @param location where it starts
     */
    record Numeric(BigDecimal number, Location location) implements Value {}

    /**
     * {@code true} or {@code false}.
     *
     * @param flag the value
     * @param location where it starts
     */
    record Flag(boolean flag, Location location) implements Value {}

    /**
     * A JSON null.
     *
     * @param location where it starts
     */
    record Nothing(Location location) implements Value {}

    /**
     * A list.
     *
     * @param items the items, in order
     * @param location where it starts
     */
    record Items(List<Value> items, Location location) implements Value {
        /**
         * Copies the items.
         *
         * @param items the items
         * @param location the location
         */
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * An object.
     *
     * @param fields the fields, in the template's order
     * @param location where it starts
     */
    record Fields(Map<String, Value> fields, Location location) implements Value {
        /**
         * Copies the fields, keeping their order.
         *
         * @param fields the fields
         * @param location the location
         */
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /**
     * A {@code Ref} or {@code Fn::GetAtt} to a resource of the template.
     *
     * @param logicalId the resource's logical id
     * @param attribute the attribute, {@value #REF} for a plain {@code Ref}
     * @param location where the expression starts
     */
    record Reference(String logicalId, String attribute, Location location) implements Value {
        /** The attribute of a plain {@code Ref}. */
        public static final String REF = "Ref";

        /**
         * The reference as {@code Fn::Sub} writes it.
         *
         * @return such as <code>${Function.Arn}</code>
         */
        public String expression() {
            return attribute.equals(REF) ? "${" + logicalId + "}" : "${" + logicalId + "." + attribute + "}";
        }
    }

    /**
     * An expression whose value the template and the given parameters do not determine.
     *
     * @param expression the expression, parts that are known filled in
     * @param reason why it has no value
     * @param references the resources it refers to
     * @param location where it starts
     */
    record Unresolved(String expression, String reason, List<Reference> references, Location location)
            implements Value {
        /**
         * Copies the references.
         *
         * @param expression the expression
         * @param reason the reason
         * @param references the references
         * @param location the location
         */
        public Unresolved {
            references = List.copyOf(references);
        }
    }
}
