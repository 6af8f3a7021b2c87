package io.github.securehttpapi.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A committed copy of a synthesized CloudFormation template, and the assertion that the template still looks like it.
 *
 * <pre>{@code
 * Map<String, Object> template = Template.fromStack(stack).toJSON();
 * Snapshot.named("contact-api").assertMatches(template);
 * }</pre>
 *
 * <p>The copy is pretty-printed JSON with sorted keys, so that a change to it reads well in a code review. What differs
 * from build to build without meaning anything is normalised in it: asset hashes, and the ids of Lambda versions. A
 * missing copy fails; running the tests with {@code -Dsnapshot.update=true} writes every copy anew.
 *
 * <p>A snapshot guards against accidents, not against a reviewer in a hurry: assert on what must never change as well.
 */
public final class Snapshot {
    private static final String UPDATE_PROPERTY = "snapshot.update";
    private static final String HOW_TO_UPDATE = "run the tests with -D" + UPDATE_PROPERTY + "=true";
    private static final Path DEFAULT_DIRECTORY = Path.of("src", "test", "resources", "snapshots");

    private final String name;
    private final Path directory;

    private Snapshot(String name, Path directory) {
        this.name = name;
        this.directory = directory;
    }

    /**
     * The snapshot {@code src/test/resources/snapshots/NAME.json}, below the directory that the tests run in: with Maven
     * the module's own.
     *
     * @param name the file's name without its ending: letters, digits, {@code .}, {@code _} and {@code -}
     * @return the snapshot; nothing is read yet
     * @throws IllegalArgumentException if the name has other characters
     */
    public static Snapshot named(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("snapshot name must be letters, digits, '.', '_' and '-', got '" + name
                    + "': name the file without its folder and ending");
        }
        return new Snapshot(name, DEFAULT_DIRECTORY);
    }

    /**
     * The same snapshot in another directory.
     *
     * @param otherDirectory the directory, absolute or below the one that the tests run in
     * @return the snapshot there
     */
    public Snapshot in(Path otherDirectory) {
        return new Snapshot(name, Objects.requireNonNull(otherDirectory, "otherDirectory"));
    }

    /**
     * Asserts that a template equals the snapshot once both are normalised.
     *
     * @param template the template as maps, lists, strings, numbers and booleans, as {@code Template.toJSON()} of the
     *     CDK's assertions gives it
     * @throws AssertionError if the snapshot is missing or differs; the message names every path that differs
     * @throws UncheckedIOException if the file cannot be read or written
     */
    public void assertMatches(Map<String, ?> template) {
        assertMatches(TemplateJson.parse(TemplateJson.print(template)));
    }

    /**
     * Asserts that a template equals the snapshot once both are normalised.
     *
     * @param template the template's JSON text
     * @throws AssertionError if the snapshot is missing or differs; the message names every path that differs
     * @throws IllegalArgumentException if the text is not JSON
     * @throws UncheckedIOException if the file cannot be read or written
     */
    public void assertMatches(String template) {
        assertMatches(TemplateJson.parse(template));
    }

    private void assertMatches(JsonNode template) {
        JsonNode actual = NormalizedTemplate.of(template);
        if (Boolean.getBoolean(UPDATE_PROPERTY)) {
            write(actual);
            return;
        }
        List<Difference> differences = Difference.between(read(), actual);
        if (!differences.isEmpty()) {
            throw new AssertionError(report(differences));
        }
    }

    private JsonNode read() {
        try {
            return TemplateJson.parse(Files.readString(file()));
        } catch (NoSuchFileException e) {
            throw new AssertionError(
                    "snapshot must exist, got no file '" + file() + "': " + HOW_TO_UPDATE
                            + ", read the file, commit it",
                    e);
        } catch (IllegalArgumentException e) {
            throw new AssertionError(
                    "snapshot must be JSON, got something else in '" + file() + "': " + HOW_TO_UPDATE, e);
        } catch (IOException e) {
            throw new UncheckedIOException("snapshot must be readable, got '" + file() + "': check its permissions", e);
        }
    }

    private void write(JsonNode actual) {
        try {
            Files.createDirectories(directory);
            Files.writeString(file(), TemplateJson.print(actual));
        } catch (IOException e) {
            throw new UncheckedIOException("snapshot must be writable, got '" + file() + "': check its permissions", e);
        }
    }

    private String report(List<Difference> differences) {
        StringBuilder report = new StringBuilder("template must match snapshot '")
                .append(file())
                .append("', got ")
                .append(differences.size())
                .append(differences.size() == 1 ? " difference:\n" : " differences:\n");
        differences.forEach(difference -> report.append("  ").append(difference).append('\n'));
        return report.append("if this is meant, ")
                .append(HOW_TO_UPDATE)
                .append(" and commit the file")
                .toString();
    }

    private Path file() {
        return directory.resolve(name + ".json");
    }
}
