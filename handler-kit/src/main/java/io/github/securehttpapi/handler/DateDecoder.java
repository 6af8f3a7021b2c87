package io.github.securehttpapi.handler;

import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Decodes a full-date of RFC 3339. */
final class DateDecoder extends Decoder<LocalDate> {
    static final Decoder<LocalDate> INSTANCE = new DateDecoder();

    private DateDecoder() {}

    @Override
    @Nullable LocalDate decode(Input input, Violations found) throws IOException {
        String text = input.stringOrViolation(found);
        if (text == null) {
            return null;
        }
        LocalDate date = Rfc3339.date(text);
        if (date == null) {
            found.add("date", "must be a date, such as 2025-04-14");
        }
        return date;
    }
}
