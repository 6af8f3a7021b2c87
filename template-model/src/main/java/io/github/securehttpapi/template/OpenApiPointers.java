package io.github.securehttpapi.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows {@code $ref} within an OpenAPI document (RFC 6901). What lies outside it, or in a circle, is unresolved. */
final class OpenApiPointers {
    /** Ours: one reference leads to another at most. */
    private static final int MAX_HOPS = 8;

    /** Ours: what all the references of a document may lead to together. */
    private static final int MAX_FIELDS = 1_000_000;

    private static final String REF = "$ref";

    private final Value document;
    private long followed;

    OpenApiPointers(Value document) {
        this.document = document;
    }

    /** The value, or what its {@code $ref} leads to, with the fields that stand beside the {@code $ref}. */
    Value follow(Value value) {
        Value found = value;
        for (int hop = 0; hop < MAX_HOPS; hop++) {
            if (!(found instanceof Value.Fields fields) || !(fields.fields().get(REF) instanceof Value.Text pointer)) {
                return found;
            }
            Value target = target(pointer.text());
            if (target == null) {
                return unresolved(pointer, "leads to nothing in the template");
            }
            spend(Lookup.entries(target).size());
            found = target instanceof Value.Fields object ? beside(fields, object) : target;
        }
        return unresolved(value, "leads further than " + MAX_HOPS + " references, or in a circle");
    }

    private void spend(int fields) {
        followed += fields;
        if (followed > MAX_FIELDS) {
            throw new TemplateException(
                    "lead by $ref to at most " + MAX_FIELDS + " fields", "more", "write what is long where it is used");
        }
    }

    private @Nullable Value target(String pointer) {
        if (!pointer.startsWith("#/")) {
            return null;
        }
        Value found = document;
        for (String token : pointer.substring(2).split("/", -1)) {
            found = Lookup.at(found, token.replace("~1", "/").replace("~0", "~"));
        }
        return found;
    }

    private static Value beside(Value.Fields referring, Value.Fields target) {
        Map<String, Value> own = Fragment.of(referring).remove(REF).fields().fields();
        return own.isEmpty() ? target : Fragment.of(target).putAll(own).fields();
    }

    private static Value unresolved(Value pointer, String why) {
        String expression = Expression.of(pointer);
        return new Value.Unresolved(
                expression, "$ref " + Excerpt.of(expression) + " " + why, List.of(), pointer.location());
    }
}
