package io.github.securehttpapi.handler;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Decodes {@code true} and {@code false}. */
final class BooleanDecoder extends Decoder<Boolean> {
    static final BooleanDecoder INSTANCE = new BooleanDecoder();

    private BooleanDecoder() {}

    @Override
    @Nullable Boolean decode(JsonInput input, Violations found) throws IOException {
        if (input.is(JsonToken.VALUE_TRUE)) {
            return Boolean.TRUE;
        }
        if (input.is(JsonToken.VALUE_FALSE)) {
            return Boolean.FALSE;
        }
        found.add("type", "must be true or false");
        input.skip();
        return null;
    }
}
