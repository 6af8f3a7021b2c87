package io.github.securehttpapi.handler;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decodes an object whose members are known. Made by {@link Decoders#object}.
 *
 * <p>Violations: {@code type}, {@code required}, {@code unknown_field}, and those of the fields, with their names in the
 * pointer.
 *
 * @param <T> the object
 */
public final class ObjectDecoder<T> extends Decoder<T> {
    private final Field<?>[] fields;
    private final Function<Members, T> constructor;
    private final boolean ignoresUnknown;

    ObjectDecoder(Function<Members, T> constructor, Field<?>... fields) {
        this(constructor, fields.clone(), false);
        for (int i = 0; i < fields.length; i++) {
            for (int j = 0; j < i; j++) {
                if (fields[i].name().equals(fields[j].name())) {
                    throw new IllegalArgumentException(
                            "fields must have names of their own, got '" + fields[i].name() + "' twice");
                }
            }
        }
    }

    private ObjectDecoder(Function<Members, T> constructor, Field<?>[] fields, boolean ignoresUnknown) {
        this.constructor = Objects.requireNonNull(constructor, "constructor must not be null");
        this.fields = fields;
        this.ignoresUnknown = ignoresUnknown;
    }

    /**
     * Reads over members that are none of the fields, for a client that may know more fields than this function: a
     * webhook's sender, say. Objects within this one are asked for themselves.
     *
     * @return this decoder, without the violation {@code unknown_field}
     */
    public ObjectDecoder<T> ignoringUnknownFields() {
        return new ObjectDecoder<>(constructor, fields, true);
    }

    @Override
    @Nullable T decode(Input input, Violations found) throws IOException {
        if (!input.isObject()) {
            input.refuseType("object", "must be an object", found);
            return null;
        }
        Members members = new Members(fields, ignoresUnknown, found);
        members.read(input);
        if (!members.areSound()) {
            return null;
        }
        return Objects.requireNonNull(constructor.apply(members), "constructor must return an object, got null");
    }
}
