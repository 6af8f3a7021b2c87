package io.github.securehttpapi.review;

import io.github.securehttpapi.template.TemplateException;
import io.github.securehttpapi.template.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file of the team's own, in YAML or JSON, with the limits of a template. */
final class ReviewFile {
    /** As for a template; a line for each of 300 routes takes a tenth of it. */
    private static final int MAX_BYTES = 1_048_576;

    /** As a template exception promises to begin. */
    private static final String SUBJECT = "template ";

    private ReviewFile() {}

    /**
     * Reads the object that a file holds.
     *
     * @param thing what the file is, such as {@code baseline}
     * @param missing what to do if there is no such file
     */
    static Value.Fields read(String thing, Path file, String missing) {
        byte[] content = content(thing, file, missing);
        if (new String(content, StandardCharsets.UTF_8).isBlank()) {
            throw new ReviewException(
                    thing + " must be YAML or JSON", file.toString(), "the file is empty, " + missing);
        }
        try {
            return Value.read(file.toString(), content);
        } catch (TemplateException notReadable) {
            String problem = String.valueOf(notReadable.getMessage());
            if (problem.contains(" object, got '")) {
                throw new ReviewException(thing + " must be an object", file.toString(), "write its keys and values");
            }
            throw new ReviewException(thing + " " + problem.substring(SUBJECT.length()));
        }
    }

    private static byte[] content(String thing, Path file, String missing) {
        if (Files.isDirectory(file)) {
            throw new ReviewException(thing + " must be a file", file.toString(), "name the file in that directory");
        }
        if (Files.notExists(file)) {
            throw new ReviewException(thing + " must be a readable file", file.toString(), "no such file, " + missing);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            if (content.length > MAX_BYTES) {
                throw new ReviewException(
                        thing + " must be at most " + MAX_BYTES + " bytes", file.toString(), "name the right file");
            }
            return content;
        } catch (IOException unreadable) {
            throw new ReviewException(
                    thing + " must be a readable file", file.toString(), String.valueOf(unreadable.getMessage()));
        }
    }
}
