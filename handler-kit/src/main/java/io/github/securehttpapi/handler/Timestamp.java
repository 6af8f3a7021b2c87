package io.github.securehttpapi.handler;

/** Points in time as logs have them. By hand: java.time's first formatter costs a cold start 11 ms. */
final class Timestamp {
    private static final long MILLIS_PER_DAY = 86_400_000;

    /** The days from 0000-03-01, where the years of this arithmetic begin, to 1970-01-01. */
    private static final long DAYS_TO_EPOCH = 719_468;

    /** The days of 400 years, after which the calendar repeats itself. */
    private static final long DAYS_PER_ERA = 146_097;

    private Timestamp() {}

    /**
     * RFC 3339 in UTC, with three digits of a second always, for years up to 9999.
     *
     * <p>Source of the arithmetic: Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days: years
     * begin in March, so that a leap day comes last.
     */
    static String of(long epochMillis) {
        long days = Math.floorDiv(epochMillis, MILLIS_PER_DAY) + DAYS_TO_EPOCH;
        long era = Math.floorDiv(days, DAYS_PER_ERA);
        long dayOfEra = days - era * DAYS_PER_ERA;
        long yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long marchMonth = (5 * dayOfYear + 2) / 153;
        long day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
        long month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        StringBuilder text = new StringBuilder(24);
        append(text, year, 4, '-');
        append(text, month, 2, '-');
        append(text, day, 2, 'T');
        appendTime(text, Math.floorMod(epochMillis, MILLIS_PER_DAY));
        return text.toString();
    }

    private static void appendTime(StringBuilder text, long millisOfDay) {
        append(text, millisOfDay / 3_600_000, 2, ':');
        append(text, millisOfDay / 60_000 % 60, 2, ':');
        append(text, millisOfDay / 1_000 % 60, 2, '.');
        append(text, millisOfDay % 1_000, 3, 'Z');
    }

    private static void append(StringBuilder text, long number, int digits, char end) {
        String plain = Long.toString(number);
        for (int i = plain.length(); i < digits; i++) {
            text.append('0');
        }
        text.append(plain).append(end);
    }
}
