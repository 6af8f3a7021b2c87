package io.github.securehttpapi.handler;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes something of what another decoder made, or finds it wrong after all. */
final class RefinedDecoder<T, U> extends Decoder<U> {
    private final Decoder<T> decoder;
    private final Function<? super T, Refined<U>> function;

    private RefinedDecoder(Decoder<T> decoder, Function<? super T, Refined<U>> function) {
        this.decoder = decoder;
        this.function = Objects.requireNonNull(function, "function must not be null");
    }

    static <T, U> Decoder<U> of(Decoder<T> decoder, Function<? super T, Refined<U>> function) {
        return new RefinedDecoder<>(decoder, function);
    }

    @Override
    @Nullable U decode(Input input, Violations found) throws IOException {
        T value = decoder.decode(input, found);
        if (value == null) {
            return null;
        }
        return Objects.requireNonNull(function.apply(value), "function must return a Refined, got null")
                .valueOrViolation(found);
    }
}
