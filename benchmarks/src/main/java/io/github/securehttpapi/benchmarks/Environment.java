package io.github.securehttpapi.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a figure depends on and the benchmarks do not choose: the machine, and the versions of what runs on it. */
final class Environment {
    private static final String UNKNOWN = "unknown";
    private static final double BYTES_PER_GIB = 1L << 30;

    /** What the benchmarks have on their class path, and what the functions that they start have on theirs. */
    private static final List<String> ARTIFACTS = List.of(
            "aws-cdk-lib",
            "constructs",
            "jsii-runtime",
            "cdknag",
            "netty-codec-http",
            "jmh-core",
            "aws-lambda-java-runtime-interface-client",
            "hibernate-validator",
            "powertools-validation");

    private Environment() {}

    static Map<String, String> of(Settings settings, Clock clock) throws IOException, InterruptedException {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        environment.put("commit", commit(settings.module()));
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        environment.put("processor", processor() + ", " + system.getAvailableProcessors() + " processors");
        environment.put("memory", String.format(Locale.ROOT, "%.1f GiB", system.getTotalMemorySize() / BYTES_PER_GIB));
        environment.put("load", load(system.getSystemLoadAverage()));
        environment.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        environment.put("JDK", Jdk.current().version());
        environment.put(
                "Node.js",
                answer(Command.of("node", "--version"))
                        .map(version -> version.substring(1))
                        .orElse(UNKNOWN));
        environment.put("Maven", System.getProperty("maven.version", UNKNOWN));
        environment.putAll(versions(jars(settings.module())));
        return environment;
    }

    /** The names of jars say them, and hold for what runs, whatever a POM says. */
    static Map<String, String> versions(List<String> jars) {
        Map<String, String> versions = new LinkedHashMap<>();
        for (String artifact : ARTIFACTS) {
            Pattern name = Pattern.compile("^(?:.*[/\\\\])?" + Pattern.quote(artifact) + "-(\\d.*)\\.jar$");
            jars.stream()
                    .flatMap(jar -> name.matcher(jar).results())
                    .map((MatchResult match) -> match.group(1))
                    .findFirst()
                    .ifPresent(version -> versions.put(artifact, version));
        }
        return versions;
    }

    /** A processor that was busy all the time counts one; what the system does not tell is negative. */
    static String load(double average) {
        return average < 0 ? UNKNOWN : String.format(Locale.ROOT, "%.1f in the minute before", average);
    }

    private static List<String> jars(Path module) throws IOException {
        Stream<String> all = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
        for (String folder : List.of(
                "target/runtime-client",
                "functions/hibernate-validator/target/lib",
                "functions/powertools/target/lib")) {
            if (Files.isDirectory(module.resolve(folder))) {
                try (Stream<Path> files = Files.list(module.resolve(folder))) {
                    all = Stream.concat(all, files.map(Path::toString).sorted().toList().stream());
                }
            }
        }
        return all.toList();
    }

    private static String commit(Path module) throws IOException, InterruptedException {
        Optional<String> commit =
                answer(Command.of("git", "rev-parse", "--short=12", "HEAD").in(module));
        if (commit.isEmpty()) {
            return UNKNOWN;
        }
        Optional<String> changes =
                answer(Command.of("git", "status", "--porcelain").in(module));
        return changes.orElse("").isEmpty() ? commit.get() : commit.get() + ", with changes";
    }

    private static Optional<String> answer(Command command) throws IOException, InterruptedException {
        try {
            Command.Output output = command.run();
            return output.code() == 0 ? Optional.of(output.text()) : Optional.empty();
        } catch (UnavailableException missing) {
            return Optional.empty();
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
