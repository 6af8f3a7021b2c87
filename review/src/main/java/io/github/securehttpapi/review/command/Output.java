package io.github.securehttpapi.review.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes documents, in UTF-8 wherever the command runs. */
final class Output {
    /** What Linux and macOS say if nobody reads on, as {@code head} does not. */
    private static final String BROKEN_PIPE = "Broken pipe";

    private Output() {}

    /** To a pipe whose reader has gone, without a word. */
    static void write(OutputStream out, String document) throws UnusableException {
        try {
            out.write(document.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException failed) {
            if (!BROKEN_PIPE.equals(failed.getMessage())) {
                throw new UnusableException("standard output must take the report, got '" + failed.getMessage()
                        + "': write it elsewhere with --output");
            }
        }
    }

    static void write(Path file, String document) throws UnusableException {
        try {
            Files.write(file, document.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UnusableException("file must be writable, got '" + TemplateFile.name(file) + "': "
                    + failed.getClass().getSimpleName());
        }
    }
}
