package io.github.securehttpapi.handler;

import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decodes a UUID: RFC 9562, 4. {@link UUID#fromString} takes {@code 1-1-1-1-1} too. */
final class UuidDecoder extends Decoder<UUID> {
    static final Decoder<UUID> INSTANCE = new UuidDecoder();

    /** In characters: 32 digits and 4 hyphens. */
    private static final int LENGTH = 36;

    private static final int HEXADECIMAL = 16;

    /** How many digits make half of a UUID. */
    private static final int HALF = 16;

    private static final int BITS_OF_A_DIGIT = 4;

    private UuidDecoder() {}

    @Override
    @Nullable UUID decode(Input input, Violations found) throws IOException {
        String text = input.stringOrViolation(found);
        if (text == null) {
            return null;
        }
        UUID uuid = parse(text);
        if (uuid == null) {
            found.add("uuid", "must be a UUID: 8-4-4-4-12 hexadecimal digits");
        }
        return uuid;
    }

    private static @Nullable UUID parse(String text) {
        if (text.length() != LENGTH) {
            return null;
        }
        long[] halves = new long[2];
        int digits = 0;
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            if (isHyphenAt(i)) {
                if (c != '-') {
                    return null;
                }
                continue;
            }
            // Not Character.digit alone: Unicode has digits in many scripts.
            int digit = Ascii.isAlphanumeric(c) ? Character.digit(c, HEXADECIMAL) : -1;
            if (digit < 0) {
                return null;
            }
            halves[digits / HALF] = halves[digits / HALF] << BITS_OF_A_DIGIT | digit;
            digits++;
        }
        return new UUID(halves[0], halves[1]);
    }

    private static boolean isHyphenAt(int index) {
        return index == 8 || index == 13 || index == 18 || index == 23;
    }
}
