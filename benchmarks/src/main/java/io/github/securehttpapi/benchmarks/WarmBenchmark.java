package io.github.securehttpapi.benchmarks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.example.contact.ContactHandler;
import io.github.securehttpapi.benchmarks.stream.HandWrittenContactHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** An answer's time and allocation once the function is warm: the kit's contact function and the hand-written one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WarmBenchmark {
    private static final byte[] EVENT = ContactEvent.JSON.getBytes(StandardCharsets.UTF_8);
    private static final Context CONTEXT = new SilentContext();

    private static final String KIT = "contact, the kit";
    private static final String HAND_WRITTEN = "contact, hand-written on jackson-core";

    private static final int FORKS = 3;
    private static final int WARM_UPS = 5;
    private static final int ITERATIONS = 5;
    private static final TimeValue ITERATION = TimeValue.seconds(1);

    private final RequestStreamHandler kit = new ContactHandler();
    private final RequestStreamHandler handWritten = new HandWrittenContactHandler();

    /** The constructor that JMH calls. */
    public WarmBenchmark() {}

    /**
     * The kit's.
     *
     * @return the answer
     * @throws IOException never
     */
    @Benchmark
    public byte[] kit() throws IOException {
        return answer(kit);
    }

    /**
     * The hand-written one.
     *
     * @return the answer
     * @throws IOException never
     */
    @Benchmark
    public byte[] handWritten() throws IOException {
        return answer(handWritten);
    }

    private static byte[] answer(RequestStreamHandler handler) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream(512);
        handler.handleRequest(new ByteArrayInputStream(EVENT), output, CONTEXT);
        return output.toByteArray();
    }

    static void run(Settings settings, Results results) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(WarmBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .forks(settings.rounds(FORKS))
                .warmupIterations(WARM_UPS)
                .warmupTime(ITERATION)
                .measurementIterations(ITERATIONS)
                .measurementTime(ITERATION)
                .verbosity(VerboseMode.SILENT)
                .build();
        results.add(result(settings.rounds(FORKS), new Runner(options).run()));
    }

    private static Result result(int forks, Collection<RunResult> results) {
        List<IterationResult> kit = iterations(results, "kit");
        List<IterationResult> handWritten = iterations(results, "handWritten");
        return new Result(
                "warm, JDK " + System.getProperty("java.version"),
                "JMH, " + forks + " forks, each of " + ITERATIONS + " seconds after " + WARM_UPS
                        + "; the contact function, of which an answer is one operation.",
                List.of(
                        new Measurement(HAND_WRITTEN, "ns", nanos(handWritten)),
                        new Measurement(KIT, "ns", nanos(kit)),
                        new Measurement(HAND_WRITTEN, "bytes allocated", bytes(handWritten)),
                        new Measurement(KIT, "bytes allocated", bytes(kit))),
                List.of(
                        ratio("the kit : hand-written, time", nanos(kit), nanos(handWritten)),
                        ratio("the kit : hand-written, allocation", bytes(kit), bytes(handWritten))));
    }

    private static List<IterationResult> iterations(Collection<RunResult> results, String method) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith("." + method))
                .flatMap(result -> result.getBenchmarkResults().stream())
                .flatMap(fork -> fork.getIterationResults().stream())
                .toList();
    }

    private static Sample nanos(List<IterationResult> iterations) {
        return Sample.of(iterations, iteration -> iteration.getPrimaryResult().getScore());
    }

    private static Sample bytes(List<IterationResult> iterations) {
        return Sample.of(
                iterations,
                iteration -> Objects.requireNonNull(
                                iteration.getSecondaryResults().get("gc.alloc.rate.norm"))
                        .getScore());
    }

    /** Of the medians: JMH runs one after the other, so that no iteration of the one belongs to one of the other. */
    private static Claim ratio(String name, Sample of, Sample to) {
        return new Claim(name, Sample.of(of.median() / to.median()), Aim.atMost(1.5));
    }
}
