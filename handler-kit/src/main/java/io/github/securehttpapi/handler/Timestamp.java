package io.github.securehttpapi.handler;

import java.time.Instant;

/** Points in time, as RFC 3339 has them in UTC. By hand: java.time's first formatter costs a cold start 11 ms. */
final class Timestamp {
    private static final int SECONDS_PER_DAY = 86_400;

    /** The days from 0000-03-01, where the years of this arithmetic begin, to 1970-01-01. */
    private static final long DAYS_TO_EPOCH = 719_468;

    /** The days of 400 years, after which the calendar repeats itself. */
    private static final long DAYS_PER_ERA = 146_097;

    /** 0000-01-01T00:00:00Z. Years before it have a sign, which RFC 3339 knows nothing of. */
    private static final long FIRST_SECOND = -62_167_219_200L;

    /** 9999-12-31T23:59:59Z. The years that follow have five digits. */
    private static final long LAST_SECOND = 253_402_300_799L;

    /** The longest, with nine digits of a second. */
    private static final int MAX_LENGTH = "0000-00-00T00:00:00.000000000Z".length();

    private Timestamp() {}

    /** The text that {@link Instant#toString} gives: none, three, six or nine digits of a second. */
    static String of(Instant instant) {
        long seconds = instant.getEpochSecond();
        if (seconds < FIRST_SECOND || seconds > LAST_SECOND) {
            return instant.toString();
        }
        JsonBytes text = new JsonBytes(MAX_LENGTH);
        writeSeconds(seconds, text);
        writeFraction(instant.getNano(), text);
        return text.raw('Z').toString();
    }

    private static void writeFraction(int nanos, JsonBytes text) {
        if (nanos == 0) {
            return;
        }
        text.raw('.');
        if (nanos % 1_000_000 == 0) {
            text.number(nanos / 1_000_000, 3);
        } else if (nanos % 1_000 == 0) {
            text.number(nanos / 1_000, 6);
        } else {
            text.number(nanos, 9);
        }
    }

    /** Writes what a line of the log has: three digits of a second always. For years from 0000 to 9999. */
    static void write(long epochMillis, JsonBytes text) {
        writeSeconds(Math.floorDiv(epochMillis, 1_000L), text);
        text.raw('.').number(Math.floorMod(epochMillis, 1_000), 3).raw('Z');
    }

    private static void writeSeconds(long epochSecond, JsonBytes text) {
        writeDay(Math.floorDiv(epochSecond, SECONDS_PER_DAY), text);
        int second = Math.floorMod(epochSecond, SECONDS_PER_DAY);
        text.raw('T').number(second / 3_600, 2);
        text.raw(':').number(second / 60 % 60, 2);
        text.raw(':').number(second % 60, 2);
    }

    /**
     * Source of the arithmetic: Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days: years
     * begin in March, so that a leap day comes last.
     */
    private static void writeDay(long epochDay, JsonBytes text) {
        long days = epochDay + DAYS_TO_EPOCH;
        long era = Math.floorDiv(days, DAYS_PER_ERA);
        long dayOfEra = days - era * DAYS_PER_ERA;
        long yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long marchMonth = (5 * dayOfYear + 2) / 153;
        long day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
        long month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        text.number(year, 4).raw('-').number(month, 2).raw('-').number(day, 2);
    }
}
