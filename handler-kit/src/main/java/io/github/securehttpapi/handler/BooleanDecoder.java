package io.github.securehttpapi.handler;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Decodes {@code true} and {@code false}. */
final class BooleanDecoder extends Decoder<Boolean> {
    // Typed as what the factory returns: a subtype would be loaded with the factory, to verify that it is one.
    static final Decoder<Boolean> INSTANCE = new BooleanDecoder();

    private BooleanDecoder() {}

    @Override
    @Nullable Boolean decode(Input input, Violations found) throws IOException {
        Boolean value = input.bool();
        if (value == null) {
            input.refuseType("boolean", "must be true or false", found);
        }
        return value;
    }
}
