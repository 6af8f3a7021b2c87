package io.github.securehttpapi.review;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What someone may have meant by a name that there is not. */
final class Spelling {
    /** Ours: of what was written, one character in so many may be wrong. */
    private static final int CHARACTERS_PER_EDIT = 3;

    /** Ours: no name of ours is half as long, and the comparison takes time by the product of the lengths. */
    private static final int MAX_CHARACTERS = 100;

    private Spelling() {}

    /** {@code did you mean 'x'?}, or other advice if none of the names is near. */
    static String suggestion(String name, Collection<String> names, String otherwise) {
        if (name.length() > MAX_CHARACTERS) {
            return otherwise;
        }
        return names.stream()
                .filter(known -> edits(name, known) * CHARACTERS_PER_EDIT <= name.length())
                .min(Comparator.comparingInt(known -> edits(name, known)))
                .map(known -> "did you mean '" + known + "'?")
                .orElse(otherwise);
    }

    /** Levenshtein's distance, whatever the case. */
    static int edits(String first, String second) {
        String from = first.toLowerCase(Locale.ROOT);
        String to = second.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
