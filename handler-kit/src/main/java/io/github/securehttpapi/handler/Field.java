package io.github.securehttpapi.handler;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A member of an object: its name, and the decoder of its value. Made by {@link Decoders#field} and its siblings.
 *
 * @param <T> what the member's value becomes; nullable for an optional field without a fallback, and for a nullable one
 */
public final class Field<T extends @Nullable Object> {
    private final String name;
    private final String pointerSegment;
    private final Decoder<@NonNull T> decoder;
    private final boolean mayBeAbsent;
    private final boolean mayBeNull;
    private final @Nullable T ifAbsent;
    private final @Nullable T ifNull;

    private Field(
            String name,
            Decoder<@NonNull T> decoder,
            boolean mayBeAbsent,
            boolean mayBeNull,
            @Nullable T ifAbsent,
            @Nullable T ifNull) {
        this.name = Objects.requireNonNull(name, "name must not be null");
        this.pointerSegment = Violations.pointerSegment(name);
        this.decoder = Objects.requireNonNull(decoder, "decoder must not be null");
        this.mayBeAbsent = mayBeAbsent;
        this.mayBeNull = mayBeNull;
        this.ifAbsent = ifAbsent;
        this.ifNull = ifNull;
    }

    static <T> Field<T> required(String name, Decoder<T> decoder) {
        return new Field<>(name, decoder, false, false, null, null);
    }

    static <T extends @Nullable Object> Field<T> optional(
            String name, Decoder<@NonNull T> decoder, @Nullable T fallback) {
        return new Field<>(name, decoder, true, true, fallback, fallback);
    }

    static <T> Field<@Nullable T> nullable(String name, Decoder<T> decoder) {
        return new Field<>(name, decoder, false, true, null, null);
    }

    static <T> Field<Patch<T>> patch(String name, Decoder<T> decoder) {
        return new Field<>(name, decoder.map(Patch::set), true, true, Patch.absent(), Patch.remove());
    }

    String name() {
        return name;
    }

    String pointerSegment() {
        return pointerSegment;
    }

    @Nullable T decode(Input input, Violations found) throws IOException {
        if (!input.isNull()) {
            return decoder.decode(input, found);
        }
        if (!mayBeNull) {
            found.add("required", "must not be null", "was", "null");
        }
        return ifNull;
    }

    @Nullable T absent(Violations found) {
        if (!mayBeAbsent) {
            found.add("required", "must be present", "was", "absent");
        }
        return ifAbsent;
    }
}
