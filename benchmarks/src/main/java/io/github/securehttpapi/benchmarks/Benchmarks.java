package io.github.securehttpapi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every ratio that is claimed, in one report: the machine first, then the benchmarks. */
public final class Benchmarks {
    private static final List<String> ALL = List.of("cold-start", "warm", "synthesis", "review", "local-gateway");

    private Benchmarks() {}

    /**
     * Runs all benchmarks, or those that the property {@code benchmark} names, with commas between.
     *
     * @param arguments the folder of this module
     * @throws Exception if one fails
     */
    public static void main(String[] arguments) throws Exception {
        String chosen = System.getProperty("benchmark", "");
        List<String> benchmarks = chosen.isEmpty() ? ALL : List.of(chosen.split(","));
        for (String benchmark : benchmarks) {
            if (!ALL.contains(benchmark)) {
                throw new IllegalArgumentException(
                        "benchmark must be of " + ALL + ", got '" + benchmark + "': -Dbenchmark=" + ALL.get(0));
            }
        }
        System.out.printf(
                "%s, %d processors, %s %s, JDK %s%n",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("java.version"));
        for (String benchmark : benchmarks) {
            run(benchmark, Path.of(arguments[0]));
        }
    }

    private static void run(String benchmark, Path module) throws Exception {
        switch (benchmark) {
            case "cold-start" -> new ColdStartBenchmark(module).run();
            case "warm" -> WarmBenchmark.run();
            case "synthesis" -> SynthesisBenchmark.run();
            case "local-gateway" -> new LocalGatewayBenchmark(module).run();
            default -> {
                new ReviewBenchmark(module).run();
                new ScannerBenchmark(module).run();
            }
        }
    }

    private static String processor() throws IOException {
        Path description = Path.of("/proc/cpuinfo");
        if (!Files.exists(description)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(description)) {
            Optional<String> model = lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
            return model.orElse(System.getProperty("os.arch"));
        }
    }
}
