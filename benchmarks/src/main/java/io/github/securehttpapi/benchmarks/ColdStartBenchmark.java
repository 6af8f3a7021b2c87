package io.github.securehttpapi.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The time from a process's start to its first answer: Lambda's own runtime client with each function, against a
 * Runtime API of ours.
 */
final class ColdStartBenchmark {
    private static final int WARM_UPS = 1;

    private static final String EMPTY = "stream, does nothing";
    private static final String HAND_WRITTEN = "contact, hand-written on jackson-core";
    private static final String OURS = "contact, the kit (the example's jar)";
    private static final String EMPTY_EVENT = "APIGatewayV2HTTPEvent, does nothing";
    private static final String HIBERNATE = "contact, databind and Hibernate Validator";
    private static final String POWERTOOLS = "contact, databind and Powertools validation";

    private final Settings settings;
    private final Results results;

    /** A benchmark of the functions that were built below this folder and beside it. */
    ColdStartBenchmark(Settings settings, Results results) {
        this.settings = settings;
        this.results = results;
    }

    /** On the JDK that runs this, and on JDK 25 if there is one. */
    void run() throws InterruptedException {
        Jdk current = Jdk.current();
        results.part("cold start, JDK " + current.version(), () -> measure(current));
        results.part("cold start, JDK 25", () -> {
            Jdk newer = Jdk.newer(settings.jdk25());
            if (!newer.version().equals(current.version())) {
                results.environment("JDK of functions", current.version() + ", and " + newer.version());
                measure(newer);
            }
        });
    }

    private void measure(Jdk jdk) throws Exception {
        List<Path> runtimeClient = List.of(settings.target().resolve("runtime-client"));
        Path log = settings.target().resolve("function.log");
        Map<Function, List<Duration>> times = new Rounds(WARM_UPS, settings.rounds())
                .measure(functions(), function -> function.coldStart(jdk, runtimeClient, log));
        results.add(result(jdk, Contest.of("ms", times, Function::name, Sample::millis)));
    }

    private static Result result(Jdk jdk, Contest contest) {
        return new Result(
                "cold start, JDK " + jdk.version(),
                "From the start of the process to the first response posted, with `" + String.join(" ", Function.FLAGS)
                        + "`.",
                contest.measurements(),
                List.of(
                        contest.ratio("the kit : hand-written", OURS, HAND_WRITTEN, Aim.atMost(1.15)),
                        contest.ratio("the kit : an event that does nothing", OURS, EMPTY_EVENT, Aim.atMost(0.5)),
                        contest.ratio("the kit : databind and Hibernate Validator", OURS, HIBERNATE, Aim.atMost(0.25)),
                        contest.ratio("the kit : Powertools validation", OURS, POWERTOOLS, Aim.atMost(0.5)),
                        contest.ratio("the kit : a stream that does nothing", OURS, EMPTY, null)));
    }

    private List<Function> functions() {
        String ours = "io.github.securehttpapi.benchmarks.";
        return List.of(
                new Function(EMPTY, ours + "stream.EmptyHandler", "", built("stream")),
                contact(HAND_WRITTEN, ours + "stream.HandWrittenContactHandler", built("stream")),
                contact(OURS, "com.example.contact.ContactHandler", List.of(settings.contactFunctions())),
                new Function(EMPTY_EVENT, ours + "events.EmptyHandler", "", built("events")),
                contact(HIBERNATE, ours + "hibernate.ContactHandler", built("hibernate-validator")),
                contact(POWERTOOLS, ours + "powertools.ContactHandler", built("powertools")));
    }

    private static Function contact(String name, String handler, List<Path> jars) {
        return new Function(name, handler, ContactEvent.ANSWERED, jars);
    }

    private List<Path> built(String function) {
        Path target = settings.module().resolve("functions/" + function + "/target");
        Path lib = target.resolve("lib");
        Path jar = target.resolve("function.jar");
        return Files.isDirectory(lib) ? List.of(jar, lib) : List.of(jar);
    }
}
