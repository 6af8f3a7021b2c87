package io.github.securehttpapi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A review as a build runs it: the executable jar in a virtual machine of its own, in the heap that is promised.
 *
 * @param elapsed from the start of the process to its end
 * @param processor what it took of the processors, in the program and in the kernel
 */
record ReviewProcess(Duration elapsed, Duration processor) {
    private static final String HEAP = "-Xmx128m";
    private static final int FINDINGS = 1;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** A line of the shell's {@code times}: {@code 0m0.71s 0m0.05s}, for itself and then for what it ran (POSIX). */
    private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s");

    private static final int TIMES_OF_SHELL = 2;

    static ReviewProcess of(Settings settings, Path template)
            throws IOException, InterruptedException, UnavailableException {
        Path report = settings.target().resolve("review.txt");
        Path jar = settings.module().resolve("../review/target/gateway-review.jar");
        List<String> words =
                new ArrayList<>(List.of("sh", "-c", "\"$@\" > '" + report + "'; code=$?; times; exit $code", "review"));
        words.addAll(Jdk.current()
                .java(List.of(HEAP, "-jar", jar.toString(), template.toString()))
                .words());
        Command.Output output = Command.of(words).run();
        if (output.code() > FINDINGS || Files.size(report) == 0) {
            throw new IllegalStateException(
                    "review of " + template + " must end with 0 or 1, got '" + output.code() + "': " + output.text());
        }
        return new ReviewProcess(output.elapsed(), children(output.text()));
    }

    private static Duration children(String times) {
        long nanos = TIME.matcher(times)
                .results()
                .skip(TIMES_OF_SHELL)
                .mapToLong(ReviewProcess::nanos)
                .sum();
        return Duration.ofNanos(nanos);
    }

    private static long nanos(MatchResult time) {
        double seconds = Integer.parseInt(time.group(1)) * 60 + Double.parseDouble(time.group(2));
        return Math.round(seconds * NANOS_PER_SECOND);
    }
}
