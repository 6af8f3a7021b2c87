package io.github.securehttpapi.construct;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The JSON files that the CDK writes beside a stack's template. */
final class AssemblyFile {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String TEMPLATE = ".template.json";

    private AssemblyFile() {}

    /** The file of the same stack with another ending; nothing in it if there is none. */
    static JsonNode beside(Path template, String ending) {
        String name = template.getFileName().toString();
        String stack = name.endsWith(TEMPLATE) ? name.substring(0, name.length() - TEMPLATE.length()) : name;
        Path file = template.resolveSibling(stack + ending);
        try {
            return Files.exists(file) ? MAPPER.readTree(content(file)) : MissingNode.getInstance();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static UncheckedIOException unreadable(Path file, IOException cause) {
        return new UncheckedIOException(
                "cloud assembly must be readable, got '" + file + "': synthesize into an empty folder", cause);
    }

    static Stream<JsonNode> elements(JsonNode parent) {
        return StreamSupport.stream(parent.spliterator(), false);
    }
}
