package io.github.securehttpapi.handler;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Dates and times of RFC 3339, 5.6, read by hand: java.time's parsers would cost a cold start 14 ms and more. */
final class Rfc3339 {
    private static final int DATE_LENGTH = "2025-04-14".length();
    private static final int TIME_END = "2025-04-14T22:13:56".length();
    private static final int OFFSET_LENGTH = "+02:00".length();

    /** What an {@link Instant} holds. */
    private static final int MAX_FRACTION_DIGITS = 9;

    private static final int NONE = -1;
    private static final int NO_OFFSET = Integer.MIN_VALUE;
    private static final int SECONDS_OF_A_DAY = 86_400;
    private static final int SECONDS_OF_AN_HOUR = 3_600;
    private static final int SECONDS_OF_A_MINUTE = 60;

    private Rfc3339() {}

    /** The date that {@code text} is, or null. */
    static @Nullable LocalDate date(String text) {
        return text.length() == DATE_LENGTH ? leadingDate(text) : null;
    }

    /** The instant that {@code text} is, or null. */
    static @Nullable Instant instant(String text) {
        if (text.length() <= TIME_END) {
            return null;
        }
        LocalDate date = leadingDate(text);
        int second = secondOfDay(text);
        int end = endOfFraction(text);
        int offset = offset(text, end);
        if (date == null || second == NONE || end == NONE || offset == NO_OFFSET) {
            return null;
        }
        return Instant.ofEpochSecond(date.toEpochDay() * SECONDS_OF_A_DAY + second - offset, nanos(text, end));
    }

    private static @Nullable LocalDate leadingDate(String text) {
        int year = number(text, 0, 4);
        int month = text.charAt(4) == '-' ? number(text, 5, 7) : NONE;
        int day = text.charAt(7) == '-' ? number(text, 8, 10) : NONE;
        if (year == NONE || month < 1 || month > 12 || day < 1) {
            return null;
        }
        return day <= YearMonth.of(year, month).lengthOfMonth() ? LocalDate.of(year, month, day) : null;
    }

    // A leap second, 23:59:60, has no instant of java.time: refused rather than moved.
    private static int secondOfDay(String text) {
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, TIME_END);
        boolean separated =
                (text.charAt(10) == 'T' || text.charAt(10) == 't') && text.charAt(13) == ':' && text.charAt(16) == ':';
        if (!separated || !isBelow(hour, 24) || !isBelow(minute, 60) || !isBelow(second, 60)) {
            return NONE;
        }
        return hour * SECONDS_OF_AN_HOUR + minute * SECONDS_OF_A_MINUTE + second;
    }

    private static int endOfFraction(String text) {
        if (text.charAt(TIME_END) != '.') {
            return TIME_END;
        }
        int end = TIME_END + 1;
        while (end < text.length() && Ascii.isDigit(text.charAt(end))) {
            end++;
        }
        int digits = end - TIME_END - 1;
        return digits > 0 && digits <= MAX_FRACTION_DIGITS ? end : NONE;
    }

    private static int nanos(String text, int end) {
        int nanos = 0;
        for (int i = TIME_END + 1; i <= TIME_END + MAX_FRACTION_DIGITS; i++) {
            nanos = nanos * 10 + (i < end ? text.charAt(i) - '0' : 0);
        }
        return nanos;
    }

    /** In seconds, positive east of Greenwich. */
    private static int offset(String text, int start) {
        if (start == NONE || start == text.length()) {
            return NO_OFFSET;
        }
        char sign = text.charAt(start);
        if ((sign == 'Z' || sign == 'z') && start + 1 == text.length()) {
            return 0;
        }
        if ((sign != '+' && sign != '-') || start + OFFSET_LENGTH != text.length() || text.charAt(start + 3) != ':') {
            return NO_OFFSET;
        }
        int hour = number(text, start + 1, start + 3);
        int minute = number(text, start + 4, start + OFFSET_LENGTH);
        if (!isBelow(hour, 24) || !isBelow(minute, 60)) {
            return NO_OFFSET;
        }
        int seconds = hour * SECONDS_OF_AN_HOUR + minute * SECONDS_OF_A_MINUTE;
        return sign == '-' ? -seconds : seconds;
    }

    private static boolean isBelow(int number, int bound) {
        return number != NONE && number < bound;
    }

    private static int number(String text, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            if (!Ascii.isDigit(text.charAt(i))) {
                return NONE;
            }
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
