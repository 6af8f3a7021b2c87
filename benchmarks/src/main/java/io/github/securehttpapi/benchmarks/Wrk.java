package io.github.securehttpapi.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code wrk}, the load generator: a Debian package, and one of Homebrew. */
final class Wrk {
    private static final String COMMAND = "wrk";
    private static final int THREADS = 2;
    private static final int CONNECTIONS = 64;
    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 4);

    private static final Pattern VERSION = Pattern.compile("^wrk (\\S+)");
    private static final Pattern RATE = Pattern.compile("(?m)^Requests/sec:\\s+([\\d.]+)$");
    private static final Pattern REFUSED = Pattern.compile("(?m)^\\s*Non-2xx or 3xx responses: (\\d+)$");
    private static final Pattern LOST =
            Pattern.compile("(?m)^\\s*Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)$");

    private Wrk() {}

    /**
     * What became of a load.
     *
     * @param rate requests answered in a second
     * @param errors requests that were refused, lost, or took over two seconds
     */
    record Load(double rate, long errors) {}

    /** How it calls itself, with what it is told to do. */
    static String description() throws IOException, InterruptedException {
        Matcher version = VERSION.matcher(run(List.of("--version")));
        return "%s %s, %d connections, %d threads, %d s"
                .formatted(COMMAND, version.find() ? version.group(1) : "", CONNECTIONS, THREADS, SECONDS);
    }

    /** Loads one route; the scripts say how a request looks that is no plain {@code GET}. */
    static Load load(String url, List<Path> scripts) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of("--threads", "" + THREADS, "--connections", "" + CONNECTIONS, "--duration", SECONDS + "s"));
        scripts.forEach(script -> arguments.addAll(List.of("--script", script.toString())));
        arguments.add(url);
        String report = run(arguments);
        Matcher rate = RATE.matcher(report);
        if (!rate.find()) {
            throw new IllegalStateException("wrk must report its requests, got '" + report.strip() + "'");
        }
        return new Load(Double.parseDouble(rate.group(1)), sum(REFUSED.matcher(report)) + sum(LOST.matcher(report)));
    }

    private static long sum(Matcher counts) {
        long sum = 0;
        if (counts.find()) {
            for (int group = 1; group <= counts.groupCount(); group++) {
                sum += Long.parseLong(counts.group(group));
            }
        }
        return sum;
    }

    private static String run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(COMMAND));
        command.addAll(arguments);
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            throw new IllegalStateException(
                    "wrk must be on the PATH, found none: install the package wrk of Debian, Ubuntu or Homebrew",
                    missing);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
