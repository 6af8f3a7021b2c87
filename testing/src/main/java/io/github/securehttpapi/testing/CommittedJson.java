package io.github.securehttpapi.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A JSON file that is committed, and the assertion that something still looks like it.
 *
 * @param kind what the file is, for messages: a snapshot, say
 * @param file the file
 */
record CommittedJson(String kind, Path file) {
    private static final String UPDATE_PROPERTY = "snapshot.update";
    private static final String HOW_TO_UPDATE = "run the tests with -D" + UPDATE_PROPERTY + "=true";

    /** A file by its name alone, in a directory. */
    static CommittedJson named(String kind, String name, Path directory) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException(kind + " name must be letters, digits, '.', '_' and '-', got '" + name
                    + "': name the file without its folder and ending");
        }
        return new CommittedJson(kind, directory.resolve(name + ".json"));
    }

    /** The same file in another directory. */
    CommittedJson in(Path directory) {
        return new CommittedJson(kind, directory.resolve(file.getFileName()));
    }

    /**
     * Asserts that it equals the file's content, or writes it there if that is asked for.
     *
     * @param thing what it is, for messages: the template, say
     * @param text the JSON as it is to be written
     */
    void assertMatches(String thing, String text) {
        if (Boolean.getBoolean(UPDATE_PROPERTY)) {
            write(text);
            return;
        }
        List<Difference> differences = Difference.between(read(), TemplateJson.parse(text));
        if (!differences.isEmpty()) {
            throw new AssertionError(report(thing, differences));
        }
    }

    private JsonNode read() {
        try {
            return TemplateJson.parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new AssertionError(
                    kind + " must exist, got no file '" + file + "': " + HOW_TO_UPDATE + ", read the file, commit it",
                    e);
        } catch (IllegalArgumentException e) {
            throw new AssertionError(kind + " must be JSON, got something else in '" + file + "': " + HOW_TO_UPDATE, e);
        } catch (IOException e) {
            throw new UncheckedIOException(kind + " must be readable, got '" + file + "': check its permissions", e);
        }
    }

    private void write(String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(kind + " must be writable, got '" + file + "': check its permissions", e);
        }
    }

    private String report(String thing, List<Difference> differences) {
        StringBuilder report = new StringBuilder(thing)
                .append(" must match ")
                .append(kind)
                .append(" '")
                .append(file)
                .append("', got ")
                .append(differences.size())
                .append(differences.size() == 1 ? " difference:\n" : " differences:\n");
        differences.forEach(difference -> report.append("  ").append(difference).append('\n'));
        return report.append("if this is meant, ")
                .append(HOW_TO_UPDATE)
                .append(" and commit the file")
                .toString();
    }
}
