package io.github.securehttpapi.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A table in GitHub's Markdown, with its columns padded, so that it reads as well in a terminal. */
final class MarkdownTable {
    /** Of the row of dashes. */
    private static final int NARROWEST = 3;

    private final List<List<String>> rows = new ArrayList<>();

    MarkdownTable(String... head) {
        rows.add(List.of(head));
    }

    void row(String... cells) {
        rows.add(Arrays.stream(cells).map(MarkdownTable::escaped).toList());
    }

    /** A cell is one line, and a bar would end it. */
    private static String escaped(String cell) {
        return cell.strip().replaceAll("\\s+", " ").replace("|", "\\|");
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .map(width -> Math.max(width, NARROWEST))
                .toArray();
        StringBuilder text = new StringBuilder();
        List<String> dashes =
                IntStream.of(widths).mapToObj(width -> "-".repeat(width)).toList();
        line(text, rows.get(0), widths);
        line(text, dashes, widths);
        rows.stream().skip(1).forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            text.append("| ").append(cell).append(" ".repeat(widths[column] - cell.length() + 1));
        }
        text.append("|\n");
    }
}
