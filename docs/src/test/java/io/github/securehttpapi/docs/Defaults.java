package io.github.securehttpapi.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of docs/reference/defaults.md that name a property of a resource. */
final class Defaults {
    static final Path PAGE = Markdown.ROOT.resolve("docs/reference/defaults.md");

    /** The type, the path of the property, perhaps the id of the construct whose resource it is, and the value. */
    private static final Pattern ROW =
            Pattern.compile("\\| [^|]+ \\| `(AWS::[A-Za-z0-9:]+)` `([^`]+)`(?: of `([^`]+)`)? \\| ([^|]+) \\|.*");

    private Defaults() {}

    /**
     * A row.
     *
     * @param construct the id of the construct, or nothing if the row is of all resources of the type
     * @param value the value as text, {@code absent} for a property that the template leaves out, or a link to where it is
     *     told
     */
    record Row(String heading, String type, String path, String construct, String value) {
        boolean admits(String actual) {
            return value.startsWith("[") ? !actual.equals(SynthesizedResources.ABSENT) : actual.equals(value);
        }
    }

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        String heading = "";
        for (String line : Markdown.lines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (line.startsWith("## ")) {
                heading = line.substring("## ".length());
            } else if (row.matches()) {
                String construct = row.group(3) == null ? "" : row.group(3);
                rows.add(new Row(
                        heading,
                        row.group(1),
                        row.group(2),
                        construct,
                        row.group(4).replace("`", "")));
            }
        }
        return rows;
    }
}
