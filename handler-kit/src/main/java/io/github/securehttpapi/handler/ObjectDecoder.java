package io.github.securehttpapi.handler;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decodes an object whose members are known: any other is a violation. */
final class ObjectDecoder<T> extends Decoder<T> {
    private final Field<?>[] fields;
    private final Function<Members, T> constructor;

    ObjectDecoder(Function<Members, T> constructor, Field<?>... fields) {
        this.constructor = constructor;
        this.fields = fields.clone();
        for (int i = 0; i < fields.length; i++) {
            for (int j = 0; j < i; j++) {
                if (fields[i].name().equals(fields[j].name())) {
                    throw new IllegalArgumentException(
                            "fields must have names of their own, got '" + fields[i].name() + "' twice");
                }
            }
        }
    }

    @Override
    @Nullable T decode(JsonInput input, Violations found) throws IOException {
        if (!input.is(JsonToken.START_OBJECT)) {
            found.add("type", "must be an object");
            input.skip();
            return null;
        }
        Members members = new Members(fields, found);
        members.read(input);
        if (!members.areSound()) {
            return null;
        }
        return Objects.requireNonNull(constructor.apply(members), "constructor must return an object, got null");
    }
}
