package io.github.securehttpapi.local.internal.gateway;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A request's time as events and access logs have it, such as {@code 14/Apr/2025:22:13:56 +0000}. */
public final class RequestTime {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final long MILLIS_PER_SECOND = 1000;

    private static volatile RequestTime latest = new RequestTime(0);

    private final long epochSecond;
    private final String text;

    private RequestTime(long epochSecond) {
        this.epochSecond = epochSecond;
        this.text = FORMAT.format(Instant.ofEpochSecond(epochSecond));
    }

    /** Formatted once for all requests of a second, unless they are late. */
    public static String of(long epochMillis) {
        long second = Math.floorDiv(epochMillis, MILLIS_PER_SECOND);
        RequestTime time = latest;
        if (time.epochSecond != second) {
            time = new RequestTime(second);
            latest = time;
        }
        return time.text;
    }
}
