package io.github.securehttpapi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The time from a process's start to its first answer: Lambda's own runtime client with each function, against a
 * Runtime API of ours. Each round starts every function once, the order turned by one from round to round, so that what
 * else the machine does slows all alike.
 */
final class ColdStartBenchmark {
    private static final int WARM_UPS = 1;
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 21);

    private static final String EMPTY = "stream, does nothing";
    private static final String HAND_WRITTEN = "contact, hand-written on jackson-core";
    private static final String OURS = "contact, the kit (the example's jar)";
    private static final String EMPTY_EVENT = "APIGatewayV2HTTPEvent, does nothing";
    private static final String HIBERNATE = "contact, databind and Hibernate Validator";
    private static final String POWERTOOLS = "contact, databind and Powertools validation";

    private final Path module;

    /** A benchmark of the functions that were built below this folder and beside it. */
    ColdStartBenchmark(Path module) {
        this.module = module;
    }

    void run() throws IOException, InterruptedException {
        for (Jdk jdk : Jdk.all()) {
            report(jdk, measure(jdk));
        }
    }

    private List<Function> functions() {
        String ours = "io.github.securehttpapi.benchmarks.";
        return List.of(
                new Function(EMPTY, ours + "stream.EmptyHandler", "", built("stream")),
                new Function(
                        HAND_WRITTEN,
                        ours + "stream.HandWrittenContactHandler",
                        ContactEvent.ANSWERED,
                        built("stream")),
                new Function(
                        OURS,
                        "com.example.contact.ContactHandler",
                        ContactEvent.ANSWERED,
                        List.of(module.resolve("../examples/contact-api/functions/target/contact-functions.jar"))),
                new Function(EMPTY_EVENT, ours + "events.EmptyHandler", "", built("events")),
                new Function(
                        HIBERNATE,
                        ours + "hibernate.ContactHandler",
                        ContactEvent.ANSWERED,
                        built("hibernate-validator")),
                new Function(
                        POWERTOOLS, ours + "powertools.ContactHandler", ContactEvent.ANSWERED, built("powertools")));
    }

    private List<Path> built(String function) {
        Path target = module.resolve("functions/" + function + "/target");
        Path lib = target.resolve("lib");
        Path jar = target.resolve("function.jar");
        return Files.isDirectory(lib) ? List.of(jar, lib) : List.of(jar);
    }

    private Map<String, List<Duration>> measure(Jdk jdk) throws IOException, InterruptedException {
        List<Function> functions = functions();
        List<Path> runtimeClient = List.of(module.resolve("target/runtime-client"));
        Map<String, List<Duration>> times = new LinkedHashMap<>();
        functions.forEach(function -> times.put(function.name(), new ArrayList<>()));
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            for (int i = 0; i < functions.size(); i++) {
                Function function = functions.get((round + i) % functions.size());
                Duration time = function.coldStart(jdk, runtimeClient, module.resolve("target/function.log"));
                if (round >= WARM_UPS) {
                    times.getOrDefault(function.name(), new ArrayList<>()).add(time);
                }
            }
        }
        return times;
    }

    private static void report(Jdk jdk, Map<String, List<Duration>> times) {
        System.out.printf(
                "%ncold start, process start to first response posted, median of %d rounds, JDK %s %s%n",
                ROUNDS, jdk.version(), String.join(" ", Function.FLAGS));
        times.forEach((name, measured) -> System.out.printf(
                "  %-46s %5.0f ms   %.2f of a stream that does nothing%n",
                name, Statistics.medianMillis(measured), ratio(times, name, EMPTY)));
        Target.atMost(1.15, "the kit : hand-written", ratio(times, OURS, HAND_WRITTEN));
        Target.atMost(0.5, "the kit : an event that does nothing", ratio(times, OURS, EMPTY_EVENT));
        Target.atMost(0.25, "the kit : databind and Hibernate Validator", ratio(times, OURS, HIBERNATE));
        Target.atMost(0.5, "the kit : Powertools validation", ratio(times, OURS, POWERTOOLS));
    }

    private static double ratio(Map<String, List<Duration>> times, String of, String to) {
        return Statistics.medianRatio(times.getOrDefault(of, List.of()), times.getOrDefault(to, List.of()));
    }
}
