package io.github.securehttpapi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Every ratio that is claimed, in one report, which is printed and written to {@code target/report.md} and {@code .json}. */
public final class Benchmarks {
    private final Settings settings;
    private final Results results;

    private Benchmarks(Settings settings, Results results) {
        this.settings = settings;
        this.results = results;
    }

    /**
     * Runs all benchmarks, or those that the property {@code benchmark} names, with commas between. The process ends with
     * 1 if one fails, and with the property {@code benchmark.strict} also if an aim is missed or a part skipped.
     *
     * @param arguments the folder of this module
     * @throws IOException if the report cannot be written
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Settings settings = Settings.of(Path.of(arguments[0]).toAbsolutePath(), System.getProperties());
        Results results = new Results(Environment.of(settings, Clock.systemUTC()));
        new Benchmarks(settings, results).run();
        Report report = results.report();
        System.out.println();
        System.out.print(MarkdownReport.of(report));
        if (!report.passes(settings.strict())) {
            System.err.println(report.objection(settings.strict()) + ": see " + reportFile(settings));
            System.exit(1);
        }
    }

    /** The report is written anew after each, for a run that is ended before its end. */
    private void run() throws IOException, InterruptedException {
        for (String benchmark : settings.benchmarks()) {
            results.part(benchmark, () -> run(benchmark));
            Report soFar = results.report();
            Files.writeString(reportFile(settings), MarkdownReport.of(soFar));
            Files.writeString(settings.target().resolve("report.json"), JsonReport.of(soFar));
        }
    }

    private void run(String benchmark) throws Exception {
        switch (benchmark) {
            case "cold-start" -> new ColdStartBenchmark(settings, results).run();
            case "warm" -> WarmBenchmark.run(settings, results);
            case "synthesis" -> SynthesisBenchmark.run(settings, results);
            case "local-gateway" -> new LocalGatewayBenchmark(settings, results).run();
            default -> {
                new ReviewBenchmark(settings, results).run();
                results.part(ScannerBenchmark.NAME, () -> new ScannerBenchmark(settings, results).run());
            }
        }
    }

    private static Path reportFile(Settings settings) {
        return settings.target().resolve("report.md");
    }
}
