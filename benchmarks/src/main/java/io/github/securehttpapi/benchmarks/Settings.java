package io.github.securehttpapi.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * What a run was told.
 *
 * @param module the folder of this module
 * @param benchmarks which to run, in this order
 * @param rounds at most so many of each
 * @param seconds of load on a server in each round
 * @param strict whether a missed aim ends the run with failure
 * @param jdk25 the folder of a JDK 25, or nothing
 */
record Settings(Path module, List<String> benchmarks, int rounds, int seconds, boolean strict, String jdk25) {
    static final List<String> ALL = List.of("cold-start", "warm", "synthesis", "review", "local-gateway");

    private static final String ROUNDS = "21";
    private static final String SECONDS = "4";

    Settings {
        for (String benchmark : benchmarks) {
            if (!ALL.contains(benchmark)) {
                throw new IllegalArgumentException(
                        "benchmark must be of " + ALL + ", got '" + benchmark + "': -Dbenchmark=" + ALL.get(0));
            }
        }
        benchmarks = List.copyOf(benchmarks);
    }

    /** The properties are those of a Maven build, which gives an empty one where it has none. */
    static Settings of(Path module, Properties properties) {
        String chosen = properties.getProperty("benchmark", "");
        return new Settings(
                module,
                chosen.isEmpty() ? ALL : List.of(chosen.split(",", -1)),
                count(properties, "benchmark.rounds", ROUNDS),
                count(properties, "benchmark.seconds", SECONDS),
                strict(properties.getProperty("benchmark.strict", "")),
                properties.getProperty("jdk25", ""));
    }

    /** As many rounds as were asked for, or fewer where one takes long. */
    int rounds(int most) {
        return Math.min(most, rounds);
    }

    Path target() {
        return module.resolve("target");
    }

    /** The jar of the example's functions. */
    Path contactFunctions() {
        return module.resolve("../examples/contact-api/functions/target/contact-functions.jar");
    }

    private static int count(Properties properties, String name, String otherwise) {
        String value = properties.getProperty(name, otherwise);
        if (!value.matches("[1-9]\\d{0,3}")) {
            throw new IllegalArgumentException(
                    name + " must be a whole number from 1 to 9999, got '" + value + "': -D" + name + "=" + otherwise);
        }
        return Integer.parseInt(value);
    }

    private static boolean strict(String value) {
        if (!List.of("", "true", "false").contains(value)) {
            throw new IllegalArgumentException(
                    "benchmark.strict must be true or false, got '" + value + "': -Dbenchmark.strict=true");
        }
        return value.equals("true");
    }
}
