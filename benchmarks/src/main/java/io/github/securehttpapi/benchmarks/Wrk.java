package io.github.securehttpapi.benchmarks;

import java.io.IOException;
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

    static String version() throws IOException, InterruptedException, UnavailableException {
        Matcher version = VERSION.matcher(Command.of(COMMAND, "--version").run().text());
        return version.find() ? version.group(1) : "unknown";
    }

    /** What it is told to do. */
    static String description(int seconds) {
        return "%s with %d connections and %d threads, %d s".formatted(COMMAND, CONNECTIONS, THREADS, seconds);
    }

    /** Loads one route; the scripts say how a request looks that is no plain {@code GET}. */
    static Load load(int seconds, String url, List<Path> scripts)
            throws IOException, InterruptedException, UnavailableException {
        List<String> words = new ArrayList<>(List.of(COMMAND, "--threads", "" + THREADS));
        words.addAll(List.of("--connections", "" + CONNECTIONS, "--duration", seconds + "s"));
        scripts.forEach(script -> words.addAll(List.of("--script", script.toString())));
        words.add(url);
        return of(Command.of(words).run().text());
    }

    /** What its report says. */
    static Load of(String report) {
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
}
