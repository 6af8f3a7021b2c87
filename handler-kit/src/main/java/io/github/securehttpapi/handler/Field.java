package io.github.securehttpapi.handler;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A member of an object: its name, and the decoder of its value. Made by {@link Decoders#field} and
 * {@link Decoders#optionalField}.
 *
 * @param <T> what the member's value becomes; nullable for an optional field without a fallback
 */
public final class Field<T extends @Nullable Object> {
    private final String name;
    private final String pointerSegment;
    private final Decoder<@NonNull T> decoder;
    private final boolean required;
    private final @Nullable T fallback;

    Field(String name, Decoder<@NonNull T> decoder, boolean required, @Nullable T fallback) {
        this.name = Objects.requireNonNull(name, "name must not be null");
        this.pointerSegment = Violations.pointerSegment(name);
        this.decoder = Objects.requireNonNull(decoder, "decoder must not be null");
        this.required = required;
        this.fallback = fallback;
    }

    String name() {
        return name;
    }

    String pointerSegment() {
        return pointerSegment;
    }

    @Nullable T decode(JsonInput input, Violations found) throws IOException {
        if (!input.is(JsonToken.VALUE_NULL)) {
            return decoder.decode(input, found);
        }
        if (required) {
            found.add("required", "must not be null");
        }
        return fallback;
    }

    @Nullable T absent(Violations found) {
        if (required) {
            found.add("required", "must be present");
        }
        return fallback;
    }
}
