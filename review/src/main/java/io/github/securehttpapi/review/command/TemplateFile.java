package io.github.securehttpapi.review.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file that may hold a template, or standard input.
 *
 * @param name what the report calls it
 * @param file the file; null for standard input
 * @param role how it came to be looked at
 */
record TemplateFile(String name, @Nullable Path file, Role role) {
    /** The less is known of a file, the more is left out without a complaint. */
    enum Role {
        /** Named by the user: a template with an HTTP API, or there is something to say. */
        NAMED,
        /** A template, says an assembly's manifest; with an HTTP API or without. */
        STACK,
        /** Found in a directory: anything. */
        FOUND
    }

    static final String STANDARD_INPUT = "stdin";

    /** One byte more than a template may have, so that the template's reader says of a larger one that it is. */
    private static final int MAX_BYTES = 1_048_576 + 1;

    static TemplateFile of(Path file, Role role) {
        return new TemplateFile(name(file), file, role);
    }

    static TemplateFile standardInput() {
        return new TemplateFile(STANDARD_INPUT, null, Role.NAMED);
    }

    /** The same on every system. */
    static String name(Path file) {
        return file.toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    /** The standard input stays open: where it was closed from the start, its descriptor is another file's. */
    byte[] content(InputStream standardInput) throws IOException {
        if (file == null) {
            return content(standardInput, new byte[MAX_BYTES]);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return content(in, new byte[MAX_BYTES]);
        }
    }

    /** By plain reads: the streams' own ways to read all ask where in the file they are, which a pipe does not tell. */
    private static byte[] content(InputStream in, byte[] content) throws IOException {
        int length = 0;
        int read = in.read(content);
        while (read > 0) {
            length += read;
            read = in.read(content, length, content.length - length);
        }
        return Arrays.copyOf(content, length);
    }
}
