package io.github.securehttpapi.handler;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decodes a string that names one of several values. */
final class ChoiceDecoder<T> extends Decoder<T> {
    private final Map<String, T> values = new HashMap<>();
    private final List<String> names;

    private ChoiceDecoder(T[] values, Function<? super T, String> naming) {
        List<String> inOrder = new ArrayList<>();
        for (T value : values) {
            String name = naming.apply(value);
            if (this.values.put(name, value) != null) {
                throw new IllegalArgumentException("names must differ, got '" + name + "' twice");
            }
            inOrder.add(name);
        }
        this.names = List.copyOf(inOrder);
    }

    static <T> Decoder<T> of(T[] values, Function<? super T, String> naming) {
        return new ChoiceDecoder<>(values, naming);
    }

    /** Adds the violation of a value that is none of these names. */
    static void refuse(List<String> names, Violations found) {
        found.add("one_of", "must be one of: " + String.join(", ", names), "values", names);
    }

    @Override
    @Nullable T decode(Input input, Violations found) throws IOException {
        String name = input.stringOrViolation(found);
        if (name == null) {
            return null;
        }
        T value = values.get(name);
        if (value == null) {
            refuse(names, found);
        }
        return value;
    }
}
