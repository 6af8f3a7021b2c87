package io.github.securehttpapi.local.internal.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The {@code date} header, formatted once a second. */
public final class HttpDate {
    private static volatile HttpDate latest = new HttpDate(0);

    private final long epochSecond;
    private final String text;

    private HttpDate(long epochSecond) {
        this.epochSecond = epochSecond;
        this.text = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochSecond(epochSecond).atOffset(ZoneOffset.UTC));
    }

    static String now() {
        long second = System.currentTimeMillis() / 1000;
        HttpDate date = latest;
        if (date.epochSecond != second) {
            date = new HttpDate(second);
            latest = date;
        }
        return date.text;
    }
}
