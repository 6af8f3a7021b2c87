package io.github.securehttpapi.review.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code cdk synth} writes: a manifest that names the templates of the stacks, and the assemblies of the stages,
 * which are assemblies again. Read by the manifest, since files of stacks that are no more stay in the directory.
 */
final class CloudAssembly {
    private static final String MANIFEST = "manifest.json";

    /** Holds the version of the format, and marks the directory as an assembly. */
    private static final String MARKER = "cdk.out";

    private static final JsonFactory JSON = new JsonFactory();

    private final Path directory;
    private final Set<Path> templates = new LinkedHashSet<>();

    private CloudAssembly(Path directory) {
        this.directory = directory;
    }

    static boolean is(Path directory) {
        return Files.isRegularFile(directory.resolve(MANIFEST)) && Files.isRegularFile(directory.resolve(MARKER));
    }

    /** The templates of the stacks, nested stacks and stages, in the manifest's order. */
    static Set<Path> templates(Path directory) throws UnusableException {
        CloudAssembly assembly = new CloudAssembly(directory);
        assembly.read();
        return assembly.templates;
    }

    private void read() throws UnusableException {
        List<String> assets = new ArrayList<>();
        for (Entry entry : entries(directory.resolve(MANIFEST))) {
            if (entry.is("artifacts", "properties", "templateFile")) {
                templates.add(within(entry.text()));
            } else if (entry.is("artifacts", "properties", "directoryName")) {
                templates.addAll(templates(within(entry.text())));
            } else if (entry.is("artifacts", "properties", "file")
                    && entry.text().endsWith(".assets.json")) {
                assets.add(entry.text());
            }
        }
        for (String file : assets) {
            readAssets(within(file));
        }
    }

    /** The templates of nested stacks are assets, as any file is. */
    private void readAssets(Path file) throws UnusableException {
        for (Entry entry : entries(file)) {
            if (entry.is("files", "source", "path") && entry.text().endsWith(".template.json")) {
                templates.add(within(entry.text()));
            }
        }
    }

    /** An assembly that leads out of its directory, or to itself, is none that the CDK wrote. */
    private Path within(String name) throws UnusableException {
        Path file = directory.resolve(name).normalize();
        Path top = directory.normalize();
        if (!file.toAbsolutePath().startsWith(top.toAbsolutePath())
                || file.toAbsolutePath().equals(top.toAbsolutePath())) {
            throw broken(directory.resolve(MANIFEST), "'" + name + "' is not in that directory");
        }
        return directory.resolve(name);
    }

    /** Text in an object of an object, three levels deep: in which, under what key of the innermost. */
    private record Entry(List<String> path, String text) {
        /** The level between is a name that the app chose. */
        boolean is(String top, String inner, String key) {
            return path.size() == 5
                    && path.get(1).equals(top)
                    && path.get(3).equals(inner)
                    && path.get(4).equals(key);
        }
    }

    private static List<Entry> entries(Path file) throws UnusableException {
        Set<String> keys = Set.of("templateFile", "directoryName", "file", "path");
        List<Entry> entries = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(Files.newInputStream(file))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String key = parser.currentName();
                if (token == JsonToken.VALUE_STRING && key != null && keys.contains(key)) {
                    String pointer = parser.getParsingContext().pathAsPointer().toString();
                    entries.add(new Entry(List.of(pointer.split("/", -1)), parser.getText()));
                }
            }
            return entries;
        } catch (JsonProcessingException notJson) {
            throw broken(file, "it is not JSON");
        } catch (IOException unreadable) {
            throw broken(file, "it cannot be read");
        }
    }

    private static UnusableException broken(Path file, String problem) {
        return new UnusableException(
                "assembly must be one that cdk synth wrote, got '" + TemplateFile.name(file) + "': " + problem);
    }
}
