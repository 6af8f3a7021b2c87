package io.github.securehttpapi.handler;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decodes a date-time of RFC 3339. */
final class InstantDecoder extends Decoder<Instant> {
    static final Decoder<Instant> INSTANCE = new InstantDecoder();

    private InstantDecoder() {}

    @Override
    @Nullable Instant decode(Input input, Violations found) throws IOException {
        String text = input.stringOrViolation(found);
        if (text == null) {
            return null;
        }
        Instant instant = Rfc3339.instant(text);
        if (instant == null) {
            found.add("instant", "must be a date and time with offset, such as 2025-04-14T22:13:56Z");
        }
        return instant;
    }
}
