package io.github.securehttpapi.review.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;

/** One run of the command, and what it left. */
record Run(int exitCode, String out, String err) {
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    static Run of(Object... args) {
        return with("", args);
    }

    static Run with(String standardInput, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Run run = to(out, standardInput, args);
        return new Run(run.exitCode, out.toString(StandardCharsets.UTF_8), run.err);
    }

    /** The report goes elsewhere. */
    static Run to(OutputStream out, String standardInput, Object... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ReviewCommand.Streams streams = new ReviewCommand.Streams(
                new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8));
        String[] arguments = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        int exitCode = ReviewCommand.run(arguments, streams, TODAY);
        return new Run(exitCode, "", err.toString(StandardCharsets.UTF_8));
    }

    String summary() {
        return out.lines().reduce("", (before, line) -> line);
    }
}
