package io.github.securehttpapi.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

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
    private static final Path DEFAULT_DIRECTORY = Path.of("src", "test", "resources", "snapshots");

    private final CommittedJson file;

    private Snapshot(CommittedJson file) {
        this.file = file;
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
        return new Snapshot(CommittedJson.named("snapshot", name, DEFAULT_DIRECTORY));
    }

    /**
     * The same snapshot in another directory.
     *
     * @param otherDirectory the directory, absolute or below the one that the tests run in
     * @return the snapshot there
     */
    public Snapshot in(Path otherDirectory) {
        return new Snapshot(file.in(otherDirectory));
    }

    /**
     * Asserts that a template equals the snapshot once both are normalised.
     *
     * @param template the template as maps, lists, strings, numbers and booleans, as {@code Template.toJSON()} of the
     *     CDK's assertions gives it
     * @throws AssertionError if the snapshot is missing or differs; the message names every path that differs
     * @throws IllegalArgumentException if there is anything else in it
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
        file.assertMatches("template", TemplateJson.print(NormalizedTemplate.of(template)));
    }
}
