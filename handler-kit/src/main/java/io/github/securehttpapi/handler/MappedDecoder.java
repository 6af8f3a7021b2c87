package io.github.securehttpapi.handler;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes something of what another decoder made. */
final class MappedDecoder<T, U> extends Decoder<U> {
    private final Decoder<T> decoder;
    private final Function<? super T, ? extends U> function;

    private MappedDecoder(Decoder<T> decoder, Function<? super T, ? extends U> function) {
        this.decoder = decoder;
        this.function = Objects.requireNonNull(function, "function must not be null");
    }

    static <T, U> Decoder<U> of(Decoder<T> decoder, Function<? super T, ? extends U> function) {
        return new MappedDecoder<>(decoder, function);
    }

    @Override
    @Nullable U decode(Input input, Violations found) throws IOException {
        T value = decoder.decode(input, found);
        if (value == null) {
            return null;
        }
        return Objects.requireNonNull(function.apply(value), "function must return a value, got null");
    }
}
